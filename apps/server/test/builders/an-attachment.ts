import { randomUUID } from 'node:crypto';
import { sealFile, sealTitle } from '../../src/features/documents/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import type { RunsAsOwner } from '../harness/insert-rows.ts';
import { keysOf } from './sealed.ts';

/** Stores a text file of an entry under GENERAL; its row's id, and the one clients see. */
export async function anAttachment(
  db: RunsAsOwner,
  of: { patient: string; entry: string | undefined },
): Promise<{ row: string; id: string }> {
  const row = randomUUID();
  const place = { patient: of.patient, id: row, scope: of.entry ?? null, label: 'GENERAL' as const };
  const keys = await keysOf(db, of.patient);
  const bytes = Buffer.from('words');
  await db.rows(
    `insert into heldwell.attachment (patient_id, id, entry_id, position, label, title, content_type, size, bytes, digest)
     values ($1, $2, $3, 0, 'GENERAL', $4, 'text/plain', $5, $6, '\\x00')`,
    [of.patient, row, of.entry, sealTitle(keys, place, 'Words'), bytes.length, sealFile(keys, place, bytes)],
  );
  return { row, id: writeId('ATTACHMENT', row, of.patient) };
}
