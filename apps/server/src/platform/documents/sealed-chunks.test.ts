import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BrokenDocument, newFileKey, openChunks, SEALED_CHUNK, sealChunks } from './sealed-chunks.ts';

const seal = { id: '0199c3a0-0000-7000-8000-000000000001', patient: 'p', key: newFileKey() };

async function* inParts(bytes: Buffer, length = 50_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
const sealed = (bytes: Buffer) => all(sealChunks(seal, inParts(bytes)));

/** What comes out before the fault is told, and that it is told. */
async function opened(blob: Buffer, as = seal): Promise<{ bytes: Buffer; broken: boolean }> {
  const parts: Buffer[] = [];
  try {
    for await (const part of openChunks(as, inParts(blob))) parts.push(part);
    return { bytes: Buffer.concat(parts), broken: false };
  } catch (error) {
    expect(error).toBeInstanceOf(BrokenDocument);
    return { bytes: Buffer.concat(parts), broken: true };
  }
}

describe('a file sealed in chunks', () => {
  it('opens to what was sealed, whatever its length', async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000]) {
      const bytes = randomBytes(length);
      expect(await opened(await sealed(bytes))).toEqual({ bytes, broken: false });
    }
  });

  it('is refused where it is cut, also between two chunks, and gives nothing beyond the chunks that are right', async () => {
    const bytes = randomBytes(200_000);
    const blob = await sealed(bytes);
    for (const length of [0, 10, SEALED_CHUNK - 1, SEALED_CHUNK, 2 * SEALED_CHUNK, blob.length - 1]) {
      const { bytes: got, broken } = await opened(blob.subarray(0, length));
      expect([length, broken]).toEqual([length, true]);
      expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
    }
  });

  it('is refused with its chunks in another order, twice, or one left out', async () => {
    const bytes = randomBytes(300_000);
    const blob = await sealed(bytes);
    const [a, b, c] = [0, 1, 2].map((n) => blob.subarray(n * SEALED_CHUNK, (n + 1) * SEALED_CHUNK));
    const rest = blob.subarray(3 * SEALED_CHUNK);
    for (const parts of [
      [b, a, c],
      [a, a, b, c],
      [a, c],
      [a, b, c, c],
    ]) {
      const { bytes: got, broken } = await opened(Buffer.concat([...(parts as Buffer[]), rest]));
      expect(broken).toBe(true);
      expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
    }
  });

  it('is refused with any bit flipped, and as the file of another document or patient', async () => {
    const bytes = randomBytes(150_000);
    const blob = await sealed(bytes);
    for (let turn = 0; turn < 200; turn += 1) {
      const changed = Buffer.from(blob);
      const at = Math.floor(Math.random() * blob.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << (turn % 8));
      const { bytes: got, broken } = await opened(changed);
      expect(broken).toBe(true);
      expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
    }
    for (const as of [
      { ...seal, id: 'another' },
      { ...seal, patient: 'another' },
      { ...seal, key: newFileKey() },
    ]) {
      expect(await opened(blob, as)).toEqual({ bytes: Buffer.alloc(0), broken: true });
    }
  });
});
