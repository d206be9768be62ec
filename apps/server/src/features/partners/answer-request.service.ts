import { randomUUID } from 'node:crypto';
import { asSystem } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import type { PrivacyLabel } from '../consent/index.ts';
import { givingOf, shareRecord } from '../sharing/index.ts';
import { backTo } from './app-request.ts';
import { labelsOf, scopesOf } from './scopes.ts';

/** What an app asks for, as it waits for an answer. */
export interface OpenRequest {
  id: string;
  partner_id: string;
  name: string;
  organisation_name: string;
  purpose: string;
  scopes: string[];
  redirect_uri: string;
  state: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const OPEN = `select r.id, r.partner_id, a.name, a.organisation_name, a.purpose, r.scopes, r.redirect_uri, r.state
  from heldwell.partner_request r join heldwell.partner a on a.id = r.partner_id and a.disabled_at is null
  where r.id = $1 and r.answered_at is null and r.expires_at > heldwell.now()`;

/** What an app asks for; null where it has its answer, or asked too long ago. */
export async function openRequest(services: Services, id: string): Promise<OpenRequest | null> {
  if (!UUID.test(id)) return null;
  const [row] = await asSystem(services.database, 'find what an app asks for', (manager) =>
    manager.query<OpenRequest[]>(OPEN, [id]),
  );
  return row ?? null;
}

/** Where an app is told of the answer. */
interface Answering {
  context: Context;
  request: OpenRequest;
  issuer: string;
}

/** Gives the app its grant and a code for its tokens; the address the person goes back to. Null where it was answered. */
export async function allow(
  { context, request, issuer }: Answering,
  { labels, validUntil }: { labels: readonly PrivacyLabel[]; validUntil: string | null },
): Promise<string | null> {
  const giving = await givingOf(context);
  const asked = labelsOf(request.scopes);
  const given = asked.filter((label) => labels.includes(label));
  const code = newToken();
  const answer = { patient: giving.patientId, code, scopes: scopesOf(given) };
  // Answered first, and once: should the grant then not come to be, the code opens nothing.
  if (!(await noteAnswer(context.services, request.id, answer))) return null;
  await shareRecord(context, giving, {
    id: randomUUID(),
    grantee: { grantee_kind: 'APP', grantee_id: request.partner_id, grantee_name: request.name },
    labels: given,
    rights: ['SEE'],
    validUntil,
  });
  return backTo(request.redirect_uri, { code, state: request.state, iss: issuer });
}

/** Says no; the address the person goes back to. */
export async function refuse({ context, request, issuer }: Answering): Promise<string | null> {
  if (!(await noteAnswer(context.services, request.id, null))) return null;
  return backTo(request.redirect_uri, { error: 'access_denied', state: request.state, iss: issuer });
}

interface Yes {
  patient: string;
  code: string;
  scopes: readonly string[];
}

async function noteAnswer(services: Services, id: string, yes: Yes | null): Promise<boolean> {
  const rows = await asSystem(services.database, 'note what a person answers an app', (manager) =>
    manager.query<{ id: string }[]>(
      `with answered as (update heldwell.partner_request set answered_at = heldwell.now(), patient_id = $2, code_hash = $3,
         scopes = coalesce($4, scopes) where id = $1 and answered_at is null and expires_at > heldwell.now() returning id)
       select id from answered`,
      [id, yes?.patient ?? null, yes ? tokenHash(yes.code) : null, yes?.scopes ?? null],
    ),
  );
  return rows.length === 1;
}
