import { randomUUID } from 'node:crypto';
import { inForce, lookRow } from './consent.ts';
import { ENTRY_COLUMNS, ENTRY_JOINS, type EntryRow, entryNodes } from './entry-row.ts';
import { idsIn, NEWEST, pageOf, startAfter } from './shapes.ts';
import type { Handler } from './turn.ts';

const TIMELINE = `with seen as materialized (select array_agg(distinct l.label) as labels
    from heldwell.consent_grant g cross join unnest(g.labels) l (label)
    where g.patient_id = $1 and g.thread_id is null and ${inForce('$2')})
  select ${ENTRY_COLUMNS}, e.sorted_at::text as sorted_key from (
    select * from heldwell.entry where patient_id = $1 and label = any ((select labels from seen)::text[])
      and (sorted_at, id) < ($3::timestamptz, $4::uuid) order by sorted_at desc, id desc limit 51) e
  ${ENTRY_JOINS} order by e.sorted_at desc, e.id desc`;

/** Fifty entries of somebody's record under the grants of the viewer's teams. */
export const timeline: Handler = async ({ client, keys, viewer, args, last }) => {
  const [patient] = idsIn(args.record ?? '');
  const { rows } = await client.query<EntryRow>({
    name: 'timeline',
    text: TIMELINE,
    values: [patient, viewer.grantees, ...startAfter(args.after, NEWEST)],
  });
  if (!patient || rows.length === 0) return { record: null };
  const what = 'record: id timeline';
  last.push(
    lookRow(viewer, { action: 'OPENED', patients: [patient], what, bucket: `${randomUUID()}:record` }),
  );
  const node = await entryNodes({ client, keys }, rows);
  const page = pageOf(rows, 50, { node, keys: (row) => [row.sorted_key, row.id] });
  return { record: { id: args.record, timeline: page } };
};
