import { aMessage, aThreadAnswer, type TestAnswers } from '@heldwell/client/testing';

const page = (nodes: readonly unknown[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });
const fernside = { id: 'organisation-1', name: 'Fernside Mental Health NHS Foundation Trust' };
const team = { id: 'team-1', name: 'Fernside Recovery Team' };

const amara = {
  id: 'record-1',
  title: 'Ms',
  givenName: 'Amara',
  familyName: 'Nwosu',
  preferredName: null,
  birthDate: '1992-03-14',
};

/** Somebody else who is cared for. */
export const gareth = {
  id: 'record-2',
  title: 'Mr',
  givenName: 'Gareth',
  familyName: 'Pritchard',
  preferredName: null,
  unreadThreadCount: 0,
};

/** An entry of a list, for tests. */
export function anEntry(changes: Record<string, unknown> = {}) {
  return {
    id: 'entry-1',
    kind: 'APPOINTMENT',
    label: 'GENERAL',
    status: 'CURRENT',
    title: 'Diabetes review',
    summary: 'Northgate Hospital',
    occurredAt: '2026-12-03T10:00:00.000000+00:00',
    occurredPrecision: 'TIME',
    source: { organisation: fernside, team, author: null },
    ...changes,
  };
}

/** The whole of an entry, for tests. */
function anEntryPage(changes: Record<string, unknown> = {}) {
  return {
    ...anEntry({
      id: 'entry-2',
      kind: 'CARE_PLAN',
      title: 'Crisis and recovery plan',
      label: 'MENTAL_HEALTH',
    }),
    endsAt: null,
    arrivedAt: '2026-07-02T10:30:00.000000+00:00',
    sourceStatus: 'active',
    version: 1,
    hasTrend: false,
    viewerMayRelabel: false,
    versions: [],
    parts: [],
    attachments: [],
    detail: null,
    ...changes,
  };
}

/** The answer to the question for who is signed in, caring for these people. */
export function viewerAnswer(people: readonly unknown[] = [{ ...amara, unreadThreadCount: 1 }]) {
  const person = {
    id: 'person-2',
    givenName: 'Chidi',
    familyName: 'Nwosu',
    email: 'chidi.nwosu@example.org',
  };
  return { data: { viewer: { app: 'CARER', person, caresFor: page(people) } } };
}

/** The answer to the question for a person's frame. */
export function personAnswer(changes: Record<string, unknown> = {}) {
  return {
    data: {
      record: {
        ...amara,
        viewerMayMessage: true,
        hasDied: false,
        unreadThreadCount: 1,
        threads: { nodes: [{ id: 'thread-1' }] },
        entryCounts: [
          { kind: 'CARE_PLAN', count: 1 },
          { kind: 'APPOINTMENT', count: 1 },
        ],
        upcomingAppointments: [anEntry()],
        ...changes,
      },
    },
  };
}

const record = (parts: object) => ({ data: { record: { id: 'record-1', ...parts } } });

const grant = {
  id: 'grant-1',
  version: 1,
  labels: ['GENERAL', 'MENTAL_HEALTH'],
  rights: ['SEE', 'MESSAGE'],
  basis: 'PATIENT_CHOICE',
  state: 'IN_FORCE',
  validFrom: '2026-01-01T09:00:00.000000+00:00',
  validUntil: null,
  givenBy: 'Amara Nwosu',
  givenAt: '2026-01-01T09:00:00.000000+00:00',
  givenForPatient: false,
  thread: null,
  entry: null,
  summaryLabels: [],
  grantee: { kind: 'CARER', name: 'Chidi Nwosu', relationship: 'Brother', team: null, organisation: null },
};

/** A grant of the carer's that lets them share General and Mental health, and messages. */
export const managing = { ...grant, rights: ['SEE', 'MESSAGE', 'MANAGE_SHARING'] };

/** What the carer gave a neighbour, for tests. */
export const givenToNeighbour = {
  ...grant,
  id: 'grant-5',
  labels: ['GENERAL'],
  rights: ['SEE'],
  givenBy: 'Chidi Nwosu',
  givenForPatient: true,
  validUntil: '2096-06-30T22:59:00.000000+00:00',
  grantee: { kind: 'CARER', name: 'Ada Obi', relationship: 'Neighbour', team: null, organisation: null },
};

const invited = {
  id: 'invitation-1',
  name: 'Ifeoma',
  email: 'ifeoma@example.org',
  labels: ['GENERAL'],
  expiresAt: '2026-12-31T12:00:00.000000+00:00',
};

/** The answer to the question for what the carer shared. */
export function managedAnswer(changes: Record<string, unknown> = {}) {
  return record({
    viewerGrants: [managing],
    grantsGivenByViewer: [givenToNeighbour],
    invitationsGivenByViewer: [invited],
    ...changes,
  });
}

/** The answer to the question for notices: access given and, without a name, ended. */
function noticesAnswer() {
  const given = {
    id: 'notice-2',
    kind: 'ACCESS_GIVEN',
    at: '2026-08-06T13:30:00.000000+00:00',
    readAt: null,
    reference: '7F3A-09C2',
    forDiscussion: false,
    recordId: 'record-1',
    recordName: 'Amara Nwosu',
    granteeName: null,
    madeBy: null,
    madeByViewer: false,
  };
  const ended = { ...given, id: 'notice-1', kind: 'ACCESS_ENDED', recordId: null, recordName: null };
  return { data: { viewer: { notices: page([given, { ...ended, readAt: given.at }]) } } };
}

const thread = {
  id: 'thread-1',
  subject: 'My sleep',
  label: 'MENTAL_HEALTH',
  state: 'SENT',
  lastMessageAt: '2026-08-06T13:30:00.000000+00:00',
  preview: 'I have slept badly all week.',
  lastAuthor: 'Amara Nwosu',
  lastAuthorRole: 'PATIENT',
  unreadCount: 2,
  team,
  record: amara,
};

/** What the pretended server answers in the demo story, seen by Chidi, who cares for his sister Amara. */
export const story: TestAnswers = {
  CarerViewer: viewerAnswer(),
  Person: personAnswer(),
  PersonThreads: record({ threads: page([thread]) }),
  Thread: aThreadAnswer([aMessage(1), aMessage(2)]),
  MarkThreadRead: { data: { markThreadRead: { id: 'thread-1', unreadCount: 0, state: 'SENT' } } },
  Diary: record({ upcomingAppointments: [anEntry()] }),
  Plan: record({ entries: { nodes: [anEntryPage()] } }),
  PersonEntries: record({ entries: page([anEntry()]) }),
  PersonEntry: { data: { entry: { ...anEntryPage(), record: { id: 'record-1' } } } },
  Access: record({ viewerGrants: [grant] }),
  ManagedSharing: managedAnswer(),
  SharingHeld: record({ viewerGrants: [managing], teamsToShareWith: [{ ...team, organisation: fernside }] }),
  CarerWhoLooked: record({
    accessLog: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
  }),
  Notices: noticesAnswer(),
  MarkNoticesRead: { data: { markNoticesRead: { unreadCount: 0 } } },
  LeaveRecord: { data: { leaveRecord: true } },
  Viewer: { data: { viewer: null } },
  Invitation: {
    data: {
      invitation: {
        kind: 'CARE_FOR',
        name: 'Chidi',
        emailHint: 'c•••@example.org',
        patientName: 'Amara Nwosu',
        organisationName: null,
        labels: ['GENERAL'],
        rights: ['SEE', 'MESSAGE'],
        expiresAt: '2026-12-31T12:00:00.000000+00:00',
        isVouched: false,
        brand: { serviceName: 'Heldwell', welcome: null, logo: null },
      },
    },
  },
};
