import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LEVELS, PERSON_CASES, STAFF_CASES } from './answers.ts';
import { choosingPage, lostPage } from './page.ts';
import { DEMO_PATH, demoSubject } from './people.ts';
import { makeTenant, type Tenant, type TenantSettings } from './tenant.ts';

/** A page of text and one form: no script, no frame. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const MOST_BYTES = 10_000;
const INTERACTION_SECONDS = 900;

interface Exchange {
  settings: TenantSettings;
  tenant: Tenant;
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * Serves the stand-ins for a national sign-in and for employers' own, as OpenID Connect, for anybody to be anybody of the
 * demo story. Never called in production.
 */
export function serveDemoSignIn(http: FastifyInstance, settings: TenantSettings): void {
  const tenants = new Map<string, Promise<Tenant | undefined>>();
  const tenantOf = (name: string) => {
    const made = tenants.get(name) ?? makeTenant(settings, name);
    tenants.set(name, made);
    void made.then(
      (tenant) => tenant ?? tenants.delete(name),
      () => tenants.delete(name),
    );
    return made;
  };
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The providers read the body themselves.
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    scope.addHook('onRequest', async (request) => asOutside(request.raw, settings.publicUrl));
    const at =
      (handle: (exchange: Exchange) => Promise<FastifyReply>) =>
      async (request: FastifyRequest, reply: FastifyReply) => {
        const tenant = await tenantOf((request.params as { tenant: string }).tenant);
        if (!tenant) return reply.status(404).type('text/plain').send('There is no such sign-in.');
        return handle({ settings, tenant, request, reply });
      };
    scope.get(`${DEMO_PATH}/:tenant/interaction/:uid`, at(show));
    scope.post(`${DEMO_PATH}/:tenant/interaction/:uid`, at(choose));
    scope.all(`${DEMO_PATH}/:tenant/*`, at(provide));
    done();
  });
}

/** What Heldwell itself asks comes from within this machine; addresses in answers are those of outside. */
function asOutside({ headers }: IncomingMessage, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl);
  headers.host = host;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

async function provide({ tenant, request, reply }: Exchange): Promise<FastifyReply> {
  const raw = request.raw as IncomingMessage & { originalUrl?: string };
  raw.originalUrl = raw.url ?? '';
  raw.url = raw.originalUrl.slice(`${DEMO_PATH}/${tenant.name}`.length);
  reply.hijack();
  reply.raw.setHeader('content-security-policy', POLICY);
  await tenant.provider.callback()(raw, reply.raw);
  return reply;
}

const html = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .status(status)
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page);

async function show({ settings, tenant, request, reply }: Exchange): Promise<FastifyReply> {
  const isThere = await tenant.provider.interactionDetails(request.raw, reply.raw).then(
    () => true,
    () => false,
  );
  return isThere
    ? html(reply, 200, choosingPage(tenant, settings.cast, request.url))
    : html(reply, 400, lostPage());
}

async function choose({ tenant, request, reply }: Exchange): Promise<FastifyReply> {
  const chosen = new URLSearchParams(await textOf(request));
  const account = chosenAccount(tenant, chosen);
  const result =
    chosen.get('do') === 'cancel' || !account
      ? { error: 'access_denied', error_description: 'The person turned back.' }
      : { login: { accountId: account } };
  try {
    if (account) await forgetOthers(tenant, request, reply);
    const address = await tenant.provider.interactionResult(request.raw, reply.raw, result);
    return await reply.redirect(address, 303);
  } catch {
    return html(reply, 400, lostPage());
  }
}

/** Somebody else was chosen before in this browser: the provider would ask whether they leave, by a script. */
async function forgetOthers(
  { provider }: Tenant,
  { raw }: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const interaction = await provider.interactionDetails(raw, reply.raw);
  const uid = interaction.session?.uid;
  if (!uid) return;
  await (await provider.Session.findByUid(uid))?.destroy();
  delete interaction.session;
  await interaction.save(INTERACTION_SECONDS);
}

/** Notes what was chosen of whom; the subject. */
function chosenAccount({ organisation, chosen: notes }: Tenant, chosen: URLSearchParams): string | null {
  const [person = '', level = '', of = ''] = ['person', 'level', 'case'].map(
    (name) => chosen.get(name) ?? '',
  );
  const fits = organisation
    ? Object.hasOwn(STAFF_CASES, of)
    : Object.hasOwn(LEVELS, level) && Object.hasOwn(PERSON_CASES, of);
  if (!fits || !/^[a-z]{1,20}$/.test(person)) return null;
  const subject = demoSubject(person);
  notes.set(subject, { level, of });
  return subject;
}

async function textOf({ raw }: FastifyRequest): Promise<string> {
  let text = '';
  for await (const chunk of raw) {
    text += String(chunk);
    if (text.length > MOST_BYTES) throw new Error('The form is too long.');
  }
  return text;
}
