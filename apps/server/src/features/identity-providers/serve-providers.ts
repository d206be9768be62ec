import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Services } from '../../platform/context.ts';
import { logger } from '../../platform/logger.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { newToken } from '../../platform/secrets.ts';
import { waitBefore } from '../sign-in/index.ts';
import { againPath, confirmAtProvider } from './confirm-at-provider.ts';
import { enterNational } from './national/enter-national.ts';
import { type Outcome, problem } from './problems.ts';
import { publicKeys } from './relying-party/client-key.ts';
import {
  NATIONAL,
  type Provider,
  providerByKey,
  providersOfIssuer,
  signsInTo,
} from './relying-party/provider.ts';
import { RelyingParty } from './relying-party/relying-party.ts';
import { type LaunchTarget, takeReturn, type UnderWay } from './relying-party/under-way.ts';
import { enterStaff } from './staff/enter-staff.ts';
import { targetOf } from './staff/launch.ts';

export interface ProviderDoors {
  services: Services;
  /** A context of a request, for this app, that can set its session cookie. */
  contextOf(request: FastifyRequest, reply: FastifyReply, app: AppName): Context;
}

interface Exchange extends ProviderDoors {
  party: RelyingParty;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The browser a sign-in left, so that it comes back to no other. */
const BROWSER_COOKIE = '__Host-sign-in';
const TOKEN = /^[\w-]{43}$/;
const MINUTES_10 = 600;

/** Serves the ways out to providers and back, the launch, and the keys this installation proves itself with. */
export function serveProviders(http: FastifyInstance, doors: ProviderDoors): void {
  const { services } = doors;
  const settings = services.providers;
  if (!settings) return;
  const party = new RelyingParty(services, settings);
  void http.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 10_000 },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(body as string))),
    );
    scope.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    const at =
      (handle: (exchange: Exchange) => Promise<FastifyReply>) =>
      (request: FastifyRequest, reply: FastifyReply) =>
        handle({ ...doors, party, request, reply });
    scope.get('/.well-known/jwks.json', (_request, reply) => reply.send(publicKeys(settings)));
    scope.get('/sign-in/start/:provider', at(start));
    scope.get('/sign-in/callback/:provider', at(comeBack));
    scope.get('/launch', at(launch));
    scope.post('/launch', at(launch));
    done();
  });
}

const appOfKey = (key: string): AppName => (key === NATIONAL ? 'PATIENT' : 'PROFESSIONAL');
const keyOf = ({ request }: Exchange): string => (request.params as { provider: string }).provider;

async function start(exchange: Exchange): Promise<FastifyReply> {
  const key = keyOf(exchange);
  const provider = await providerByKey(exchange.services, key);
  if (!provider) return explain(exchange, appOfKey(key), problem('unknown-provider'));
  return leave(exchange, provider, { silent: false, target: null });
}

/**
 * `/launch?iss=…&patient=…&page=…`, as a clinical system opens it, or a third party by POST. `patient` is an NHS number or
 * the id of a record. Where it leads afterwards is made here and is no address anybody can send.
 */
async function launch(exchange: Exchange): Promise<FastifyReply> {
  const { services, request } = exchange;
  const said = { ...(request.query as object), ...((request.body as object | null) ?? {}) } as Record<
    string,
    unknown
  >;
  const { iss, client_id: clientId, patient, page, login_hint: hint } = said;
  const known = typeof iss === 'string' ? await providersOfIssuer(services, iss) : [];
  const fitting = known.filter((one) => clientId === undefined || one.clientId === clientId);
  const [provider] = fitting;
  if (!provider || fitting.length > 1) return explain(exchange, 'PROFESSIONAL', problem('unknown-provider'));
  const loginHint = typeof hint === 'string' ? hint.slice(0, 200) : undefined;
  return leave(exchange, provider, { silent: true, target: targetOf(patient, page), loginHint });
}

interface Way {
  silent: boolean;
  target: LaunchTarget | null;
  loginHint?: string | undefined;
}

async function leave(exchange: Exchange, provider: Provider, way: Way): Promise<FastifyReply> {
  const { services, party, request, reply } = exchange;
  const { loginHint, ...rest } = way;
  const app = signsInTo(provider);
  if ((await waitBefore(services, 'address', request.ip)) > 0)
    return explain(exchange, app, problem('failed'));
  const browser = browserOf(request) ?? newToken();
  try {
    const address = await party.leave({ browser, provider, way: { ...rest, app }, loginHint });
    return await reply.header('set-cookie', browserCookie(browser)).redirect(address.href);
  } catch (error) {
    logger.warn({ provider: provider.key, reason: (error as Error).message }, 'a provider cannot be reached');
    return explain(exchange, app, problem('failed'));
  }
}

const browserOf = ({ headers }: FastifyRequest): string | undefined => {
  const found = headers.cookie?.split(/;\s*/).find((one) => one.startsWith(`${BROWSER_COOKIE}=`));
  const token = found?.slice(BROWSER_COOKIE.length + 1);
  return token && TOKEN.test(token) ? token : undefined;
};

/** The text of the Set-Cookie header that knows a browser again when it comes back. */
export const browserCookie = (token: string): string =>
  `${BROWSER_COOKIE}=${token}; Path=/; Max-Age=${MINUTES_10}; HttpOnly; Secure; SameSite=Lax`;

/** Errors a provider answers with where it was asked to show nothing and would have to. */
const WOULD_SHOW = [
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
];

async function comeBack(exchange: Exchange): Promise<FastifyReply> {
  const { services, request } = exchange;
  const key = keyOf(exchange);
  const query = new URL(request.url, 'http://localhost').searchParams;
  const browser = browserOf(request);
  const state = query.getAll('state');
  const provider = await providerByKey(services, key);
  if (!provider || !browser || state.length !== 1)
    return explain(exchange, appOfKey(key), problem(provider ? 'expired' : 'unknown-provider'));
  const underWay = await takeReturn(services, { state: state[0] ?? '', provider: key, browser });
  if (!underWay) return explain(exchange, signsInTo(provider), problem('expired'));
  const error = query.get('error');
  if (error && underWay.silent && WOULD_SHOW.includes(error))
    return leave(exchange, provider, { silent: false, target: underWay.target });
  if (error)
    return explainTo(exchange, underWay, problem(error === 'access_denied' ? 'cancelled' : 'failed'));
  return enter(exchange, { provider, underWay, query });
}

interface Back {
  provider: Provider;
  underWay: UnderWay;
  query: URLSearchParams;
}

async function enter(exchange: Exchange, { provider, underWay, query }: Back): Promise<FastifyReply> {
  const { party, request, reply } = exchange;
  const context = exchange.contextOf(request, reply, underWay.app);
  try {
    const said = await party.read(provider, underWay, query);
    const outcome = await doorOf(provider, underWay)(context, { provider, underWay, said });
    if (!(await context.scope.commit())) throw new Error('What a sign-in did was undone.');
    if (outcome.is === 'PROBLEM') return explainTo(exchange, underWay, outcome);
    return await reply.redirect(outcome.path);
  } catch (error) {
    await context.scope.rollback();
    // Never the token or what it says: only what was wrong with it.
    logger.warn(
      { provider: provider.key, reason: (error as Error).message },
      'a sign-in by a provider is refused',
    );
    return explainTo(exchange, underWay, problem('failed'));
  }
}

/** What coming back is for: to show again who is signed in already, or to come in. */
function doorOf({ staff }: Provider, { confirming }: UnderWay) {
  if (confirming) return confirmAtProvider;
  return staff ? enterStaff : enterNational;
}

/** The same as `explain` to whoever has come back: who only showed again who they are, stays signed in whatever came of it. */
function explainTo(exchange: Exchange, { app, confirming }: UnderWay, outcome: Outcome): FastifyReply {
  if (!confirming) return explain(exchange, app, outcome);
  const why = outcome.is === 'PROBLEM' ? outcome.why : 'failed';
  return exchange.reply.redirect(againPath(app, why));
}

/** Leads to the page of the app that says what happened and what to do next. */
function explain({ reply }: Exchange, app: AppName, outcome: Outcome): FastifyReply {
  const why = outcome.is === 'PROBLEM' ? outcome.why : 'failed';
  return reply.redirect(`/${app.toLowerCase()}/sign-in/problem/${why}`);
}
