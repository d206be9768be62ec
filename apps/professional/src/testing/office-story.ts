import type { TestAnswers } from '@heldwell/client/testing';
import { page } from './pages.ts';
import { aClosedRecord, aMatchCase, mayNote } from './standing-story.ts';

const at = '2026-08-06T13:30:00.000000+00:00';
const later = '2026-08-20T13:30:00.000000+00:00';
const organisation = { id: 'organisation-1', name: 'Fernside Mental Health NHS Foundation Trust' };

/** A team as those see it who run it, for tests. */
const staffTeam = {
  id: 'team-1',
  code: 'FRT',
  name: 'Fernside Recovery Team',
  description: null as string | null,
  defaultLabels: ['GENERAL', 'MENTAL_HEALTH'],
  takesMessages: true,
  answerTime: 'within 2 working days',
  openingHours: null as string | null,
  joinCode: 'BCDFGHJK' as string | null,
  viewerAdministers: true,
  organisation,
  members: [
    {
      id: 'person-1',
      name: 'Tom Bell',
      role: 'COORDINATOR',
      jobTitle: 'Care coordinator',
      joinedAt: at,
      viewerMayChange: true,
    },
    {
      id: 'person-2',
      name: 'Ngozi Okafor',
      role: 'MEMBER',
      jobTitle: null,
      joinedAt: at,
      viewerMayChange: true,
    },
  ],
  invitations: [
    {
      id: 'invited-1',
      email: 'new@example.org',
      role: 'MEMBER',
      office: null,
      jobTitle: null,
      invitedBy: 'Tom Bell',
      expiresAt: later,
    },
  ],
};

const change = {
  ...{ id: 'change-1', at, by: 'Helen Marsh', kind: 'TEAM_CHANGED', team: staffTeam.name },
  ...{ subject: 'name', was: 'Recovery', became: staffTeam.name },
};

/** The answer to a question for a part of the organisation. */
const ofOrganisation = (part: object) => ({
  data: { staffOrganisation: { ...organisation, ...part } },
});

/** How far a patient has come in taking their record up, for tests. */
const takingUp = {
  takenUp: false,
  verified: false,
  underSixteen: false,
  viewerMayInvite: true,
  viewerMayVouch: true,
  ...mayNote,
  checks: [{ documents: ['PASSPORT'], checkedBy: 'Tom Bell', checkedAt: at }],
  invitations: [{ sentBy: 'LETTER', invitedBy: 'Tom Bell', createdAt: at, expiresAt: later }],
};

/** A letter and its head, for tests. */
const lettersMade = {
  leftOut: 0,
  letterhead: {
    ...{ organisation: organisation.name, team: staffTeam.name, openingHours: null },
    ...{ serviceName: 'Heldwell', welcome: 'Good to have you.', logo: null },
  },
  letters: [
    {
      ...{ record: 'record-1', name: 'Ms Amara Nwosu', address: 'Flat 3, 27 Quay Street, Heldford' },
      ...{ firstCode: 'BCDF-GHJK', secondCode: 'MNPQ-RSTV', expiresAt: later },
    },
  ],
};

const actDone = { data: { done: { __typename: 'OfficeActDone' } } };
const deskDone = { data: { done: { __typename: 'FrontDeskDone' } } };

/** What the pretended server answers to those who run an organisation or register patients. */
export const officeStory: TestAnswers = {
  OrganisationTeams: ofOrganisation({
    teams: [{ id: staffTeam.id, code: staffTeam.code, name: staffTeam.name, members: [{ id: 'person-1' }] }],
  }),
  OrganisationBrand: ofOrganisation({
    ...{ serviceName: null, welcome: null, logo: null, asksOwnCheck: false, defaultLabel: 'GENERAL' },
  }),
  OrganisationPeople: ofOrganisation({
    officers: [{ id: 'person-3', name: 'Helen Marsh', office: 'ADMINISTRATOR', since: at }],
    invitations: [],
    teams: [{ id: staffTeam.id, name: staffTeam.name, members: staffTeam.members }],
  }),
  OrganisationHistory: ofOrganisation({ changes: page([change]) }),
  TeamHistory: { data: { staffTeam: { id: staffTeam.id, changes: page([change]) } } },
  StaffTeam: { data: { staffTeam } },
  StaffInvitation: {
    data: {
      staffInvitation: {
        ...{ organisation: organisation.name, team: staffTeam.name, role: 'MEMBER', office: null },
        ...{ invitedBy: 'Tom Bell', email: 'new@example.org', hasSignIn: false },
      },
      viewer: null,
    },
  },
  AcceptStaffInvitation: { data: { done: { __typename: 'StaffInvitationAccepted' } } },
  ...Object.fromEntries(
    [
      ...['CreateTeam', 'ChangeTeam', 'SetJoinCode', 'ChangeOrganisation', 'SetLogo', 'InviteStaff'],
      ...['WithdrawStaffInvitation', 'ChangeMember', 'RemoveMember', 'GiveOffice', 'EndOffice'],
    ].map((name) => [name, actDone]),
  ),
  Registration: {
    data: { registration: { id: 'registration-1', state: 'REGISTERED', record: 'record-1', reason: null } },
  },
  RegistrationsWaiting: {
    data: {
      registrationsWaiting: [
        {
          ...{ id: 'registration-2', givenName: 'Jo', familyName: 'Ashcroft', birthDate: '1971-03-04' },
          ...{
            nhsNumber: null,
            reason: 'There may be a record already.',
            registeredBy: 'Tom Bell',
            registeredAt: at,
          },
        },
      ],
    },
  },
  RegisterPatient: { data: { done: { __typename: 'PatientRegistered', registration: 'registration-1' } } },
  SetRegistrationAside: { data: { done: true } },
  TakingUp: {
    data: { record: { id: 'record-1', email: null, address: null, state: 'REGISTERED', takingUp } },
  },
  TeamMatches: { data: { team: { id: 'team-1', matchCases: [aMatchCase()] } } },
  SettleMatch: { data: { done: { __typename: 'MatchSettled', outcome: 'RECORD_OPENS' } } },
  ClosedRecords: { data: { team: { id: 'team-1', closedRecords: [aClosedRecord] } } },
  RecordDeath: deskDone,
  TakeBackDeath: deskDone,
  CloseForPatient: deskDone,
  ReopenForPatient: deskDone,
  VouchForIdentity: deskDone,
  InviteToTakeUp: deskDone,
  MakeLetters: { data: { done: lettersMade } },
};
