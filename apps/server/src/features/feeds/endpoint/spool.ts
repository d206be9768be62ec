import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FhirSource } from '../fhir/fhir-source.ts';

/** The body is longer than is taken. */
export class TooLong extends Error {}

/** Writes a body to a file of its own, since it is read twice, and removes it when the work is done. */
export async function spooled<T>(
  body: Readable,
  mostBytes: number,
  work: (source: FhirSource) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'heldwell-fhir-'));
  try {
    const file = join(folder, 'body.json');
    await pipeline(
      body,
      (chunks: AsyncIterable<Buffer>) => limited(chunks, mostBytes),
      createWriteStream(file, { mode: 0o600 }),
    );
    return await work({ name: 'request', open: () => createReadStream(file) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* limited(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw new TooLong();
    yield chunk;
  }
}
