import { globalId } from './shapes.ts';
import type { Turn } from './turn.ts';

/** An entry of a list as SQL returns it. */
export interface EntryRow {
  patient_id: string;
  id: string;
  kind: string;
  label: string;
  status: string;
  version: number;
  headline: Buffer;
  occurred_at: string | null;
  occurred_precision: string;
  organisation_id: string | null;
  organisation_name: string | null;
  team_id: string | null;
  team_name: string | null;
  sorted_key: string;
}

export const ENTRY_COLUMNS = `e.patient_id, e.id, e.kind, e.label, e.status, e.version, e.headline, e.occurred_at,
  e.occurred_precision, o.id as organisation_id, o.name as organisation_name, t.id as team_id, t.name as team_name`;
export const ENTRY_JOINS = `left join heldwell.organisation o on o.id = e.source_organisation_id
  left join heldwell.team t on t.id = e.source_team_id`;

interface Said {
  title: string;
  summary?: string | null;
  author?: string | null;
}

/** Entries as a list shows them, their headlines opened. */
export async function entryNodes(
  { client, keys }: Pick<Turn, 'client' | 'keys'>,
  rows: readonly EntryRow[],
): Promise<(row: EntryRow) => object> {
  await keys.need(
    client,
    rows.map(({ patient_id, label }) => ({ patient: patient_id, label })),
  );
  return (row) =>
    entryNode(
      row,
      keys.said<Said>({
        place: 'entry.headline',
        row: `${row.id}.${row.version}`,
        patient: row.patient_id,
        label: row.label,
        blob: row.headline,
      }),
    );
}

const entryNode = (row: EntryRow, said: Said) => ({
  id: globalId('E', row.patient_id, row.id),
  kind: row.kind,
  label: row.label,
  status: row.status,
  title: said.title,
  summary: said.summary ?? null,
  occurredAt: row.occurred_at,
  occurredPrecision: row.occurred_precision,
  source: {
    organisation: row.organisation_id && {
      id: globalId('o', row.organisation_id),
      name: row.organisation_name,
    },
    team: row.team_id && { id: globalId('q', row.team_id), name: row.team_name },
    author: said.author ?? null,
  },
});
