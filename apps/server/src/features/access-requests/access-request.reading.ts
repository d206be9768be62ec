import { defineRoot } from '../../platform/reading/read.ts';
import {
  columns,
  defineReading,
  extendReading,
  many,
  sealedWords,
  value,
} from '../../platform/reading/reading.ts';

defineReading({
  type: 'AccessRequest',
  table: 'access_request',
  fields: {
    id: value(({ row }) => `heldwell.global_id('W', ${row}.patient_id, ${row}.id)`),
    ...columns('granteeKind', 'labels', 'rights', 'askedAt', 'answer'),
    reason: sealedWords('access_request.reason'),
    askedBy: value(({ row }) => `${row}.asked_by_name`),
    grantee: value(({ row }) => `${row}.grantee_name`),
  },
});

extendReading('Sharing', {
  requests: many('AccessRequest', ({ row }, it) => ({
    where: `${it}.patient_id = ${row}.id`,
    orderBy: `${it}.answered_at is not null, ${it}.asked_at desc, ${it}.id`,
    limit: '100',
  })),
});

extendReading('PatientRecord', {
  waitingRequestCount: value(
    ({ row }) => `(select count(*)::int from heldwell.access_request w where w.patient_id = ${row}.id
      and ${row}.id is not distinct from heldwell.viewer_record() and w.answered_at is null)`,
  ),
});

export const requestById = defineRoot<{ patient: string; row: string }>({
  name: 'access_request',
  of: 'AccessRequest',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')}`,
  }),
});
