import type { SystemRuns } from '../../platform/as-system.ts';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import type { Partner } from './partner.ts';

/** Seconds an access token is good for, and a refresh token; after that the person is asked again. */
const ACCESS_SECONDS = 300;
const REFRESH_SECONDS = 90 * 86_400;

/** What a token is for. */
export interface Allowed {
  partner: Pick<Partner, 'id'>;
  scopes: readonly string[];
  /** The one record; null where the partner acts alone. */
  patient: string | null;
  /** All that came of one yes. */
  family: string;
}

/** What the token endpoint answers (RFC 6749 §5.1). */
export interface Issued {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
  refresh_token?: string;
}

async function store(runs: SystemRuns, kind: 'ACCESS' | 'REFRESH', allowed: Allowed): Promise<string> {
  const token = `${kind === 'ACCESS' ? 'hwa' : 'hwr'}_${newToken()}`;
  await runs.query({
    text: `insert into heldwell.partner_token (token_hash, kind, partner_id, scopes, patient_id, family, expires_at)
      values ($1, $2, $3, $4, $5, $6, heldwell.now() + make_interval(secs => $7))`,
    values: [
      ...[tokenHash(token), kind, allowed.partner.id, allowed.scopes, allowed.patient, allowed.family],
      kind === 'ACCESS' ? ACCESS_SECONDS : REFRESH_SECONDS,
    ],
  });
  return token;
}

/** Issues an access token, and a refresh token where a person said yes. Stored are their hashes alone. */
export async function issue(runs: SystemRuns, allowed: Allowed): Promise<Issued> {
  await runs.query({
    text: `with gone as (delete from heldwell.partner_token where expires_at < heldwell.now() - interval '7 days' returning 1)
      select count(*) from gone`,
  });
  return {
    access_token: await store(runs, 'ACCESS', allowed),
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
    scope: allowed.scopes.join(' '),
    ...(allowed.patient && { refresh_token: await store(runs, 'REFRESH', allowed) }),
  };
}

interface TokenRow {
  kind: 'ACCESS' | 'REFRESH';
  scopes: string[];
  patient_id: string | null;
  family: string;
  expires_at: Date;
  was_used: boolean;
  is_good: boolean;
}

/** A token of this partner, locked against a second use at the same time. */
async function tokenOf(
  runs: SystemRuns,
  partner: Pick<Partner, 'id'>,
  token: string,
): Promise<TokenRow | undefined> {
  const [row] = await runs.query<TokenRow>({
    text: `select kind, scopes, patient_id, family, expires_at, used_at is not null as was_used,
        revoked_at is null and expires_at > heldwell.now() as is_good
      from heldwell.partner_token where token_hash = $1 and partner_id = $2 for update`,
    values: [tokenHash(token), partner.id],
  });
  return row;
}

/** Ends every token that came of one yes. */
export async function endFamily(runs: SystemRuns, family: string): Promise<void> {
  await runs.query({
    text: `with ended as (update heldwell.partner_token set revoked_at = heldwell.now()
      where family = $1 and revoked_at is null returning 1) select count(*) from ended`,
    values: [family],
  });
}

/**
 * Changes a refresh token for new ones. Each works once: one that comes back was copied, and then all of its family end.
 * Null where it is none, or what it was given for is over.
 */
export async function refresh(
  runs: SystemRuns,
  partner: Partner,
  { token, scopes }: { token: string; scopes: (most: readonly string[]) => readonly string[] | null },
): Promise<Issued | null> {
  const row = await tokenOf(runs, partner, token);
  if (row?.kind !== 'REFRESH' || !row.is_good) return null;
  if (row.was_used) {
    await endFamily(runs, row.family);
    return null;
  }
  const asked = scopes(row.scopes);
  if (!asked || !(await stillShared(runs, partner, row.patient_id))) return null;
  await runs.query({
    text: `with used as (update heldwell.partner_token set used_at = heldwell.now() where token_hash = $1 returning 1)
      select count(*) from used`,
    values: [tokenHash(token)],
  });
  return issue(runs, { partner, scopes: asked, patient: row.patient_id, family: row.family });
}

async function stillShared(runs: SystemRuns, partner: Partner, patient: string | null): Promise<boolean> {
  const rows = await runs.query({
    text: `select from heldwell.grant_in_force where patient_id = $1 and grantee_id = $2 and grantee_kind = 'APP'`,
    values: [patient, partner.id],
  });
  return rows.length > 0;
}

/** Ends a token of the partner's own; of a refresh token all that came with it. Unknown ones answer alike (RFC 7009). */
export async function revoke(runs: SystemRuns, partner: Partner, token: string): Promise<void> {
  const row = await tokenOf(runs, partner, token);
  if (!row) return;
  if (row.kind === 'REFRESH') return endFamily(runs, row.family);
  await runs.query({
    text: `with ended as (update heldwell.partner_token set revoked_at = coalesce(revoked_at, heldwell.now())
      where token_hash = $1 returning 1) select count(*) from ended`,
    values: [tokenHash(token)],
  });
}

/** What a token of the partner's own is good for (RFC 7662); of any other only that it is not. */
export async function introspect(runs: SystemRuns, partner: Partner, token: string): Promise<object> {
  const row = await tokenOf(runs, partner, token);
  if (!row?.is_good || (row.kind === 'REFRESH' && row.was_used)) return { active: false };
  return {
    active: true,
    client_id: partner.id,
    scope: row.scopes.join(' '),
    exp: Math.floor(row.expires_at.getTime() / 1000),
    token_type: row.kind === 'ACCESS' ? 'Bearer' : 'refresh_token',
  };
}
