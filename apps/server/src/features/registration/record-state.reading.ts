import { columns, defineReading, extendReading, many, value } from '../../platform/reading/reading.ts';

defineReading({
  type: 'IdentityCheck',
  table: 'identity_check',
  fields: {
    ...columns('how', 'checkedAt'),
    organisationName: value(
      ({ row }) => `(select o.name from heldwell.organisation o where o.id = ${row}.organisation_id)`,
    ),
  },
});

extendReading('PatientRecord', {
  // What a carer sees is not whether the person is there.
  state: value(
    ({ row }) => `case when heldwell.viewer_app() <> 'CARER' then heldwell.record_state(${row}.id) end`,
  ),
  identityChecks: many('IdentityCheck', ({ row }, it) => ({
    where: `${it}.patient_id = ${row}.id and ${it}.patient_id = heldwell.viewer_record()`,
    orderBy: `${it}.checked_at desc, ${it}.id`,
    limit: '100',
  })),
  // Told from who has access and not from what was sent: nothing says whether anything was.
  checksAskedBy: many('Organisation', ({ row }, it) => ({
    where: `${it}.asks_own_check and ${row}.id = heldwell.viewer_record()
      and ${it}.id = any ((select heldwell.viewer_withheld())::uuid[])
      and exists (select from heldwell.consent_grant g where g.patient_id = ${row}.id and g.superseded_at is null
        and not g.ended and (g.grantee_id = ${it}.id or g.grantee_id in (
          select t.id from heldwell.team t where t.organisation_id = ${it}.id)))`,
    orderBy: `${it}.name`,
    limit: '100',
  })),
});
