import {
  columns,
  defineReading,
  extendReading,
  manyAcross,
  value,
} from '../../../platform/reading/reading.ts';

defineReading({
  type: 'MatchCase',
  table: 'match_case',
  fields: {
    id: value(({ row }) => `heldwell.global_id('m', ${row}.patient_id, ${row}.id)`),
    ...columns('kind', 'reason', 'how', 'since', 'sameNumber', 'givenName', 'familyName', 'birthDate'),
    ...columns('recordGivenName', 'recordFamilyName', 'recordBirthDate'),
    record: value(
      ({ row }) =>
        `(select heldwell.global_id('R', p.id) from heldwell.patient p where p.id = ${row}.patient_id)`,
    ),
    recordTaken: value(({ row }) => `${row}.taken`),
    ifSamePerson: value(({ row }) => `${row}.if_same`),
    viewerMaySettle: value(({ row }) => `(not ${row}.oneself)`),
  },
});

extendReading('Team', {
  matchCases: manyAcross('MatchCase', ({ row }, it) => ({
    where: `${it}.team_id = ${row}.id and ${it}.settled_at is null`,
    patient: `${it}.patient_id`,
    orderBy: `${it}.since desc, ${it}.id`,
    limit: '200',
  })),
});
