import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import type { SystemRuns } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { relyingParty } from './relying-party.ts';

/** Enough of a passkey to name it to a browser. */
export interface KnownPasskey {
  credential_id: Buffer;
  transports: string[];
}

type Transports = WebAuthnCredential['transports'];

const named = ({ credential_id, transports }: KnownPasskey) => ({
  id: credential_id.toString('base64url'),
  transports: transports as NonNullable<Transports>,
});

/** What a browser is asked for to sign in: with `known` one of these, without any passkey of this service. */
export const passkeyQuestion = (context: Context, known: readonly KnownPasskey[] = []) =>
  generateAuthenticationOptions({
    rpID: relyingParty(context).id,
    userVerification: 'required',
    allowCredentials: known.map(named),
  });

/** What a browser is asked for to make a passkey: one that is found without an e-mail, and asks who holds it. */
export function newPasskeyQuestion(
  context: Context,
  person: { id: string; email: string; name: string },
  known: readonly KnownPasskey[],
) {
  return generateRegistrationOptions({
    rpName: 'Heldwell',
    rpID: relyingParty(context).id,
    userID: Buffer.from(person.id.replaceAll('-', ''), 'hex'),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(named),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a browser made, if it is what was asked for. */
export async function madePasskey(
  context: Context,
  said: string,
  challenge: string,
): Promise<WebAuthnCredential | null> {
  const { id, origin } = relyingParty(context);
  const response = readJson<RegistrationResponseJSON>(said);
  if (!response) return null;
  try {
    const made = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    return made.verified ? made.registrationInfo.credential : null;
  } catch {
    // The library throws for whatever does not fit: all of it is refused alike.
    return null;
  }
}

interface StoredPasskey {
  id: string;
  person_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
}

/** Whose passkey signed the challenge; null where none of ours did. Counts its use: a copy that lags behind is refused. */
export async function passkeyHolder(
  context: Context,
  runs: SystemRuns,
  { said, challenge }: { said: string; challenge: string },
): Promise<string | null> {
  const response = readJson<AuthenticationResponseJSON>(said);
  if (typeof response?.id !== 'string') return null;
  const [stored] = await runs.query<StoredPasskey>({
    text: `select k.id, k.person_id, k.public_key, k.counter, k.transports
      from heldwell.passkey k join heldwell.person p on p.id = k.person_id
      where k.credential_id = $1 and k.removed_at is null and p.disabled_at is null for no key update of p`,
    values: [Buffer.from(response.id, 'base64url')],
  });
  if (!stored) return null;
  const counter = await counterOf(context, { response, challenge, stored });
  if (counter === null) return null;
  const counted = await runs.query<{ id: string }>({
    text: `with counted as (
        update heldwell.passkey set counter = $2, last_used_at = heldwell.now()
         where id = $1 and removed_at is null and (counter < $2 or (counter = 0 and $2 = 0)) returning id)
      select id from counted`,
    values: [stored.id, counter],
  });
  return counted.length === 1 ? stored.person_id : null;
}

interface Signed {
  response: AuthenticationResponseJSON;
  challenge: string;
  stored: StoredPasskey;
}

/** The passkey's own count of its uses, where its signature is right; null where it is not. */
async function counterOf(context: Context, { response, challenge, stored }: Signed): Promise<number | null> {
  const { id, origin } = relyingParty(context);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(stored.public_key),
        counter: Number(stored.counter),
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

function readJson<T>(said: string): T | null {
  try {
    const read: unknown = JSON.parse(said);
    return typeof read === 'object' && read !== null ? (read as T) : null;
  } catch {
    return null;
  }
}
