import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const FOREVER = 'public, max-age=31536000, immutable';
const APPS = ['patient', 'carer', 'professional'] as const;

/** Where the front page leads to the demo's mailbox, in the demo. */
const MAILBOX_PLACE = '<!-- the demo’s mailbox -->';
const MAILBOX_LINK = `<p class="demo">
        This is a demo with made-up people. The e-mails it would send are in the <a href="/mailbox">demo mailbox</a>.
      </p>`;

/** Serves the front page and the three built apps; every path under an app is its page, which routes by itself. */
export async function serveWebApps(server: FastifyInstance, { demo }: { demo: boolean }): Promise<void> {
  const root = folder('server/public');
  if (existsSync(root)) {
    const page = readFileSync(join(root, 'index.html'), 'utf8').replace(
      MAILBOX_PLACE,
      demo ? MAILBOX_LINK : '',
    );
    server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
    await server.register(fastifyStatic, { root, prefix: '/', wildcard: false, index: false });
  }
  serveLogChecker(server, folder('patient/dist/check-my-log.html'));
  for (const app of APPS) {
    const root = folder(`${app}/dist`);
    if (existsSync(join(root, 'index.html'))) await serveApp(server, app, root);
  }
}

/** The page that checks a downloaded access log by itself. It holds its script, and names it in a policy of its own. */
function serveLogChecker(server: FastifyInstance, file: string): void {
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8');
  const policy = /<meta http-equiv="content-security-policy" content="([^"]+)">/.exec(page)?.[1] ?? '';
  server.get('/check-my-log.html', (_request, reply) =>
    reply
      .header('content-security-policy', `${policy}; frame-ancestors 'none'`)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page),
  );
}

async function serveApp(server: FastifyInstance, app: string, root: string): Promise<void> {
  server.get(`/${app}`, (_request, reply) => reply.redirect(`/${app}/`));
  await server.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        decorateReply: false,
        preCompressed: true,
        // Built files carry a hash of their content in their name; the page itself is asked for every time.
        setHeaders: (reply, path) => {
          reply.setHeader('cache-control', path.includes('/assets/') ? FOREVER : 'no-cache');
        },
      });
      scope.setNotFoundHandler((request, reply) =>
        request.method === 'GET' && !request.url.startsWith(`/${app}/assets/`)
          ? reply.header('cache-control', 'no-cache').sendFile('index.html', root)
          : reply.status(404).type('text/plain').send('Not found'),
      );
    },
    { prefix: `/${app}` },
  );
}
