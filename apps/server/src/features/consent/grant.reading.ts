import { columns, defineReading, one, sealedWords, value } from '../../platform/reading/reading.ts';
import { endingWith, reasonOf, receiptOfVersion } from './receipt.reading.ts';

const granted = {
  grantee: one('Grantee', ({ row }, it) => ({
    from: `(select ${row}.patient_id, ${row}.grantee_kind, ${row}.grantee_id, ${row}.grantee_name,
      ${row}.acting_team_id) ${it}`,
    where: 'true',
  })),
  ...columns('version', 'labels', 'rights', 'basis', 'validFrom', 'validUntil', 'givenBy'),
  ...columns('summaryLabels', 'cause', 'reference'),
  // Why is between the patient and whoever decided it.
  reason: sealedWords('access.reason', ({ row }) => ({
    blob: `(${reasonOf(row)})`,
    row: `${row}.id || '.' || ${row}.version`,
  })),
  givenForPatient: value(({ row }) => `(${row}.given_through is not null)`),
};

defineReading({
  type: 'Grantee',
  table: 'consent_grant',
  fields: {
    kind: value(({ row }) => `${row}.grantee_kind`),
    name: value(({ row }) => `${row}.grantee_name`),
    team: one('Team', ({ row }, it) => ({
      where: `${it}.id = case when ${row}.grantee_kind = 'TEAM' then ${row}.grantee_id else ${row}.acting_team_id end`,
    })),
    organisation: one('Organisation', ({ row }, it) => ({
      where: `${row}.grantee_kind = 'ORGANISATION' and ${it}.id = ${row}.grantee_id`,
    })),
    relationship: value(
      ({ row }) => `(select c.relationship from heldwell.carer c
        where ${row}.grantee_kind = 'CARER' and c.patient_id = ${row}.patient_id and c.person_id = ${row}.grantee_id)`,
    ),
    isVerified: value(
      ({ row }) =>
        `(${row}.grantee_kind in ('TEAM', 'ORGANISATION', 'APP') or ${row}.acting_team_id is not null)`,
    ),
  },
});

defineReading({
  type: 'Grant',
  table: 'consent_grant',
  fields: {
    id: value(({ row }) => `heldwell.global_id('G', ${row}.patient_id, ${row}.id)`),
    ...granted,
    state: value(
      ({ row }) => `case when ${row}.ended then 'ENDED' when ${row}.valid_from > heldwell.now() then 'FUTURE'
        when ${row}.valid_until <= heldwell.now() then 'EXPIRED' when ${row}.suspended_at is not null then 'HELD_BACK'
        else 'IN_FORCE' end`,
    ),
    givenAt: value(({ row }) => `${row}.recorded_at`),
    ...endingWith,
  },
});

defineReading({
  type: 'GrantVersion',
  table: 'consent_grant',
  fields: {
    grantId: value(({ row }) => `heldwell.global_id('G', ${row}.patient_id, ${row}.id)`),
    ...granted,
    ...columns('ended', 'recordedAt'),
    receipt: receiptOfVersion,
  },
});
