import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Services } from '../../platform/context.ts';
import { waitBefore } from '../sign-in/index.ts';
import { beginRequest } from './app-request.ts';
import { ASSERTION_ALGORITHMS, provedPartner } from './client-assertion.ts';
import { exchangeCode } from './code.ts';
import type { Partner } from './partner.ts';
import { SCOPES, scopesAsked } from './scopes.ts';
import { type Issued, introspect, issue, refresh, revoke } from './tokens.ts';

export interface PartnerDoors {
  services: Services;
  /** Where this installation is reached: the issuer. */
  publicUrl: string;
}

interface Exchange extends PartnerDoors {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Serves OAuth 2 for partners: `/oauth/…`, and what it can do at `/.well-known/oauth-authorization-server`. */
export function servePartners(http: FastifyInstance, doors: PartnerDoors): void {
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 20_000 },
      (_request, body, parsed) => parsed(null, new URLSearchParams(body as string)),
    );
    scope.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    const at =
      (handle: (exchange: Exchange) => Promise<FastifyReply>) =>
      (request: FastifyRequest, reply: FastifyReply) =>
        handle({ ...doors, request, reply });
    scope.get('/.well-known/oauth-authorization-server', (_request, reply) => reply.send(metadata(doors)));
    scope.get('/oauth/authorize', at(authorize));
    scope.post('/oauth/token', at(token));
    scope.post('/oauth/revoke', at(revokeOne));
    scope.post('/oauth/introspect', at(introspectOne));
    done();
  });
}

const metadata = ({ publicUrl }: PartnerDoors): object => ({
  issuer: publicUrl,
  authorization_endpoint: `${publicUrl}/oauth/authorize`,
  token_endpoint: `${publicUrl}/oauth/token`,
  revocation_endpoint: `${publicUrl}/oauth/revoke`,
  introspection_endpoint: `${publicUrl}/oauth/introspect`,
  scopes_supported: SCOPES,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  ...Object.fromEntries(
    ['token', 'revocation', 'introspection'].flatMap((name) => [
      [`${name}_endpoint_auth_methods_supported`, ['private_key_jwt']],
      [`${name}_endpoint_auth_signing_alg_values_supported`, ASSERTION_ALGORITHMS],
    ]),
  ),
  authorization_response_iss_parameter_supported: true,
});

const refuse = (reply: FastifyReply, error: string, status = 400): FastifyReply =>
  reply.status(status).send({ error });

const inOne = <T>({ services }: Exchange, work: (runs: SystemRuns) => Promise<T>): Promise<T> =>
  asSystem(services.database, 'answer a partner at its doors', (manager) =>
    work(statementsOf(manager, services.sealing)),
  );

/** The form of a request and the partner that proved itself with it; null when it did not, and was answered. */
async function provedForm(exchange: Exchange): Promise<{ form: URLSearchParams; partner: Partner } | null> {
  const { request, reply, services, publicUrl } = exchange;
  if ((await waitBefore(services, 'address', request.ip)) > 0) {
    refuse(reply, 'slow_down', 429);
    return null;
  }
  const { body } = request;
  const form = body instanceof URLSearchParams ? body : new URLSearchParams();
  const isTwice = [...new Set(form.keys())].some((name) => form.getAll(name).length > 1);
  const audiences = [publicUrl, `${publicUrl}${request.url.split('?')[0]}`];
  // In a transaction of its own: an assertion that was used is used, whatever comes of the rest.
  const partner = isTwice
    ? null
    : await inOne(exchange, (runs) => provedPartner(runs, { form, audiences, now: services.clock() }));
  if (!partner) refuse(reply, isTwice ? 'invalid_request' : 'invalid_client', isTwice ? 400 : 401);
  return partner && { form, partner };
}

type Asking = { runs: SystemRuns; form: URLSearchParams; partner: Partner };

/** What each kind of grant comes to: tokens, or why not. */
const GRANTS: Record<string, (asking: Asking) => Promise<Issued | string>> = {
  client_credentials: async ({ runs, form, partner }) => {
    if (!partner.acts_alone) return 'unauthorized_client';
    const scopes = scopesAsked(form.get('scope') ?? undefined, partner.scopes);
    return scopes ? issue(runs, { partner, scopes, patient: null, family: uuidv7() }) : 'invalid_scope';
  },
  authorization_code: async (asking) => (await exchangeCode(asking)) ?? 'invalid_grant',
  refresh_token: async ({ runs, form, partner }) => {
    const scopes = (most: readonly string[]) => scopesAsked(form.get('scope') ?? undefined, most);
    return (
      (await refresh(runs, partner, { token: form.get('refresh_token') ?? '', scopes })) ?? 'invalid_grant'
    );
  },
};

async function token(exchange: Exchange): Promise<FastifyReply> {
  const { reply } = exchange;
  const proved = await provedForm(exchange);
  if (!proved) return reply;
  const kind = proved.form.get('grant_type') ?? '';
  const grant = Object.hasOwn(GRANTS, kind) ? GRANTS[kind] : undefined;
  if (!grant) return refuse(reply, 'unsupported_grant_type');
  const outcome = await inOne(exchange, (runs) => grant({ runs, ...proved }));
  return typeof outcome === 'string' ? refuse(reply, outcome) : reply.send(outcome);
}

async function revokeOne(exchange: Exchange): Promise<FastifyReply> {
  const proved = await provedForm(exchange);
  if (!proved) return exchange.reply;
  await inOne(exchange, (runs) => revoke(runs, proved.partner, proved.form.get('token') ?? ''));
  return exchange.reply.send({});
}

async function introspectOne(exchange: Exchange): Promise<FastifyReply> {
  const proved = await provedForm(exchange);
  if (!proved) return exchange.reply;
  const found = await inOne(exchange, (runs) =>
    introspect(runs, proved.partner, proved.form.get('token') ?? ''),
  );
  return exchange.reply.send(found);
}

/** An app sends a person here: to the page that asks them, or back with why not; to nobody it does not know. */
async function authorize(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, services, publicUrl } = exchange;
  if ((await waitBefore(services, 'address', request.ip)) > 0) return reply.redirect('/patient/allow/none');
  const asked = new URL(request.url, publicUrl).searchParams;
  const begun = await inOne(exchange, (runs) => beginRequest(runs, { asked, issuer: publicUrl }));
  return reply.redirect(begun ?? '/patient/allow/none');
}
