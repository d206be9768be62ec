import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, parse } from 'graphql';
import type { Page, Request } from 'playwright-core';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** As the built server knows documents: one rule for both. */
const { canonicalHash } = (await import(at('server/dist/api/documents/canonical.js'))) as {
  canonicalHash(document: DocumentNode): string;
};
const registered = new Set(
  (
    JSON.parse(readFileSync(at('../packages/schema/registered-documents.json'), 'utf8')) as {
      apps: string[];
      sha256: string;
    }[]
  ).flatMap(({ apps, sha256 }) => apps.map((app) => `${app} ${sha256}`)),
);

/** What is wrong with a document that a page sends; undefined when the register has it for that app. */
function complaint(app: string | undefined, query: string): string | undefined {
  const known = app !== undefined && registered.has(`${app.toUpperCase()} ${canonicalHash(parse(query))}`);
  return known ? undefined : `a document that is not registered for ${app}: ${query}`;
}

/** A document sent by HTTP; those a journey asks with are its own. */
export function ofRequest(request: Request): string | undefined {
  const headers = request.headers();
  if (!/\/graphql$/.test(request.url()) || headers['x-journey']) return undefined;
  const { query } = request.postDataJSON() as { query: string };
  return complaint(headers['x-heldwell-app'], query);
}

/** Documents sent over the sockets of a page, as the app whose page it is. */
export function watchSubscriptions(page: Page, complain: (line: string) => void): void {
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const message = JSON.parse(String(payload)) as { type: string; payload?: { query: string } };
      if (message.type !== 'subscribe' || !message.payload) return;
      const app = new URL(page.url()).pathname.split('/')[1];
      const line = complaint(app, message.payload.query);
      if (line) complain(line);
    });
  });
}
