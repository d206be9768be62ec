import type { Cell } from '../../platform/reading/reading.ts';

/**
 * The labels of a record the viewer may see now, looked up once for each row of a statement: the consent
 * predicate that a statement carries itself, over the one view that interprets grants.
 */
export function seenLabels(cell: Cell, patientColumn: string): string {
  const seen = cell.join(
    'seen',
    (row) => `select coalesce(array_agg(distinct l.label), '{}') as labels
      from heldwell.viewer_grant g cross join unnest(g.labels) l (label)
      where g.patient_id = ${row}.${patientColumn} and g.thread_id is null and 'SEE' = any (g.rights)`,
  );
  return `${seen}.labels`;
}
