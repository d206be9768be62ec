import {
  type Cell,
  columns,
  defineReading,
  one,
  sealedWords,
  value,
} from '../../platform/reading/reading.ts';

/** Besides its time, with what a row of access ends by itself, and the team whose care that is. */
export const endingWith = {
  endsWith: value(
    ({ row }: Cell) => `case when ${row}.ends_with_thread is not null then 'DISCUSSION'
      when ${row}.ends_with_team is not null then 'CARE' end`,
  ),
  endsWithTeam: one('Team', ({ row }: Cell, it) => ({
    where: `${it}.id = ${row}.ends_with_team`,
    key: `${it}.id`,
  })),
};

/** A receipt is read from one row that says all of it: of a version of a grant, or of a stop. */
defineReading({
  type: 'Receipt',
  table: 'consent_grant',
  fields: {
    ...columns(
      'event',
      'at',
      'by',
      'grantee',
      'granteeKind',
      'basis',
      'labels',
      'labelsBefore',
      'summaryLabels',
    ),
    ...columns('rights', 'rightsBefore', 'validFrom', 'validUntil', 'cause', 'reference'),
    ...endingWith,
    reason: sealedWords('access.reason', ({ row }) => ({ blob: `${row}.reason`, row: `${row}.said_in` })),
    patient: value(
      ({ row }) => `(select coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name
        from heldwell.patient p where p.id = ${row}.patient_id)`,
    ),
    grantId: value(({ row }) => `heldwell.global_id('G', ${row}.patient_id, ${row}.grant_id)`),
    remains: value(({ row }) => `coalesce(${row}.remains, '{}')`),
  },
});

/** Why, of a version `v`: for the patient, and for whoever gave it as the reason. */
export const reasonOf = (v: string): string => `case when ${v}.patient_id = heldwell.viewer_record()
  or ${v}.given_by_person = heldwell.viewer_person() then ${v}.reason end`;

/** What the grantee of a version `v` keeps: what they wrote, and what other grants that hold now open to them. */
const remains = (v: string): string => `array_remove(array[
  case when ${v}.grantee_kind in ('TEAM', 'ORGANISATION') then 'WHAT_IT_WROTE' else 'OWN_WORDS' end,
  case when exists (select from heldwell.grant_in_force o where o.patient_id = ${v}.patient_id and o.id <> ${v}.id
    and (o.grantee_id = ${v}.grantee_id or o.grantee_id = (select t.organisation_id from heldwell.team t
      where t.id = ${v}.grantee_id and ${v}.grantee_kind = 'TEAM'))) then 'OTHER_ACCESS' end], null)`;

/** The one row of the receipt of a version `v` of a grant. */
export const receiptRow = (
  v: string,
): string => `(select ${v}.patient_id, ${v}.id as grant_id, ${v}.grantee_name as grantee,
      ${v}.grantee_kind, ${v}.basis,
      case when ${v}.ended then 'ENDED' when ${v}.version = 1 then 'GIVEN' else 'CHANGED' end as event,
      ${v}.recorded_at as at, ${v}.given_by as by, ${v}.valid_from, ${v}.valid_until, ${v}.cause,
      ${v}.ends_with_thread, ${v}.ends_with_team, ${v}.entry_id,
      ${reasonOf(v)} as reason, ${v}.id || '.' || ${v}.version as said_in,
      ${v}.reference, case when ${v}.ended then '{}' else ${v}.labels end as labels,
      case when ${v}.ended then '{}' else ${v}.rights end as rights,
      case when ${v}.ended then '{}' else ${v}.summary_labels end as summary_labels,
      coalesce(b.labels, '{}') as labels_before, coalesce(b.rights, '{}') as rights_before,
      case when ${v}.ended or not b.labels <@ ${v}.labels then ${remains(v)} end as remains
    from (select 1) always left join heldwell.consent_grant b
      on b.patient_id = ${v}.patient_id and b.id = ${v}.id and b.version = ${v}.version - 1)`;

/** The receipt of the version of a grant above. */
export const receiptOfVersion = one('Receipt', ({ row }: Cell, it) => ({
  from: `${receiptRow(row)} ${it}`,
  where: 'true',
}));

/** The receipt of the stop above, or of its end. */
export const receiptOfStop = one('Receipt', ({ row }: Cell, it) => ({
  from: `(select ${row}.patient_id, null::uuid as grant_id, null::text as grantee, null::text as grantee_kind,
      null::text as basis, case when ${row}.resumed_at is null then 'STOPPED' else 'RESUMED' end as event,
      coalesce(${row}.resumed_at, ${row}.stopped_at) as at, coalesce(${row}.resumed_by, ${row}.stopped_by) as by,
      null::timestamptz as valid_from, null::timestamptz as valid_until, ${row}.reason, ${row}.id::text as said_in,
      null::text as cause, null::uuid as ends_with_thread, null::uuid as ends_with_team, null::uuid as entry_id,
      null::text as reference, '{}'::text[] as labels, '{}'::text[] as rights, '{}'::text[] as summary_labels,
      '{}'::text[] as labels_before, '{}'::text[] as rights_before,
      case when ${row}.resumed_at is null then array_remove(array['WHAT_IT_WROTE', 'OWN_WORDS',
        case when exists (select from heldwell.grant_in_force o where o.patient_id = ${row}.patient_id
          and o.basis = 'COURT_ORDER') then 'COURT_ORDERS' end], null) end as remains) ${it}`,
  where: 'true',
}));
