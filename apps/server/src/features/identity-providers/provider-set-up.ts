import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { type Identity, linkIdentity } from './person-identity.ts';

/** An organisation's own sign-in, as it is set up. */
export interface NewProvider {
  organisationId: string;
  issuer: string;
  clientId: string;
  name: string;
  signedWith?: string;
  teamMap?: Record<string, string>;
  roleMap?: Record<string, string>;
}

/** Sets up how an organisation's staff sign in, or brings it up to date; its key. */
export async function ensureProvider(runs: SystemRuns, provider: NewProvider): Promise<string> {
  const [row] = await runs.query<{ id: string }>({
    text: `insert into heldwell.identity_provider (id, organisation_id, issuer, client_id, name, signed_with, team_map, role_map,
        created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, heldwell.now())
      on conflict (issuer, client_id) do update set name = excluded.name, signed_with = excluded.signed_with,
        team_map = excluded.team_map, role_map = excluded.role_map, disabled_at = null
      where identity_provider.organisation_id = excluded.organisation_id returning id`,
    values: [
      ...[uuidv7(), provider.organisationId, provider.issuer, provider.clientId, provider.name],
      ...[provider.signedWith ?? 'RS256', provider.teamMap ?? {}, provider.roleMap ?? {}],
    ],
  });
  if (!row) throw new Error('Another organisation signs in by this issuer and client id.');
  return row.id;
}

/** Links somebody to who they are at a provider; who is linked stays so. */
export async function ensureIdentity(runs: SystemRuns, identity: Identity, personId: string): Promise<void> {
  if (!(await linkIdentity(runs, identity, personId))) throw new Error('This identity is somebody else’s.');
}
