import type { RunsAsOwner } from '../harness/insert-rows.ts';
import { headlineIn } from './sealed.ts';

interface EntryRow {
  title: string;
  version: number;
  status: string;
  label: string;
  summary: string;
}

type StoredRow = Parameters<typeof headlineIn>[1] & { status: string };

/** The entries of a sender, by time and words. */
export async function storedEntries(db: RunsAsOwner, ods: string): Promise<EntryRow[]> {
  const rows = await db.rows<StoredRow>(
    `select e.patient_id, e.id, e.headline, e.version, e.status, e.label
     from heldwell.entry e join heldwell.organisation o on o.id = e.source_organisation_id
     where o.ods_code = $1 order by e.sorted_at`,
    [ods],
  );
  const opened = [];
  for (const row of rows) {
    const { title, summary } = await headlineIn(db, row);
    opened.push({ title, summary, version: row.version, status: row.status, label: row.label });
  }
  return opened.sort((a, b) => (a.summary ?? '').localeCompare(b.summary ?? ''));
}

/** What a report of a sender holds, in its order. */
export async function storedParts(
  db: RunsAsOwner,
  ods: string,
): Promise<{ whole: string; part: string; position: number }[]> {
  const rows = await db.rows<{ whole: StoredRow; part: StoredRow; position: number }>(
    `select json_build_object('patient_id', w.patient_id, 'id', w.id, 'version', w.version, 'label', w.label,
         'headline', encode(w.headline, 'hex')) as whole,
       json_build_object('patient_id', e.patient_id, 'id', e.id, 'version', e.version, 'label', e.label,
         'headline', encode(e.headline, 'hex')) as part, p.position
     from heldwell.entry_part p
     join heldwell.entry e on e.patient_id = p.patient_id and e.id = p.part_id
     join heldwell.entry w on w.patient_id = p.patient_id and w.id = p.whole_id
     join heldwell.organisation o on o.id = e.source_organisation_id where o.ods_code = $1 order by p.position`,
    [ods],
  );
  const said = (row: StoredRow) =>
    headlineIn(db, { ...row, headline: Buffer.from(String(row.headline), 'hex') });
  const opened = [];
  for (const { whole, part, position } of rows) {
    opened.push({ whole: (await said(whole)).title, part: (await said(part)).summary, position });
  }
  return opened;
}
