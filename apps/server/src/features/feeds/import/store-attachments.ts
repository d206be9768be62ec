import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { sealFile, sealTitle } from '../../documents/index.ts';
import type { DraftAttachment } from '../fhir/entry-draft.ts';
import type { StoredEntry } from './store-entries.ts';
import type { Storing } from './storing.ts';

const STORE = `insert into heldwell.attachment (patient_id, id, entry_id, position, content_type, size, label, title, bytes, digest)
  select $1, id, $2, at - 1, content_type, size, $3, title, bytes, digest
  from unnest($4::uuid[], $5::text[], $6::integer[], $7::bytea[], $8::bytea[], $9::bytea[])
    with ordinality n (id, content_type, size, title, bytes, digest, at)`;

/** Whether the files an entry has now are the same ones, sent again: then they are not stored again. */
const HELD = `select array_agg(a.digest order by a.position) = $3::bytea[] as same
  from heldwell.attachment a where a.patient_id = $1 and a.entry_id = $2 and a.replaced_at is null`;

/**
 * Stores the files of documents and reports. Files of an earlier version are kept with the history; a version that
 * brings none (their bytes came in another run) leaves those that are there.
 */
export async function storeAttachments(storing: Storing, stored: readonly StoredEntry[]): Promise<void> {
  const { manager, keys } = storing;
  for (const one of stored) {
    const { row, entryId, outcome } = one;
    const files = row.draft.attachments;
    if (files.length === 0 || outcome === 'OLDER') continue;
    const digests = files.map((file) => keys.codeHash(row.patientId, contentOf(file)));
    if (outcome !== 'NEW') {
      const [held] = await manager.query<{ same: boolean | null }[]>(HELD, [row.patientId, entryId, digests]);
      if (held?.same) continue;
      await manager.query(
        `update heldwell.attachment set replaced_at = heldwell.now()
         where patient_id = $1 and entry_id = $2 and replaced_at is null`,
        [row.patientId, entryId],
      );
    }
    await store(storing, one, digests);
  }
}

async function store(
  { manager, keys }: Storing,
  { row, entryId, label }: StoredEntry,
  digests: readonly Buffer[],
): Promise<void> {
  const files = row.draft.attachments.map((file) => {
    const id = uuidv7();
    return { ...file, id, place: { patient: row.patientId, id, scope: entryId, label } };
  });
  await manager.query(STORE, [
    row.patientId,
    entryId,
    label,
    files.map(({ id }) => id),
    files.map(({ contentType }) => contentType),
    files.map(({ bytes }) => bytes.length),
    files.map(({ place, title }) => sealTitle(keys, place, title)),
    files.map(({ place, bytes }) => sealFile(keys, place, bytes)),
    digests,
  ]);
}

/** A file is the same when its bytes, its title and its type are. */
const contentOf = ({ bytes, title, contentType }: DraftAttachment): Buffer =>
  createHash('sha256').update(bytes).update(`${title}\n${contentType}`).digest();
