import {
  columns,
  defineReading,
  many,
  one,
  page,
  sealedWords,
  value,
} from '../../platform/reading/reading.ts';
import { receiptOfStop } from './receipt.reading.ts';

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
        where g.patient_id = ${row}.patient_id and g.grantee_id = ${row}.person_id and g.grantee_kind = 'CARER')`,
    ),
  },
});

defineReading({
  type: 'CarerInvitation',
  table: 'invitation',
  fields: {
    id: value(({ row }) => `heldwell.global_id('I', ${row}.patient_id, ${row}.id)`),
    ...columns('name', 'labels', 'rights', 'expiresAt'),
    email: sealedWords('invitation.email'),
    granteeKind: value(({ row }) => `case ${row}.kind when 'TREAT' then 'PROFESSIONAL' else 'CARER' end`),
  },
});

defineReading({
  type: 'SharingStop',
  table: 'sharing_stop',
  fields: {
    ...columns('stoppedAt', 'resumedAt'),
    reason: sealedWords('access.reason'),
    receipt: receiptOfStop,
  },
});

defineReading({
  type: 'Study',
  table: 'study',
  fields: {
    id: value(({ row }) => `heldwell.global_id('s', ${row}.id)`),
    ...columns('name', 'description', 'given', 'decidedAt'),
    isOpen: value(({ row }) => `${row}.open`),
    organisation: one('Organisation', ({ row }, it) => ({ where: `${it}.id = ${row}.organisation_id` })),
  },
});

/** Of a grant of the viewer's own record: it came about without them, and they have neither changed nor kept it since. */
export const isUndecided = (grant: string): string => `(${grant}.superseded_at is null and not ${grant}.ended
  and ${grant}.basis = 'DIRECT_CARE' and ${grant}.thread_id is null and ${grant}.entry_id is null
  and (${grant}.valid_until is null or ${grant}.valid_until > heldwell.now())
  and ${grant}.given_by_person is distinct from heldwell.viewer_person()
  and not exists (select from heldwell.grant_kept k where k.patient_id = ${grant}.patient_id
    and k.grant_id = ${grant}.id and k.version = ${grant}.version))`;

/** Of an invitation to share a record: it can still be taken up. */
export const isOpen = (invitation: string): string => `(${invitation}.kind in ('CARE_FOR', 'TREAT')
  and ${invitation}.accepted_at is null and ${invitation}.withdrawn_at is null and ${invitation}.expires_at > heldwell.now())`;

/** Read from the record's own row. */
defineReading({
  type: 'Sharing',
  table: 'patient',
  fields: {
    grants: many('Grant', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id and ${it}.superseded_at is null and not ${it}.ended`,
      orderBy: `${it}.thread_id is not null, ${it}.grantee_name, ${it}.id`,
    })),
    undecided: many('Grant', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id and ${isUndecided(it)}`,
      orderBy: `${it}.grantee_name, ${it}.id`,
    })),
    history: page('GrantVersion', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id`,
      order: { keys: [`${it}.recorded_at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
    })),
    invitations: many('CarerInvitation', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id and ${isOpen(it)}`,
      orderBy: `${it}.created_at`,
    })),
    stopped: one('SharingStop', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id and ${it}.resumed_at is null`,
    })),
    stops: many('SharingStop', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.id`,
      orderBy: `${it}.stopped_at desc`,
      limit: '100',
    })),
    emergencyLabels: value(
      ({
        row,
      }) => `coalesce((select e.labels from heldwell.emergency_setting e where e.patient_id = ${row}.id),
        heldwell.all_labels())`,
    ),
    studies: many('Study', ({ row }, it) => ({
      from: `(select s.*, coalesce(c.given, false) as given, c.decided_at from heldwell.study s left join lateral (
          select c.given, c.decided_at from heldwell.research_consent c
           where c.patient_id = ${row}.id and c.study_id = s.id order by c.version desc limit 1) c on true) ${it}`,
      where: `(${it}.open or ${it}.decided_at is not null)`,
      orderBy: `${it}.name, ${it}.id`,
    })),
  },
});
