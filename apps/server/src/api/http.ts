import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { browserCookie } from '../features/identity-providers/index.ts';
import type { Context, Services } from '../platform/context.ts';
import type { AppName } from '../platform/opened-session.ts';
import type { Vetting } from './documents/vetting.ts';
import { playEventStream, wantsEventStream } from './event-stream.ts';
import type { Executor } from './execute.ts';
import { isOwnOrigin } from './own-origin.ts';
import {
  appOf,
  bearerOf,
  credentialsOf,
  deviceCookie,
  deviceTokenOf,
  NO_COOKIES,
  newContext,
  sessionCookie,
} from './request-context.ts';
import { securityHeaders } from './security-headers.ts';
import type { Turns } from './turns.ts';

export interface HttpOptions {
  schema: GraphQLSchema;
  services: Services;
  executor: Executor;
  vetting: Vetting;
  /** Of the streams of this process. */
  turns: Turns;
  /** The one origin pages may ask from; a client that is no browser sends none. */
  origin: string;
  /** Sessions of the apps may send documents of their own making: in development alone. */
  freeQueries: boolean;
  /** Whether the process takes requests: false while it stops. */
  isReady(): boolean;
  trustedProxies?: readonly string[];
}

/** The one HTTP server: GraphQL and health; features add their own routes. */
export function newHttpServer(options: HttpOptions): FastifyInstance {
  const { services, isReady, trustedProxies = [] } = options;
  const app = fastify({
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
  });
  const https = options.origin.startsWith('https:');
  app.addHook('onSend', (_request, reply) => Promise.resolve(securityHeaders(reply, { https })));
  app.route({
    method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'],
    url: '/graphql',
    handler: (request, reply) => graphql({ ...options, request, reply }),
  });
  app.get('/health/live', () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    const answers =
      isReady() &&
      (await services.database.serving.query('select 1').then(
        () => true,
        () => false,
      ));
    return reply.status(answers ? 200 : 503).send({ status: answers ? 'ready' : 'not ready' });
  });
  return app;
}

interface Exchange extends HttpOptions {
  request: FastifyRequest;
  reply: FastifyReply;
}

async function graphql(exchange: Exchange): Promise<FastifyReply> {
  const { schema, executor, vetting, turns, request, reply } = exchange;
  if (!isOwnOrigin(request.headers, exchange.origin)) return refuseOrigin(reply);
  const fresh = () => contextOf(exchange);
  const context = await asItsScopesSay(fresh());
  if (!context) return refuseToken(reply);
  // Its own header is what another site cannot send: without it nothing is streamed.
  if (wantsEventStream(request) && appOf(request.headers['x-heldwell-app'])) {
    // A stream has contexts of its own, one for each event.
    await context.scope.rollback();
    const preparing = { schema, vetting, asker: context };
    await playEventStream({ preparing, request, reply, living: { fresh, turns } });
    return reply;
  }
  const answer = await executor.answer(request, context);
  for (const [name, value] of answer.headers) reply.header(name, value);
  return reply.status(answer.status).send(answer.body);
}

/**
 * The context of a request with a token, as far as its scopes go; other requests as they are. Null for a token that opens
 * nothing: it lets nobody ask freely, nor open a stream.
 */
async function asItsScopesSay(context: Context): Promise<Context | null> {
  const { credentials, scope } = context;
  if (credentials?.app !== 'PARTNER') return context;
  const viewer = await scope.viewer();
  if (viewer) return { ...context, mayIntrospect: viewer.mayIntrospect };
  await scope.rollback();
  return null;
}

const refuseToken = (reply: FastifyReply) =>
  reply
    .status(401)
    .header('www-authenticate', 'Bearer error="invalid_token"')
    .send({
      errors: [{ message: 'The token is not valid any more.', extensions: { code: 'UNAUTHENTICATED' } }],
    });

const refuseOrigin = (reply: FastifyReply) =>
  reply.status(403).send({
    errors: [{ message: 'Pages of another origin are not answered.', extensions: { code: 'FORBIDDEN' } }],
  });

/** The context of an HTTP request: the app it names, that app's cookie, and nothing else of it. */
function contextOf({ services, request, reply, freeQueries }: Exchange): Context {
  const app = appOf(request.headers['x-heldwell-app']);
  const bearer = bearerOf(request.headers.authorization);
  if (!bearer) return contextFor({ services, request, reply, app, freeQueries });
  // A partner's token counts alone: no app and none of its cookies. About the schema it asks where its scopes say so.
  const may = { mayAskFreely: true, mayIntrospect: false };
  return newContext(services, {
    app: null,
    credentials: bearer,
    address: request.ip,
    cookies: NO_COOKIES,
    ...may,
  });
}

interface RequestOfApp {
  services: Services;
  request: FastifyRequest;
  reply: FastifyReply;
  app: AppName | null;
  freeQueries?: boolean;
}

/** The context of a request that is for this app, whatever it says itself. */
export function contextFor({ services, request, reply, app, freeQueries = false }: RequestOfApp): Context {
  const setCookie = (text: string) =>
    context.scope.afterCommit(() => {
      reply.header('set-cookie', text);
    });
  const context: Context = newContext(services, {
    app,
    credentials: credentialsOf(request.headers.cookie, app),
    address: request.ip,
    mayAskFreely: freeQueries,
    mayIntrospect: freeQueries,
    cookies: {
      set: (of, token, seconds) => setCookie(sessionCookie(of, token, seconds)),
      clear: (of) => setCookie(sessionCookie(of, '', 0)),
      remember: (token, seconds) => setCookie(deviceCookie(token, seconds)),
      setBrowser: (token) => setCookie(browserCookie(token)),
    },
    agent: request.headers['user-agent'],
    host: request.host,
    deviceToken: deviceTokenOf(request.headers.cookie),
  });
  return context;
}
