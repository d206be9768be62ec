import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Provider } from './provider.ts';

/** What an identity token must be for. */
export interface Expected {
  provider: Pick<Provider, 'issuer' | 'clientId' | 'signedWith'>;
  nonce: string;
  now: Date;
  /** The provider's keys, by their ids. */
  keys: JWTVerifyGetKey;
  /** Where somebody had to sign in there anew: since when. The token has to say when they did. */
  signedInSince?: Date | undefined;
}

export type IdClaims = JWTPayload & { sub: string };

/** Longest that a token may be on its way after it was issued, and how far clocks may differ; in seconds. */
const OLDEST = 300;
const CLOCKS_DIFFER = 10;

/**
 * Checks an identity token whole: its one allowed algorithm and key, who issued it to whom, when, and for which sign-in.
 * The key is looked up by the id its header names among the provider's own; one inside a header counts for nothing.
 * @throws Error, of jose or our own, where anything is not as expected.
 */
export async function checkIdToken(token: string, expected: Expected): Promise<IdClaims> {
  const { provider, nonce, now, keys } = expected;
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    algorithms: [provider.signedWith],
    issuer: provider.issuer,
    audience: provider.clientId,
    currentDate: now,
    clockTolerance: CLOCKS_DIFFER,
    maxTokenAge: OLDEST,
    requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
  });
  if (!protectedHeader.kid) throw new Error('The identity token names no key.');
  const audiences = [payload.aud].flat();
  if (audiences.length > 1 && payload.azp === undefined)
    throw new Error('The identity token is for several and does not say whom it was issued to.');
  if (payload.azp !== undefined && payload.azp !== provider.clientId)
    throw new Error('The identity token was issued to another.');
  if (payload.nonce !== nonce) throw new Error('The identity token is for another sign-in.');
  if (typeof payload.sub !== 'string' || payload.sub === '' || payload.sub.length > 255)
    throw new Error('The identity token names nobody.');
  const { signedInSince } = expected;
  if (signedInSince && !signedInDuring(payload, { from: signedInSince, to: now }))
    throw new Error('The identity token does not say that its person signed in just now.');
  return payload as IdClaims;
}

/** Whether the person signed in at the provider between two moments, as its token says (`auth_time`); false where it does not say. */
export function signedInDuring(
  { auth_time: at }: JWTPayload,
  { from, to }: { from: Date; to: Date },
): boolean {
  if (typeof at !== 'number') return false;
  const seconds = (moment: Date) => moment.getTime() / 1000;
  return at >= Math.floor(seconds(from)) - CLOCKS_DIFFER && at <= seconds(to) + CLOCKS_DIFFER;
}
