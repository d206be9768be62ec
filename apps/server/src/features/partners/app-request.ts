import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { partnerOf } from './partner.ts';
import { readingScopes, type Scope, scopesAsked } from './scopes.ts';

const MINUTES = 15;
/** Parameters that may stand once. */
const ONCE = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];

/** The address of an app with an answer for it. */
export function backTo(address: string, answer: Record<string, string | null>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(answer)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

interface Asked {
  redirectUri: string;
  state: string | null;
  challenge: string;
  scopes: Scope[];
}

/**
 * Notes what an app asks a person for; where the browser goes next: to the page that asks them, or back to the app with what
 * is wrong. Null where the app or its address is not known: then nobody is sent anywhere else.
 */
export async function beginRequest(
  runs: SystemRuns,
  { asked, issuer }: { asked: URLSearchParams; issuer: string },
): Promise<string | null> {
  if (ONCE.some((name) => asked.getAll(name).length > 1)) return null;
  const partner = await partnerOf(runs, asked.get('client_id'));
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (!partner?.redirect_uris.includes(redirectUri)) return null;
  const state = asked.get('state');
  const read = readAsked(asked, partner.scopes);
  if (typeof read === 'string') return backTo(redirectUri, { error: read, state, iss: issuer });
  const id = await store(runs, partner.id, { ...read, redirectUri, state });
  return `/patient/allow/${id}`;
}

function readAsked(
  asked: URLSearchParams,
  most: readonly string[],
): Pick<Asked, 'challenge' | 'scopes'> | string {
  if (asked.get('response_type') !== 'code') return 'unsupported_response_type';
  const challenge = asked.get('code_challenge') ?? '';
  if (asked.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    return 'invalid_request';
  if ((asked.get('state') ?? '').length > 500) return 'invalid_request';
  const scopes = scopesAsked(asked.get('scope') ?? undefined, readingScopes(most));
  return scopes ? { challenge, scopes } : 'invalid_scope';
}

async function store(runs: SystemRuns, partner: string, asked: Asked): Promise<string> {
  const id = uuidv7();
  await runs.query({
    text: `with gone as (delete from heldwell.partner_request where expires_at < heldwell.now() - interval '1 day' returning 1)
      select count(*) from gone`,
  });
  await runs.query({
    text: `insert into heldwell.partner_request (id, partner_id, redirect_uri, scopes, state, challenge, expires_at)
      values ($1, $2, $3, $4, $5, $6, heldwell.now() + make_interval(mins => ${MINUTES}))`,
    values: [id, partner, asked.redirectUri, asked.scopes, asked.state, asked.challenge],
  });
  return id;
}
