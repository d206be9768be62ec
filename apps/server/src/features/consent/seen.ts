import type { Cell } from '../../platform/reading/reading.ts';
import { notWithheld } from './held.ts';

/**
 * What of a record the viewer may see now, looked up once for each row of a statement: the consent predicate that a
 * statement carries itself, over the one view that interprets grants.
 */
function seen(cell: Cell, patientColumn: string): string {
  const of = cell.join(
    'seen',
    (row) => `select coalesce(array_agg(distinct l.label) filter (where l.label is not null), '{}') as labels,
        coalesce(array_agg(g.entry_id) filter (where g.entry_id is not null), '{}') as entries,
        coalesce(array_agg(g.thread_id) filter (where g.thread_id is not null), '{}') as threads,
        coalesce(max(g.summary_labels) filter (where g.summary_labels <> '{}'), '{}') as summary,
        coalesce(max(g.kinds) filter (where g.summary_labels <> '{}'), '{}') as kinds,
        case when heldwell.viewer_teams() = '{}' or (select true from heldwell.frozen_record f
          where f.patient_id = ${row}.${patientColumn} limit 1) then '{}' else heldwell.viewer_teams() end as teams,
        array_agg(distinct g.signed) filter (where g.signed is not null) as signed
      from heldwell.viewer_grant g left join lateral unnest(g.labels) l (label) on true
      where g.patient_id = ${row}.${patientColumn} and 'SEE' = any (g.rights)`,
  );
  cell.opens({ signed: `${of}.signed` });
  return of;
}

/** The labels of a record the viewer may see now. */
export const seenLabels = (cell: Cell, patientColumn: string): string =>
  `${seen(cell, patientColumn)}.labels`;

/** Single discussions of a record the viewer may see now. */
export const seenThreads = (cell: Cell, patientColumn: string): string =>
  `${seen(cell, patientColumn)}.threads`;

/** The labels under which an emergency shows the summary, and nothing else. */
export const summaryLabels = (cell: Cell, patientColumn: string): string =>
  `${seen(cell, patientColumn)}.summary`;

/** An entry `it` of that record that some grant opens: by its label, by itself, or as part of a summary. */
const granted = (
  of: string,
  it: string,
): string => `(${it}.label = any (${of}.labels) or ${it}.id = any (${of}.entries)
  or (${it}.label = any (${of}.summary) and ${it}.kind = any (${of}.kinds)
    and (${it}.kind <> 'APPOINTMENT' or ${it}.sorted_at >= heldwell.now())))`;

/** Entries of a record the viewer may see: what a grant opens, and what their own team wrote. */
export function seesEntry(cell: Cell, it: string, patientColumn: string): string {
  const of = seen(cell, patientColumn);
  return `(not ${it}.frozen and ${notWithheld(it)}
    and (${granted(of, it)} or ${it}.author_team_id = any (${of}.teams)))`;
}

/** An entry the viewer sees only because their own team wrote it. */
export const keepsEntry = (cell: Cell, it: string, patientColumn: string): string =>
  `(not ${granted(seen(cell, patientColumn), it)})`;
