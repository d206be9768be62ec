import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const FOREVER = 'public, max-age=31536000, immutable';
const APPS = ['patient', 'carer', 'professional'] as const;

/** Serves the front page and the three built apps; every path under an app is its page, which routes by itself. */
export async function serveWebApps(server: FastifyInstance): Promise<void> {
  const front = folder('server/public');
  if (existsSync(front)) {
    await server.register(fastifyStatic, { root: front, prefix: '/', wildcard: false, preCompressed: true });
  }
  for (const app of APPS) {
    const root = folder(`${app}/dist`);
    if (existsSync(join(root, 'index.html'))) await serveApp(server, app, root);
  }
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
