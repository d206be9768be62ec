import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { derive } from '../../../platform/secrets.ts';
import { StartProblem } from '../../../platform/start-problem.ts';

/** Signs the heads of the access log. */
export interface SigningKey {
  /** The public half, 32 bytes. */
  readonly publicKey: Buffer;
  sign(words: string): Buffer;
}

/** DER before the 32 bytes of an Ed25519 key: its private form, and its public one. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The key of the given PEM file, else one derived from the installation's secret: every process has the same.
 * @throws StartProblem when the file is not there or holds no Ed25519 key.
 */
export function signingKey(options: { file: string; secret: string }): SigningKey {
  const key = options.file ? keyOfFile(options.file) : derivedKey(options.secret);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(PUBLIC.length);
  return { publicKey, sign: (words) => sign(null, Buffer.from(words), key) };
}

/** Whether a key signed these words. */
export function isSignedBy(publicKey: Buffer, words: string, signature: Buffer): boolean {
  if (publicKey.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(words), key, signature);
}

function keyOfFile(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // One sentence for both: a file that cannot be read, and one that is no key.
  }
  throw new StartProblem(
    `LOG_SIGNING_KEY names ${file}, which cannot be read or holds no Ed25519 private key.`,
  );
}

function derivedKey(secret: string): KeyObject {
  const seed = Buffer.from(derive(secret, 'key that signs heads of the access log'), 'hex');
  return createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
}
