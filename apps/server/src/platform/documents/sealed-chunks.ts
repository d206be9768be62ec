import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a file is sealed with and bound to. Its key is its own, lies sealed under its label, and seals one file once. */
export interface FileSeal {
  /** The document's row. */
  id: string;
  patient: string;
  key: Buffer;
}

/** A file whose bytes are not those that were sealed: changed, cut off, in another order, or of another file. */
export class BrokenDocument extends Error {
  override name = 'BrokenDocument';
}

const FORMAT = 1;
const CHUNK = 65_536;
const TAG = 16;
/** Bytes of a chunk as it lies in the store. */
export const SEALED_CHUNK = CHUNK + TAG;
const CIPHER = 'aes-256-gcm';

export const newFileKey = (): Buffer => randomBytes(32);

/**
 * Seals a file in chunks of 64 KiB, each with its place and whether it is the last in its nonce, and the document and
 * the patient in its additional data. The nonces need no chance: a key seals one file.
 */
export async function* sealChunks(seal: FileSeal, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const { bytes, last } of chunksOf(source, CHUNK)) {
    const cipher = createCipheriv(CIPHER, seal.key, nonce(index, last));
    cipher.setAAD(additional(seal));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/**
 * Opens what `sealChunks` sealed for this very document; no byte is given before its chunk was found right.
 * @throws BrokenDocument at the first chunk that is not, also where the end is missing.
 */
export async function* openChunks(seal: FileSeal, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const { bytes, last } of chunksOf(source, SEALED_CHUNK)) {
    yield openChunk(seal, bytes, nonce(index, last));
    index += 1;
  }
}

function openChunk(seal: FileSeal, bytes: Buffer, place: Buffer): Buffer {
  const end = bytes.length - TAG;
  try {
    const decipher = createDecipheriv(CIPHER, seal.key, place);
    decipher.setAAD(additional(seal));
    decipher.setAuthTag(bytes.subarray(Math.max(end, 0)));
    const opened = decipher.update(bytes.subarray(0, Math.max(end, 0)));
    decipher.final();
    return opened;
  } catch {
    throw new BrokenDocument(`The file ${seal.id} is not what was sealed.`);
  }
}

/** Pieces of one length; the last, which may be shorter, is known as such. */
async function* chunksOf(
  source: AsyncIterable<Buffer>,
  length: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const part of source) {
    held = held.length > 0 ? Buffer.concat([held, part]) : part;
    let at = 0;
    for (; held.length - at > length; at += length) {
      yield { bytes: held.subarray(at, at + length), last: false };
    }
    held = held.subarray(at);
  }
  yield { bytes: held, last: true };
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(index), 3);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

const additional = ({ id, patient }: FileSeal): Buffer =>
  Buffer.from(`document\n${FORMAT}\n${id}\n${patient}`);
