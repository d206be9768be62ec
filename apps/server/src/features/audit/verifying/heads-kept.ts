import type { Head } from '../sealing/head.ts';
import type { HeadsFiles } from '../sealing/heads-files.ts';

/** What the files outside the database say of each record: the hash at each position that was ever signed. */
export type HeadsKept = ReadonlyMap<string, ReadonlyMap<number, Head>>;

/** Reads the files; of one record, or of all. */
export async function headsKept(files: HeadsFiles, record: string | undefined): Promise<HeadsKept> {
  const kept = new Map<string, Map<number, Head>>();
  for await (const head of files.all()) {
    if (record !== undefined && head.record !== record) continue;
    const own = kept.get(head.record) ?? new Map<number, Head>();
    // The first that was written at a position stands; whoever adds another later changes nothing.
    if (!own.has(head.position)) own.set(head.position, head);
    kept.set(head.record, own);
  }
  return kept;
}
