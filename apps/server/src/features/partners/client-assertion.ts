import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { SystemRuns } from '../../platform/as-system.ts';
import { tokenHash } from '../../platform/secrets.ts';
import { type Partner, partnerOf } from './partner.ts';

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const ASSERTION_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
];
/** Longest an assertion may be good for, and how far clocks may differ; in seconds. */
const LONGEST = 300;
const CLOCKS_DIFFER = 10;

export interface Asserted {
  form: URLSearchParams;
  /** Addresses an assertion may be made out to: the issuer's, and the one it was sent to. */
  audiences: readonly string[];
  now: Date;
}

/** The partner that proves itself by a signed assertion, of at most five minutes and for once; null where it does not. */
export async function provedPartner(
  runs: SystemRuns,
  { form, audiences, now }: Asserted,
): Promise<Partner | null> {
  const assertion = form.get('client_assertion') ?? '';
  if (form.get('client_assertion_type') !== TYPE || form.has('client_secret') || assertion.length > 8000)
    return null;
  try {
    const { iss } = decodeJwt(assertion);
    const partner = await partnerOf(runs, iss);
    if (!partner || (form.has('client_id') && form.get('client_id') !== partner.id)) return null;
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(partner.keys), {
      algorithms: ASSERTION_ALGORITHMS,
      issuer: partner.id,
      subject: partner.id,
      audience: [...audiences],
      currentDate: now,
      clockTolerance: CLOCKS_DIFFER,
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'jti'],
    });
    const { exp = 0, iat = 0, jti = '', aud } = payload;
    const isShort = exp - iat <= LONGEST && exp - now.getTime() / 1000 <= LONGEST + CLOCKS_DIFFER;
    const isForUs = typeof aud === 'string' || aud?.length === 1;
    if (!isShort || !isForUs || iat > now.getTime() / 1000 + CLOCKS_DIFFER || jti.length < 8) return null;
    return (await firstUse(runs, partner.id, { jti, exp })) ? partner : null;
  } catch {
    return null;
  }
}

async function firstUse(
  runs: SystemRuns,
  partner: string,
  { jti, exp }: { jti: string; exp: number },
): Promise<boolean> {
  await runs.query({
    text: `with gone as (delete from heldwell.partner_assertion where expires_at < heldwell.now() - interval '1 hour' returning 1)
      select count(*) from gone`,
  });
  const rows = await runs.query<{ new: number }>({
    text: `insert into heldwell.partner_assertion (partner_id, jti_hash, expires_at) values ($1, $2, to_timestamp($3))
      on conflict do nothing returning 1 as new`,
    values: [partner, tokenHash(jti), exp],
  });
  return rows.length === 1;
}
