import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const APPS = ['patient', 'carer', 'professional'] as const;

/** Serves the front page and the three built apps; every path under an app is its page, which routes by itself. */
export async function serveWebApps(server: FastifyInstance): Promise<void> {
  const front = folder('server/public');
  if (existsSync(front))
    await server.register(fastifyStatic, { root: front, prefix: '/', decorateReply: false, wildcard: false });
  for (const app of APPS) {
    const root = folder(`${app}/dist`);
    if (!existsSync(root)) continue;
    await server.register(async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        prefix: `/${app}/`,
        wildcard: false,
        preCompressed: true,
        setHeaders: (reply, path) => {
          // Built files carry a hash of their content in their name; the page itself is asked for every time.
          reply.setHeader(
            'cache-control',
            /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      });
      scope.get(`/${app}`, (_request, reply) => reply.redirect(`/${app}/`));
      scope.get(`/${app}/*`, (_request, reply) =>
        reply.sendFile('index.html', root, { cacheControl: false }),
      );
    });
  }
}
