import { createHash, createPrivateKey, createPublicKey, type KeyObject, type webcrypto } from 'node:crypto';
import type { ProviderSettings } from '../../../platform/provider-settings.ts';

/** The algorithm national sign-ins ask a client to prove itself by. */
const CLIENT_ALGORITHM = 'RS512';

/** A key's name: a hash of its public part, so that the same key has the same name in every process. */
const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest('base64url');

/** The first key as a token is signed with it. */
export async function signingKey({
  keys,
}: ProviderSettings): Promise<{ key: webcrypto.CryptoKey; kid: string }> {
  const [first] = keys;
  if (!first) throw new Error('There is no key to sign in with: set SIGN_IN_KEYS.');
  const key = await crypto.subtle.importKey(
    'pkcs8',
    first.export({ type: 'pkcs8', format: 'der' }),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
    false,
    ['sign'],
  );
  return { key, kid: keyIdOf(first) };
}

/** The public keys, as providers fetch them: one that is to follow stands here before it signs. */
export const publicKeys = ({ keys }: ProviderSettings): { keys: object[] } => ({
  keys: keys.map((key) => ({
    ...createPublicKey(key).export({ format: 'jwk' }),
    kid: keyIdOf(key),
    use: 'sig',
    alg: CLIENT_ALGORITHM,
  })),
});

/**
 * Reads an RSA private key.
 * @throws Error where it is none, or shorter than 2048 bits.
 */
export function readSigningKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error('It takes an RSA private key of at least 2048 bits.');
  return key;
}
