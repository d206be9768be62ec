import { type Cell, extendReading, many, page, type Rows, value } from '../../platform/reading/reading.ts';
import { seesEntry } from '../consent/index.ts';

/** Entries of the record above, newest first. */
function newestFirst(cell: Cell, it: string, condition = 'true') {
  return {
    where: `${it}.patient_id = ${cell.row}.id and ${condition} and ${seesEntry(cell, it, 'id')}`,
    order: { keys: [`${it}.sorted_at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
  } as const satisfies Rows;
}

const appointmentsAhead = (cell: Cell, it: string): Rows => ({
  where: `${it}.patient_id = ${cell.row}.id and ${it}.kind = 'APPOINTMENT' and ${it}.sorted_at >= heldwell.now()
    and ${it}.status = 'CURRENT' and ${it}.source_status is distinct from 'cancelled'
    and ${seesEntry(cell, it, 'id')}`,
  orderBy: `${it}.sorted_at, ${it}.id`,
  limit: cell.param('integer', (args) => Math.min(Math.max(Number(args.first), 0), 100)),
});

extendReading('PatientRecord', {
  timeline: page('Entry', (cell, it) => newestFirst(cell, it)),
  entries: page('Entry', (cell, it) =>
    newestFirst(cell, it, `${it}.kind = ${cell.param('text', (args) => args.kind)}`),
  ),
  upcomingAppointments: many('Entry', appointmentsAhead),
  entryCounts: value(
    (
      cell,
    ) => `(select coalesce(json_agg(json_build_object('kind', k.kind, 'count', k.number) order by k.kind), '[]')
      from (select e.kind, count(*) as number from heldwell.entry e
        where e.patient_id = ${cell.row}.id and e.status = 'CURRENT' and ${seesEntry(cell, 'e', 'id')}
        group by e.kind) k)`,
  ),
});
