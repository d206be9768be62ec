import { createHash } from 'node:crypto';
import { FIRST_BYTES, kindOf } from './file-kinds.ts';

/** Why a file is not taken. */
export class NotTaken extends Error {
  readonly why: 'KIND' | 'TOO_LARGE' | 'EMPTY';

  constructor(why: 'KIND' | 'TOO_LARGE' | 'EMPTY') {
    super(`A file was not taken: ${why}.`);
    this.why = why;
  }
}

/** A file as it comes in: what it is is known before any of it is kept, how long it was when it has been read. */
export interface IncomingFile {
  contentType: string;
  /** @throws NotTaken beyond the most bytes. */
  bytes: AsyncIterable<Buffer>;
  /** Once it has been read to its end. */
  read(): { size: number; digest: Buffer };
}

/**
 * Reads as much of a file as says what it is.
 * @throws NotTaken
 */
export async function incomingFile(body: AsyncIterable<Buffer>, mostBytes: number): Promise<IncomingFile> {
  const parts = body[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let known = 0;
  while (known < FIRST_BYTES) {
    const next = await parts.next();
    if (next.done) break;
    first.push(next.value);
    known += next.value.length;
  }
  const contentType = known > 0 && (await kindOf(Buffer.concat(first).subarray(0, FIRST_BYTES)));
  if (!contentType) {
    await parts.return?.();
    throw new NotTaken(known === 0 ? 'EMPTY' : 'KIND');
  }
  const digest = createHash('sha256');
  let size = 0;
  async function* bytes(): AsyncGenerator<Buffer> {
    const rest = { [Symbol.asyncIterator]: () => parts };
    for (const source of [first, rest]) {
      for await (const part of source) {
        size += part.length;
        if (size > mostBytes) throw new NotTaken('TOO_LARGE');
        digest.update(part);
        yield part;
      }
    }
  }
  return { contentType, bytes: bytes(), read: () => ({ size, digest: digest.digest() }) };
}
