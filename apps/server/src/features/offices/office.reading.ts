import { defineRoot } from '../../platform/reading/read.ts';
import {
  columns,
  defineReading,
  many,
  one,
  page,
  sealedWords,
  value,
} from '../../platform/reading/reading.ts';

const person = value(({ row }) => `heldwell.global_id('p', ${row}.person_id)`);

defineReading({
  type: 'StaffMember',
  table: 'staff_member',
  fields: {
    id: person,
    ...columns('name', 'role', 'jobTitle', 'joinedAt'),
    viewerMayChange: value(({ row }) => `${row}.may_change`),
  },
});

defineReading({
  type: 'StaffOfficer',
  table: 'staff_officer',
  fields: { id: person, ...columns('name', 'since'), office: value(({ row }) => `${row}.role`) },
});

defineReading({
  type: 'StaffInvitation',
  table: 'staff_invitation',
  fields: {
    id: value(({ row }) => `heldwell.global_id('j', ${row}.id)`),
    email: sealedWords('staff_invitation.email'),
    ...columns('role', 'office', 'jobTitle', 'invitedBy', 'expiresAt'),
  },
});

defineReading({
  type: 'OfficeChange',
  table: 'office_change',
  fields: {
    id: value(({ row }) => `heldwell.global_id('h', ${row}.id)`),
    ...columns('at', 'kind', 'subject', 'was', 'became'),
    by: value(({ row }) => `${row}.by_name`),
    team: value(({ row }) => `(select t.name from heldwell.team t where t.id = ${row}.team_id)`),
  },
});

const waiting = (it: string) =>
  `${it}.accepted_at is null and ${it}.withdrawn_at is null and ${it}.expires_at > heldwell.now()`;

const changesOf = (column: 'organisation_id' | 'team_id') =>
  page('OfficeChange', ({ row }, it) => ({
    where: `${it}.${column} = ${row}.id`,
    order: { keys: [`${it}.at`, `${it}.id`], types: ['timestamptz', 'uuid'], direction: 'desc' },
  }));

defineReading({
  type: 'StaffTeam',
  table: 'team',
  fields: {
    id: value(({ row }) => `heldwell.global_id('q', ${row}.id)`),
    ...columns('code', 'name', 'description', 'defaultLabels', 'takesMessages', 'answerTime', 'openingHours'),
    joinCode: value(({ row }) => `${row}.self_referral_code`),
    organisation: one('Organisation', ({ row }, it) => ({
      where: `${it}.id = ${row}.organisation_id`,
      key: `${it}.id`,
    })),
    members: many('StaffMember', ({ row }, it) => ({
      where: `${it}.team_id = ${row}.id`,
      orderBy: `${it}.sorted, ${it}.person_id`,
      limit: '500',
    })),
    invitations: many('StaffInvitation', ({ row }, it) => ({
      where: `${it}.team_id = ${row}.id and ${waiting(it)}`,
      orderBy: `${it}.created_at desc, ${it}.id`,
      limit: '100',
    })),
    changes: changesOf('team_id'),
    viewerAdministers: value(({ row }) => `(${row}.organisation_id = any (heldwell.viewer_administered()))`),
  },
});

defineReading({
  type: 'StaffOrganisation',
  table: 'organisation',
  fields: {
    id: value(({ row }) => `heldwell.global_id('o', ${row}.id)`),
    ...columns('odsCode', 'name', 'serviceName', 'welcome', 'asksOwnCheck', 'defaultLabel'),
    logo: value(
      ({ row }) =>
        `'data:' || ${row}.logo_type || ';base64,' || translate(encode(${row}.logo, 'base64'), E'\\n', '')`,
    ),
    teams: many('StaffTeam', ({ row }, it) => ({
      where: `${it}.organisation_id = ${row}.id`,
      orderBy: `${it}.name, ${it}.id`,
      limit: '500',
    })),
    officers: many('StaffOfficer', ({ row }, it) => ({
      where: `${it}.organisation_id = ${row}.id`,
      orderBy: `${it}.sorted, ${it}.role, ${it}.person_id`,
      limit: '500',
    })),
    invitations: many('StaffInvitation', ({ row }, it) => ({
      where: `${it}.organisation_id = ${row}.id and ${it}.team_id is null and ${waiting(it)}`,
      orderBy: `${it}.created_at desc, ${it}.id`,
      limit: '100',
    })),
    changes: changesOf('organisation_id'),
  },
});

/** An organisation the viewer administers. */
export const administered = defineRoot<{ id: string }>({
  name: 'administered',
  of: 'StaffOrganisation',
  rows: (it, arg) => ({
    where: `${it}.id = ${arg('id', 'uuid')} and ${it}.id = any (heldwell.viewer_administered())`,
  }),
});

/** Every organisation the viewer administers. */
export const ownOrganisations = defineRoot<object>({
  name: 'own_organisations',
  of: 'Organisation',
  rows: (it) => ({ where: `${it}.id = any (heldwell.viewer_administered())`, orderBy: `${it}.name` }),
});

/** A team the viewer runs. */
export const runTeam = defineRoot<{ id: string }>({
  name: 'run_team',
  of: 'StaffTeam',
  rows: (it, arg) => ({
    where: `${it}.id = ${arg('id', 'uuid')} and ${it}.id = any (heldwell.viewer_run_teams())`,
  }),
});
