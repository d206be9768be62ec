import { globalId } from './shapes.ts';

/** An entry of a list as SQL returns it. */
export interface EntryRow {
  patient_id: string;
  id: string;
  kind: string;
  label: string;
  status: string;
  headline: { title: string; summary?: string };
  occurred_at: string | null;
  occurred_precision: string;
  author_name: string | null;
  organisation_id: string | null;
  organisation_name: string | null;
  team_id: string | null;
  team_name: string | null;
  sorted_key: string;
}

export const ENTRY_COLUMNS = `e.patient_id, e.id, e.kind, e.label, e.status, e.headline, e.occurred_at, e.occurred_precision,
  e.author_name, o.id as organisation_id, o.name as organisation_name, t.id as team_id, t.name as team_name`;
export const ENTRY_JOINS = `left join heldwell.organisation o on o.id = e.source_organisation_id
  left join heldwell.team t on t.id = e.source_team_id`;

export const entryNode = (row: EntryRow) => ({
  id: globalId('E', row.patient_id, row.id),
  kind: row.kind,
  label: row.label,
  status: row.status,
  title: row.headline.title,
  summary: row.headline.summary ?? null,
  occurredAt: row.occurred_at,
  occurredPrecision: row.occurred_precision,
  source: {
    organisation: row.organisation_id && {
      id: globalId('o', row.organisation_id),
      name: row.organisation_name,
    },
    team: row.team_id && { id: globalId('q', row.team_id), name: row.team_name },
    author: row.author_name,
  },
});
