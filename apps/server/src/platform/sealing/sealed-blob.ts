import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** What a sealed value belongs to. It cannot be opened as anything else: moved, it is as good as forged. */
export interface Binding {
  /** Table and column: `message.text`. */
  place: string;
  /** The row within the record; with its version where the row has one, so that an earlier value cannot be put back. */
  row: string;
  patient: string;
  label: string;
}

/** One version of a data key. */
export interface DataKey {
  version: number;
  key: KeyObject;
}

const FORMAT = 1;
/** Format and key version. */
const HEAD = 3;
const IV = 12;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

/** The version of the key a blob was sealed with; undefined where it cannot be one of ours. */
export const keyVersionOf = (blob: Buffer): number | undefined =>
  blob.length >= HEAD + IV + TAG && blob[0] === FORMAT ? blob.readUInt16BE(1) : undefined;

/** Seals bytes with AES-256-GCM: `format | key version | nonce | ciphertext | tag`, bound to its place by additional data. */
export function sealBytes({ version, key }: DataKey, binding: Binding, bytes: Buffer | string): Buffer {
  const head = Buffer.allocUnsafe(HEAD + IV);
  head[0] = FORMAT;
  head.writeUInt16BE(version, 1);
  randomBytes(IV).copy(head, HEAD);
  const cipher = createCipheriv(CIPHER, key, head.subarray(HEAD));
  cipher.setAAD(additional(binding, version));
  const sealed = typeof bytes === 'string' ? cipher.update(bytes, 'utf8') : cipher.update(bytes);
  cipher.final();
  return Buffer.concat([head, sealed, cipher.getAuthTag()]);
}

/**
 * Opens what `sealBytes` sealed for this very binding.
 * @throws Error when the blob, its binding or the key is another.
 */
export function openBytes({ version, key }: DataKey, binding: Binding, blob: Buffer): Buffer {
  const end = blob.length - TAG;
  const decipher = createDecipheriv(CIPHER, key, blob.subarray(HEAD, HEAD + IV));
  decipher.setAAD(additional(binding, version));
  decipher.setAuthTag(blob.subarray(end));
  const opened = decipher.update(blob.subarray(HEAD + IV, end));
  decipher.final();
  return opened;
}

const additional = ({ place, row, patient, label }: Binding, version: number): Buffer =>
  Buffer.from(`${place}\n${row}\n${patient}\n${label}\n${version}`);
