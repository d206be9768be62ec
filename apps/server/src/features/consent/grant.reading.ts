import { columns, defineReading, many, one, page, sealed, value } from '../../platform/reading/reading.ts';

const granted = {
  grantee: one('Grantee', ({ row }, it) => ({
    from: `(select ${row}.patient_id, ${row}.grantee_kind, ${row}.grantee_id, ${row}.grantee_name) ${it}`,
    where: 'true',
  })),
  ...columns('version', 'labels', 'rights', 'basis', 'validFrom', 'validUntil', 'givenBy'),
};

defineReading({
  type: 'Grantee',
  table: 'consent_grant',
  fields: {
    kind: value(({ row }) => `${row}.grantee_kind`),
    name: value(({ row }) => `${row}.grantee_name`),
    team: one('Team', ({ row }, it) => ({
      where: `${row}.grantee_kind = 'TEAM' and ${it}.id = ${row}.grantee_id`,
    })),
    organisation: one('Organisation', ({ row }, it) => ({
      where: `${row}.grantee_kind = 'ORGANISATION' and ${it}.id = ${row}.grantee_id`,
    })),
    relationship: value(
      ({ row }) => `(select c.relationship from heldwell.carer c
        where c.patient_id = ${row}.patient_id and c.person_id = ${row}.grantee_id)`,
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
        when ${row}.valid_until <= heldwell.now() then 'EXPIRED' else 'IN_FORCE' end`,
    ),
    givenAt: value(({ row }) => `${row}.recorded_at`),
  },
});

defineReading({
  type: 'GrantVersion',
  table: 'consent_grant',
  fields: {
    grantId: value(({ row }) => `heldwell.global_id('G', ${row}.patient_id, ${row}.id)`),
    ...granted,
    ...columns('ended', 'recordedAt', 'reason'),
  },
});

defineReading({
  type: 'Carer',
  table: 'carer',
  fields: {
    id: value(({ row }) => `heldwell.global_id('C', ${row}.patient_id, ${row}.person_id)`),
    ...columns('displayName', 'relationship'),
    labels: value(
      ({
        row,
      }) => `array(select distinct l.label from heldwell.grant_in_force g cross join unnest(g.labels) l (label)
        where g.patient_id = ${row}.patient_id and g.grantee_id = ${row}.person_id and g.thread_id is null)`,
    ),
  },
});

defineReading({
  type: 'CarerInvitation',
  table: 'invitation',
  fields: {
    id: value(({ row }) => `heldwell.global_id('I', ${row}.patient_id, ${row}.id)`),
    ...columns('name', 'labels', 'rights', 'expiresAt'),
    email: sealed<string>(
      'email',
      ({ row }) => ({
        place: 'invitation.email',
        blob: `${row}.email`,
        row: `${row}.id`,
        patient: `${row}.patient_id`,
        label: "'GENERAL'",
      }),
      (email) => email,
    ),
  },
});

/** Read from the record's own row. */
defineReading({
  type: 'Sharing',
  table: 'patient',
  fields: {
    grants: many('Grant', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id and ${it}.superseded_at is null and not ${it}.ended`,
      orderBy: `${it}.thread_id is not null, ${it}.grantee_name, ${it}.id`,
    })),
    history: page('GrantVersion', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id`,
      order: { keys: [`${it}.recorded_at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
    })),
    invitations: many('CarerInvitation', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id and ${it}.kind = 'CARE_FOR' and ${it}.accepted_at is null
        and ${it}.withdrawn_at is null and ${it}.expires_at > heldwell.now()`,
      orderBy: `${it}.created_at`,
    })),
  },
});
