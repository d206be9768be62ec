import { defineRoot } from '../../../platform/reading/read.ts';
import {
  columns,
  defineReading,
  extendReading,
  one,
  sealedWords,
  value,
} from '../../../platform/reading/reading.ts';

/** Questions to the organisations whose privacy officer the viewer is. */
const toTheOfficer = (it: string): string =>
  `${it}.organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[])`;

defineReading({
  type: 'AccessQuestion',
  table: 'access_question',
  fields: {
    id: value(({ row }) => `heldwell.global_id('Q', ${row}.patient_id, ${row}.id)`),
    organisation: value(
      ({ row }) => `(select o.name from heldwell.organisation o where o.id = ${row}.organisation_id)`,
    ),
    ...columns('askedBy', 'askedAt', 'outcome', 'answeredBy', 'answeredAt'),
    words: sealedWords('access_question.words'),
    answer: sealedWords('access_question.answer'),
    viewerMayAnswer: value(
      ({
        row,
      }) => `(${row}.outcome is null and ${toTheOfficer(row)} and not exists (select from heldwell.access_log l
        where l.patient_id = ${row}.patient_id and l.id = ${row}.entry_id and l.person_id = heldwell.viewer_person()))`,
    ),
    entry: one('AccessLogEntry', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.patient_id and ${it}.id = ${row}.entry_id`,
    })),
  },
});

extendReading('AccessLogEntry', {
  mayQuestion: value(
    ({ row }) => `(${row}.patient_id = any ((select heldwell.viewer_logs())::uuid[])
      and ${row}.patient_id is not distinct from heldwell.viewer_record()
      and ${row}.organisation_id is not null and not exists (select from heldwell.access_question q
        where q.patient_id = ${row}.patient_id and q.entry_id = ${row}.id))`,
  ),
  question: one('AccessQuestion', ({ row }, it) => ({
    where: `${it}.patient_id = ${row}.patient_id and ${it}.entry_id = ${row}.id`,
  })),
});

/** A question, to whoever may see it: the patient, or the officer it goes to. */
export const questionById = defineRoot<{ patient: string; row: string }>({
  name: 'access_question',
  of: 'AccessQuestion',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')} and ${toTheOfficer(it)}`,
  }),
});

/** An entry of the viewer's own log. */
export const logEntryById = defineRoot<{ patient: string; row: string }>({
  name: 'access_log_entry',
  of: 'AccessLogEntry',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')}
      and ${it}.patient_id is not distinct from heldwell.viewer_record()`,
  }),
});
