import {
  columns,
  defineReading,
  derived,
  extendReading,
  page,
  value,
} from '../../platform/reading/reading.ts';

defineReading({
  type: 'AccessLogEntry',
  table: 'access_log',
  fields: {
    id: value(({ row }) => `heldwell.global_id('L', ${row}.patient_id, ${row}.id)`),
    ...columns('at'),
    person: value(({ row }) => `${row}.person_name`),
    team: value(({ row }) => `${row}.team_name`),
    lookedAt: derived<{ what: string }>({ what: ({ row }) => `${row}.what` }, ({ what }) => what.split(' ')),
  },
});

extendReading('PatientRecord', {
  accessLog: page('AccessLogEntry', ({ row }, it) => ({
    where: `${it}.patient_id = ${row}.id and ${row}.id is not distinct from heldwell.viewer_record()`,
    order: { keys: [`${it}.at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
  })),
});
