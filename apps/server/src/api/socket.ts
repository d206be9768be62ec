import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context, Services } from '../platform/context.ts';
import { subscribeLive } from './live.ts';
import { prepareOperation } from './prepare-operation.ts';
import { appOf, credentialsOf, NO_COOKIES, newContext } from './request-context.ts';

export interface SocketOptions {
  schema: GraphQLSchema;
  services: Services;
  /** The one origin pages may connect from; a client that is no browser sends none. */
  origin: string;
}

/** Serves live streams on the server's own port (`graphql-transport-ws`). Returns what closes them all. */
export function serveSockets(server: Server, options: SocketOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 65_536, perMessageDeflate: false });
  const handler = useServer(
    {
      schema: options.schema,
      context: () => undefined as unknown as Record<string, unknown>,
      connectionInitWaitTimeout: 10_000,
      onConnect: ({ connectionParams }) => appOf(connectionParams?.app) !== null,
      onSubscribe: (ctx, _id, payload) => {
        const request = (ctx.extra as { request: IncomingMessage }).request;
        const app = appOf(ctx.connectionParams?.app);
        const fresh = () => contextOf(options.services, request, app);
        const prepared = prepareOperation(options.schema, payload);
        return 'document' in prepared ? ({ ...prepared, fresh } as Prepared) : prepared;
      },
      subscribe: (args) => subscribeLive(args as ExecutionArgs, (args as Prepared).fresh),
    },
    sockets,
    12_000,
  );
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { origin } = request.headers;
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path !== '/graphql' || (origin !== undefined && !sameOrigin(origin, options.origin, request))) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
  };
  server.on('upgrade', upgrade);
  return async () => {
    server.off('upgrade', upgrade);
    for (const client of sockets.clients) client.close(1001, 'Going away');
    await handler.dispose();
    sockets.close();
  };
}

interface Prepared extends ExecutionArgs {
  fresh: () => Context;
}

const contextOf = (services: Services, request: IncomingMessage, app: ReturnType<typeof appOf>): Context =>
  newContext(services, {
    app,
    credentials: credentialsOf(request.headers.cookie, app),
    address: request.socket.remoteAddress ?? '',
    cookies: NO_COOKIES,
  });

/** Same as the public address, or as the host the request itself was sent to. */
function sameOrigin(origin: string, publicOrigin: string, request: IncomingMessage): boolean {
  return origin === publicOrigin || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}
