import {
  defineReading,
  extendReading,
  manyAcross,
  sealedWords,
  value,
} from '../../../platform/reading/reading.ts';

defineReading({
  type: 'ClosedRecord',
  table: 'closed_record',
  fields: {
    id: value(({ row }) => `heldwell.global_id('z', ${row}.patient_id, ${row}.id)`),
    name: value(({ row }) => `${row}.patient_name`),
    reason: sealedWords('record_standing.reason'),
    closedBy: value(({ row }) => `${row}.set_by_name`),
    closedAt: value(({ row }) => `${row}.set_at`),
  },
});

extendReading('Team', {
  closedRecords: manyAcross('ClosedRecord', ({ row }, it) => ({
    where: `${it}.team_id = ${row}.id`,
    patient: `${it}.patient_id`,
    orderBy: `${it}.set_at desc, ${it}.id`,
    limit: '200',
  })),
});
