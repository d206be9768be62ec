import { defineRoot } from '../../platform/reading/read.ts';
import {
  columns,
  defineReading,
  extendReading,
  many,
  manyAcross,
  one,
  page,
  sealedWords,
  value,
} from '../../platform/reading/reading.ts';

defineReading({
  type: 'EmergencyAccess',
  table: 'emergency_access',
  fields: {
    id: value(({ row }) => `heldwell.global_id('B', ${row}.patient_id, ${row}.id)`),
    ...columns('openedAt', 'closesAt', 'outcome'),
    reason: sealedWords('emergency_access.reason'),
    note: sealedWords('emergency_access.note'),
    person: value(({ row }) => `${row}.person_name`),
    team: value(({ row }) => `${row}.team_name`),
    patient: value(({ row }) => `${row}.patient_name`),
    reviewedBy: value(({ row }) => `${row}.reviewed_by_name`),
    viewerMayReview: value(
      ({ row }) => `(${row}.outcome is null and ${row}.person_id <> heldwell.viewer_person())`,
    ),
  },
});

/** Of an emergency's grant, to whoever may read the emergency: the patient and the officers. */
extendReading('GrantVersion', {
  emergencyReview: value(
    ({ row }) => `(select e.outcome from heldwell.emergency_access e
      where e.patient_id = ${row}.patient_id and e.grant_id = ${row}.id)`,
  ),
});

defineReading({
  type: 'Freeze',
  table: 'record_freeze',
  fields: {
    id: value(({ row }) => `heldwell.global_id('F', ${row}.patient_id, ${row}.id)`),
    ...columns('kind', 'name', 'askedBy', 'askedAt', 'confirmedBy', 'liftedAt', 'liftedBy'),
    reason: sealedWords('freeze.reason'),
    liftReason: sealedWords('freeze.lift_reason'),
    inForce: value(({ row }) => `(${row}.lifted_at is null and not ${row}.waits)`),
    viewerMayConfirm: value(
      ({ row }) => `(${row}.waits and ${row}.asker <> heldwell.viewer_person() and ${row}.lifted_at is null)`,
    ),
  },
});

/** The three kinds as one list. */
const FREEZES = `select f.organisation_id, f.patient_id, f.id, 'RECORD' as kind, f.patient_name as name, f.reason,
      f.asked_by_name as asked_by, f.asked_at, f.confirmed_by_name as confirmed_by, f.lifted_at, f.lifted_by_name as lifted_by,
      f.lift_reason, f.confirmed_at is null as waits, f.asked_by as asker from heldwell.record_freeze f
  union all select f.organisation_id, f.patient_id, f.id, 'SOURCE', f.patient_name, f.reason, f.frozen_by_name, f.frozen_at,
      null, f.lifted_at, f.lifted_by_name, f.lift_reason, false, null from heldwell.source_freeze f
  union all select f.organisation_id, f.person_id, f.id, 'PERSON', f.person_name, f.reason, f.frozen_by_name, f.frozen_at,
      null, f.lifted_at, f.lifted_by_name, f.lift_reason, false, null from heldwell.person_freeze f`;

defineReading({
  type: 'CourtOrder',
  table: 'desk_court_order',
  fields: {
    id: value(({ row }) => `heldwell.global_id('G', ${row}.patient_id, ${row}.id)`),
    ...columns('reference', 'labels', 'validUntil', 'givenBy'),
    patient: value(({ row }) => `${row}.patient_name`),
    grantee: value(({ row }) => `${row}.grantee_name`),
  },
});

defineReading({
  type: 'DeskPerson',
  table: 'desk_person',
  fields: { id: value(({ row }) => `heldwell.global_id('p', ${row}.id)`), ...columns('name', 'teams') },
});

defineReading({
  type: 'PrivacyDesk',
  table: 'organisation',
  fields: {
    organisation: one('Organisation', ({ row }, it) => ({ where: `${it}.id = ${row}.id` })),
    emergencies: page('EmergencyAccess', ({ row }, it) => ({
      where: `${it}.organisation_id = ${row}.id`,
      patient: `${it}.patient_id`,
      order: { keys: [`${it}.opened_at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
    })),
    questions: page('AccessQuestion', ({ row, param }, it) => {
      const waiting = param('boolean', (args) => args.waiting ?? null);
      return {
        where: `${it}.organisation_id = ${row}.id and (${waiting} is null or (${it}.outcome is null) = ${waiting})`,
        patient: `${it}.patient_id`,
        order: { keys: [`${it}.asked_at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
      };
    }),
    freezes: manyAcross('Freeze', ({ row }, it) => ({
      from: `(${FREEZES}) ${it}`,
      where: `${it}.organisation_id = ${row}.id`,
      patient: `case when ${it}.kind <> 'PERSON' then ${it}.patient_id end`,
      orderBy: `${it}.lifted_at is not null, ${it}.asked_at desc, ${it}.id`,
      limit: '100',
    })),
    courtOrders: manyAcross('CourtOrder', ({ row }, it) => ({
      where: `${it}.organisation_id = ${row}.id`,
      patient: `${it}.patient_id`,
      orderBy: `${it}.recorded_at desc, ${it}.id`,
      limit: '100',
    })),
    teams: many('Team', ({ row }, it) => ({
      where: `${it}.organisation_id = ${row}.id`,
      orderBy: `${it}.name, ${it}.id`,
      limit: '500',
    })),
    people: many('DeskPerson', ({ row }, it) => ({
      where: `${it}.organisation_id = ${row}.id`,
      orderBy: `${it}.name, ${it}.id`,
      limit: '500',
    })),
  },
});

/** The desk of an organisation the viewer is privacy officer of. */
export const deskOf = defineRoot<{ id: string }>({
  name: 'privacy_desk',
  of: 'PrivacyDesk',
  rows: (it, arg) => ({
    where: `${it}.id = ${arg('id', 'uuid')} and ${it}.id = any (heldwell.viewer_privacy_offices())`,
  }),
});

/** Organisations the viewer is privacy officer of. */
export const ownDesks = defineRoot<object>({
  name: 'privacy_desks',
  of: 'Organisation',
  rows: (it) => ({ where: `${it}.id = any (heldwell.viewer_privacy_offices())`, orderBy: `${it}.name` }),
});
