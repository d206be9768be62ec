import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { browserCookie } from '../features/identity-providers/index.ts';
import type { Context, Services } from '../platform/context.ts';
import type { AppName } from '../platform/opened-session.ts';
import { playEventStream, wantsEventStream } from './event-stream.ts';
import type { Executor } from './execute.ts';
import { appOf, bearerOf, credentialsOf, newContext, sessionCookie } from './request-context.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpOptions {
  schema: GraphQLSchema;
  services: Services;
  executor: Executor;
  /** Whether the process takes requests: false while it stops. */
  isReady(): boolean;
  trustedProxies?: readonly string[];
}

/** The one HTTP server: GraphQL and health; features add their own routes. */
export function newHttpServer(options: HttpOptions): FastifyInstance {
  const { schema, services, executor, isReady, trustedProxies = [] } = options;
  const app = fastify({
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
  });
  app.addHook('onSend', (_request, reply) => Promise.resolve(securityHeaders(reply)));
  app.route({
    method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'],
    url: '/graphql',
    handler: (request, reply) => graphql({ schema, services, executor, request, reply }),
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

interface Exchange {
  schema: GraphQLSchema;
  services: Services;
  executor: Executor;
  request: FastifyRequest;
  reply: FastifyReply;
}

async function graphql({ schema, services, executor, request, reply }: Exchange): Promise<FastifyReply> {
  const fresh = () => contextOf(services, request, reply);
  // Its own header is what another site cannot send: without it nothing is streamed.
  if (wantsEventStream(request) && appOf(request.headers['x-heldwell-app'])) {
    await playEventStream({ schema, request, reply, fresh });
    return reply;
  }
  const context = fresh();
  const answer = await executor.answer(request, context);
  for (const [name, value] of answer.headers) reply.header(name, value);
  return reply.status(answer.status).send(answer.body);
}

/** The context of an HTTP request: the app it names, that app's cookie, and nothing else of it. */
function contextOf(services: Services, request: FastifyRequest, reply: FastifyReply): Context {
  const app = appOf(request.headers['x-heldwell-app']);
  const bearer = bearerOf(request.headers.authorization);
  if (!bearer) return contextFor({ services, request, reply, app });
  // A partner's token counts alone: no app and none of its cookies.
  return newContext(services, { app: null, credentials: bearer, address: request.ip, cookies: NO_COOKIES });
}

const NO_COOKIES = { set: () => undefined, clear: () => undefined };

interface RequestOfApp {
  services: Services;
  request: FastifyRequest;
  reply: FastifyReply;
  app: AppName | null;
}

/** The context of a request that is for this app, whatever it says itself. */
export function contextFor({ services, request, reply, app }: RequestOfApp): Context {
  const setCookie = (text: string) =>
    context.scope.afterCommit(() => {
      reply.header('set-cookie', text);
    });
  const context: Context = newContext(services, {
    app,
    credentials: credentialsOf(request.headers.cookie, app),
    address: request.ip,
    cookies: {
      set: (of, token, seconds) => setCookie(sessionCookie(of, token, seconds)),
      clear: (of) => setCookie(sessionCookie(of, '', 0)),
      setBrowser: (token) => setCookie(browserCookie(token)),
    },
  });
  return context;
}
