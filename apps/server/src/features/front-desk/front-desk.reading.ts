import { defineRoot } from '../../platform/reading/read.ts';
import {
  columns,
  defineReading,
  extendReading,
  many,
  one,
  sealed,
  value,
} from '../../platform/reading/reading.ts';
import { NO_RECORD } from '../../platform/sealing/system-key.ts';
import type { RegisteredPerson } from '../people/index.ts';

defineReading({
  type: 'DocumentCheck',
  table: 'document_check',
  fields: columns('documents', 'checkedBy', 'checkedAt'),
});

defineReading({
  type: 'TakeUpInvitation',
  table: 'take_up_invitation',
  fields: columns('sentBy', 'invitedBy', 'createdAt', 'expiresAt'),
});

defineReading({
  type: 'TakingUp',
  table: 'front_desk_record',
  fields: {
    ...columns('takenUp', 'verified', 'underSixteen'),
    checks: many('DocumentCheck', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.patient_id`,
      orderBy: `${it}.checked_at desc, ${it}.id`,
      limit: '20',
    })),
    invitations: many('TakeUpInvitation', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.patient_id`,
      orderBy: `${it}.created_at desc, ${it}.id`,
      limit: '20',
    })),
    viewerMayInvite: value(
      ({ row }) => `(not ${row}.taken_up and not ${row}.under_sixteen and not ${row}.deceased)`,
    ),
    ...columns('deathRecordedBy'),
    viewerMayRecordDeath: value(({ row }) => `(${row}.led and not ${row}.own and not ${row}.deceased)`),
    viewerMayTakeBackDeath: value(({ row }) => `(${row}.led and not ${row}.own and ${row}.deceased)`),
    viewerMayClose: value(({ row }) => `(${row}.led and not ${row}.own and not ${row}.deceased)`),
    viewerMayVouch: value(({ row }) => `(not ${row}.verified and not ${row}.own and not ${row}.deceased)`),
  },
});

extendReading('PatientRecord', {
  takingUp: one('TakingUp', ({ row }, it) => ({ where: `${it}.patient_id = ${row}.id` })),
});

/** What was entered, while it waits; the key of people seals it, for there is no record yet. */
const entered = (of: (person: RegisteredPerson) => string | null) =>
  sealed<RegisteredPerson>(
    'desk_registration.details',
    ({ row }) => ({
      place: 'desk_registration.details',
      blob: `${row}.details`,
      row: `${row}.id`,
      patient: `'${NO_RECORD}'`,
      label: "'PEOPLE'",
    }),
    of,
  );

defineReading({
  type: 'Registration',
  table: 'desk_registration',
  fields: {
    id: value(({ row }) => `heldwell.global_id('g', ${row}.id)`),
    ...columns('reason', 'registeredBy', 'registeredAt'),
    state: value(
      ({ row }) =>
        `case when ${row}.patient_id is not null then 'REGISTERED' when ${row}.settled_at is null then 'WAITING' else 'SET_ASIDE' end`,
    ),
    record: value(
      ({ row }) =>
        `(select heldwell.global_id('R', p.id) from heldwell.patient p where p.id = ${row}.patient_id)`,
    ),
    givenName: entered(({ givenName }) => givenName),
    familyName: entered(({ familyName }) => familyName),
    birthDate: entered(({ birthDate }) => birthDate),
    nhsNumber: entered(({ details }) => details.nhsNumber),
  },
});

const ownTeams = (it: string): string => `${it}.team_id = any ((select heldwell.viewer_teams())::uuid[])`;

/** A registration of a team of the viewer's. */
export const registrationById = defineRoot<{ id: string }>({
  name: 'registration',
  of: 'Registration',
  rows: (it, arg) => ({ where: `${it}.id = ${arg('id', 'uuid')} and ${ownTeams(it)}` }),
});

/** What waits for a person to decide, of the viewer's teams in the organisation of one of them. */
export const registrationsWaiting = defineRoot<{ team: string }>({
  name: 'registrations_waiting',
  of: 'Registration',
  rows: (it, arg) => ({
    where: `${it}.team_id = ${arg('team', 'uuid')} and ${ownTeams(it)} and ${it}.patient_id is null and ${it}.settled_at is null`,
    orderBy: `${it}.registered_at, ${it}.id`,
    limit: '500',
  }),
});
