import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { StoredEntry } from './store-entries.ts';

const STORE = `insert into heldwell.attachment (patient_id, id, entry_id, position, title, content_type, size, bytes)
  select $1, id, $2, at - 1, title, content_type, octet_length(bytes), bytes
  from unnest($3::uuid[], $4::text[], $5::text[], $6::bytea[]) with ordinality n (id, title, content_type, bytes, at)`;

/** The files an entry has now, in one digest: the same ones sent again are not stored again. */
const HELD = `select encode(sha256(string_agg(sha256(a.bytes) || convert_to(coalesce(a.title, '') || a.content_type, 'UTF8'), ''
    order by a.position)), 'hex')
    = encode(sha256((select string_agg(sha256(n.bytes) || convert_to(n.title || n.content_type, 'UTF8'), '' order by n.at)
      from unnest($3::text[], $4::text[], $5::bytea[]) with ordinality n (title, content_type, bytes, at))), 'hex') as same
  from heldwell.attachment a where a.patient_id = $1 and a.entry_id = $2 and a.replaced_at is null`;

/**
 * Stores the files of documents and reports. Files of an earlier version are kept with the history; a version that
 * brings none (their bytes came in another run) leaves those that are there.
 */
export async function storeAttachments(
  manager: EntityManager,
  stored: readonly StoredEntry[],
): Promise<void> {
  for (const { row, entryId, outcome } of stored) {
    const files = row.draft.attachments;
    if (files.length === 0 || outcome === 'OLDER') continue;
    const said = [
      files.map(({ title }) => title),
      files.map(({ contentType }) => contentType),
      files.map(({ bytes }) => bytes),
    ];
    if (outcome !== 'NEW') {
      const [held] = await manager.query<{ same: boolean | null }[]>(HELD, [row.patientId, entryId, ...said]);
      if (held?.same) continue;
      await manager.query(
        `update heldwell.attachment set replaced_at = heldwell.now()
         where patient_id = $1 and entry_id = $2 and replaced_at is null`,
        [row.patientId, entryId],
      );
    }
    await manager.query(STORE, [row.patientId, entryId, files.map(() => uuidv7()), ...said]);
  }
}
