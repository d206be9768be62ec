import type { JSONWebKeySet } from 'jose';
import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { emailHash, sealEmail } from '../sign-in/index.ts';
import type { Scope } from './scopes.ts';

/** A partner as it was set up. */
export interface Partner {
  id: string;
  name: string;
  organisation_name: string;
  purpose: string;
  keys: JSONWebKeySet;
  redirect_uris: string[];
  scopes: string[];
  acts_alone: boolean;
}

export interface NewPartner {
  id?: string;
  name: string;
  organisationName: string;
  purpose: string;
  /** Public keys alone. */
  keys: JSONWebKeySet;
  redirectUris: readonly string[];
  scopes: readonly Scope[];
  actsAlone: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The partner of a client id; undefined where there is none, or it was switched off. */
export async function partnerOf(
  runs: Pick<SystemRuns, 'query'>,
  clientId: unknown,
): Promise<Partner | undefined> {
  if (typeof clientId !== 'string' || !UUID.test(clientId)) return undefined;
  const [row] = await runs.query<Partner>({
    text: `select id, name, organisation_name, purpose, keys, redirect_uris, scopes, acts_alone from heldwell.partner
      where id = $1 and disabled_at is null`,
    values: [clientId],
  });
  return row;
}

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

/** Refuses what would be wrong in every installation: a private key, an address that is none, one that could be another. */
function refuseUnfit({ keys, redirectUris }: NewPartner): void {
  if (keys.keys.length === 0 || keys.keys.some((key) => PRIVATE.some((part) => part in key)))
    throw new Error('A partner gives its public keys, and no private one.');
  for (const address of redirectUris) {
    const { protocol, hostname, hash, username } = new URL(address);
    const isSafe =
      protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
    if (!isSafe || hash || username || address.includes('*'))
      throw new Error(`People cannot come back to ${address}: it takes an https:// address, whole.`);
  }
}

/** Sets a partner up, or brings it up to date; its client id. */
export async function ensurePartner(runs: SystemRuns, partner: NewPartner): Promise<string> {
  refuseUnfit(partner);
  const id = partner.id ?? uuidv7();
  await ensureItsPerson(runs, id, partner.name);
  await runs.query({
    text: `insert into heldwell.partner (id, name, organisation_name, purpose, keys, redirect_uris, scopes, acts_alone, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, heldwell.now())
      on conflict (id) do update set name = excluded.name, organisation_name = excluded.organisation_name,
        purpose = excluded.purpose, keys = excluded.keys, redirect_uris = excluded.redirect_uris,
        scopes = excluded.scopes, acts_alone = excluded.acts_alone, disabled_at = null`,
    values: [
      ...[id, partner.name, partner.organisationName, partner.purpose, JSON.stringify(partner.keys)],
      ...[partner.redirectUris, partner.scopes, partner.actsAlone],
    ],
  });
  return id;
}

/** What it reads is logged under a name like everybody's. No password and no way to set one: nobody signs in as it. */
async function ensureItsPerson(runs: SystemRuns, id: string, name: string): Promise<void> {
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const email = `partner-${id}@partners.invalid`;
  await runs.query({
    text: `insert into heldwell.person (id, given_name, family_name, email, email_hash) values ($1, $2, 'app', $3, $4)
      on conflict (id) do update set given_name = excluded.given_name`,
    values: [id, name, sealEmail(keys, id, email), emailHash(runs.sealing, email)],
  });
}
