import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import type { ConnectionInitMessage, ServerOptions } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context, Services } from '../platform/context.ts';
import type { Vetting } from './documents/vetting.ts';
import { type Living, subscribeLive, whoOf } from './live.ts';
import { isOwnOrigin } from './own-origin.ts';
import { prepareOperation } from './prepare-operation.ts';
import { appOf, credentialsOf, NO_COOKIES, newContext } from './request-context.ts';
import { limitSocket, MOST_STREAMS, SocketCount, TOO_MANY } from './socket-limits.ts';
import type { Turns } from './turns.ts';

/** How often a socket is asked whether it still lives; one that does not answer until the next time is cut off. */
const KEEP_ALIVE_MS = 12_000;

type Speaking = ServerOptions<ConnectionInitMessage['payload'], Extra>;

export interface SocketOptions {
  schema: GraphQLSchema;
  services: Services;
  vetting: Vetting;
  /** Of the streams of this process. */
  turns: Turns;
  /** The one origin pages may connect from; a client that is no browser sends none. */
  origin: string;
  /** Sessions of the apps may send documents of their own making: in development alone. */
  freeQueries: boolean;
}

/** Serves live streams on the server's own port (`graphql-transport-ws`). Returns what closes them all. */
export function serveSockets(server: Server, options: SocketOptions): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 65_536, perMessageDeflate: false });
  sockets.on('connection', limitSocket);
  // What went wrong inside is for the log, never for the reason a socket closes with.
  const handler = useServer({ ...speaking(options), isProd: true }, sockets, KEEP_ALIVE_MS);
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path !== '/graphql' || !isOwnOrigin(request.headers, options.origin)) {
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

/** How the protocol is spoken: who may open a socket and a stream, and what a stream brings. */
function speaking(options: SocketOptions): Speaking {
  const count = new SocketCount();
  return {
    schema: options.schema,
    context: () => undefined as unknown as Record<string, unknown>,
    connectionInitWaitTimeout: 10_000,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const app = appOf(connectionParams?.app);
      const context = contextOf(options, request, app);
      const session = await options.turns.take(whoOf(context), () => sessionOf(context));
      if (!count.enter(socket, session)) socket.close(TOO_MANY, 'Too many connections');
      return app !== null;
    },
    onSubscribe: (ctx, _id, payload) => {
      if (Object.keys(ctx.subscriptions).length > MOST_STREAMS) return [tooManyStreams()];
      const { request } = ctx.extra;
      const app = appOf(ctx.connectionParams?.app);
      const fresh = () => contextOf(options, request, app);
      const prepared = prepareOperation({ ...options, asker: fresh() }, payload);
      return 'document' in prepared ? ({ ...prepared, fresh, turns: options.turns } as Prepared) : prepared;
    },
    subscribe: (args) => subscribeLive(args as ExecutionArgs, args as Prepared),
  };
}

/** The session a socket comes with, if it opens; streams open it again for themselves, each time. */
async function sessionOf({ scope }: Context): Promise<string | undefined> {
  try {
    return (await scope.unattended().viewer())?.sessionId;
  } finally {
    await scope.rollback();
  }
}

const tooManyStreams = () =>
  new GraphQLError(`At most ${MOST_STREAMS} streams run over one socket.`, {
    extensions: { code: 'TOO_MANY_STREAMS' },
  });

interface Prepared extends ExecutionArgs, Living {}

const contextOf = (
  { services, freeQueries }: SocketOptions,
  request: IncomingMessage,
  app: ReturnType<typeof appOf>,
): Context =>
  newContext(services, {
    app,
    credentials: credentialsOf(request.headers.cookie, app),
    address: request.socket.remoteAddress ?? '',
    mayAskFreely: freeQueries,
    mayIntrospect: freeQueries,
    // A socket has no headers left to set: signing in is for HTTP.
    cookies: NO_COOKIES,
  });
