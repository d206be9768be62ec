import { aMessage, aThreadAnswer, type TestAnswers } from '@heldwell/client/testing';
import { deskStory } from './desk-story.ts';
import { officeStory } from './office-story.ts';
import { page } from './pages.ts';

export { page } from './pages.ts';

const fernside = { id: 'organisation-1', name: 'Fernside Mental Health NHS Foundation Trust' };
const team = { id: 'team-1', name: 'Fernside Recovery Team' };

const amara = {
  id: 'record-1',
  title: 'Ms',
  givenName: 'Amara',
  familyName: 'Nwosu',
  preferredName: null,
  birthDate: '1992-03-14',
  gender: 'female',
  deceasedAt: null,
  hasDied: false,
  nhsNumber: '9994120387',
};

/** A discussion of the inbox, for tests. */
export function anInboxRow(changes: Record<string, unknown> = {}) {
  return {
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
    ...changes,
  };
}

/** The answer to the question for an inbox with these discussions. */
export function inboxAnswer(rows: readonly unknown[]) {
  const count = rows.length;
  const inboxCounts = { all: count, unread: count, waitingOnTeam: count, waitingOnPatient: 0 };
  return { data: { team: { ...team, inboxCounts, inbox: page(rows) } } };
}

/** An entry of a list, for tests. */
export function anEntry(changes: Record<string, unknown> = {}) {
  return {
    id: 'entry-1',
    kind: 'CONDITION',
    label: 'GENERAL',
    status: 'CURRENT',
    title: 'Type 2 diabetes',
    summary: 'Active',
    occurredAt: '2026-07-01T09:00:00.000000+00:00',
    occurredPrecision: 'DAY',
    source: { organisation: fernside, team, author: 'Ngozi Okafor' },
    ...changes,
  };
}

/** A condition under another label than GENERAL. */
export const depression = anEntry({ id: 'entry-2', title: 'Depression', label: 'MENTAL_HEALTH' });

/** The team's grant, for tests. */
export const grant = {
  id: 'grant-1',
  version: 1,
  labels: ['GENERAL', 'MENTAL_HEALTH'],
  summaryLabels: [] as string[],
  rights: ['SEE', 'MESSAGE'],
  basis: 'DIRECT_CARE',
  state: 'IN_FORCE',
  validFrom: '2026-01-01T09:00:00.000000+00:00',
  validUntil: '2026-12-31T23:59:00.000000+00:00',
  givenBy: 'Amara Nwosu',
  givenAt: '2026-01-01T09:00:00.000000+00:00',
  reason: null as string | null,
  reference: null as string | null,
  thread: null as { id: string } | null,
  entry: null as { id: string; title: string | null } | null,
  grantee: {
    kind: 'TEAM',
    name: team.name,
    relationship: null,
    team: { ...team, organisation: fernside },
    organisation: null,
  },
};

/** The answer to the question for a record's frame. */
export function shellAnswer(changes: Record<string, unknown> = {}) {
  return {
    data: {
      record: {
        ...amara,
        viewerLabels: ['GENERAL', 'MENTAL_HEALTH'],
        viewerAccess: 'GRANTED',
        viewerSummaryLabels: [],
        viewerGrants: [grant],
        allergies: page([{ id: 'entry-9', title: 'Penicillin', status: 'CURRENT' }]),
        unreadThreadCount: 1,
        ...changes,
      },
    },
  };
}

/** The answer to the question for a record's summary with these conditions, and these to call. */
export function summaryAnswer(conditions: readonly unknown[], emergencyContacts: readonly unknown[] = []) {
  const parts = { appointments: [], plans: page([]), medicines: page([]), results: page([]) };
  const known = { id: 'record-1', ...parts, conditions: page(conditions), emergencyContacts };
  return { data: { record: known } };
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
    granteeName: team.name,
    madeBy: null,
    madeByViewer: false,
  };
  const ended = { ...given, id: 'notice-1', kind: 'ACCESS_ENDED', recordId: null, recordName: null };
  return { data: { viewer: { notices: page([given, { ...ended, readAt: given.at }]) } } };
}

const result = anEntry({
  id: 'entry-3',
  kind: 'TEST_RESULT',
  title: 'HbA1c',
  summary: '51 mmol/mol',
  hasTrend: true,
  detail: { __typename: 'ObservationDetail', position: 'ABOVE', range: { low: 20, high: 41, text: null } },
});

const entryPage = {
  ...anEntry(),
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
  keptAsAuthor: false,
  record: { id: 'record-1' },
};

const record = (parts: object) => ({ data: { record: { id: 'record-1', ...parts } } });

/** What the pretended server answers in the demo story, seen by Tom Bell of the Fernside Recovery Team. */
export const story: TestAnswers = {
  ProfessionalViewer: {
    data: {
      viewer: {
        app: 'PROFESSIONAL',
        person: { id: 'person-1', givenName: 'Tom', familyName: 'Bell' },
        teams: [{ ...team, viewerRole: 'COORDINATOR', organisation: fernside }],
        privacyDesks: [fernside],
        administers: [fernside],
        hasSharedRecords: false,
      },
    },
  },
  ...deskStory,
  ...officeStory,
  OrganisationSignIns: { data: { organisationSignIns: [] } },
  StaffSignInElsewhere: { data: { organisationSignIns: [], viewer: { linkedSignIns: [] } } },
  TeamCounts: { data: { team: { id: team.id, inboxCounts: { unread: 1 } } } },
  Inbox: inboxAnswer([anInboxRow()]),
  Thread: aThreadAnswer([aMessage(1), aMessage(2)]),
  MarkThreadRead: { data: { markThreadRead: { id: 'thread-1', unreadCount: 0, state: 'READ_BY_TEAM' } } },
  Caseload: { data: { team: { id: team.id, caseload: page([amara]) } } },
  SharedRecords: {
    data: { viewer: { sharedRecords: page([{ ...amara, viewerLabels: ['GENERAL', 'MENTAL_HEALTH'] }]) } },
  },
  Notices: noticesAnswer(),
  MarkNoticesRead: { data: { markNoticesRead: { unreadCount: 0 } } },
  RecordShell: shellAnswer(),
  RecordSummary: summaryAnswer([anEntry(), depression]),
  RecordTimeline: record({ timeline: page([anEntry(), depression]) }),
  RecordResults: record({ entries: page([result]) }),
  RecordKinds: record({ entryCounts: [{ kind: 'CONDITION', count: 2 }] }),
  RecordKind: record({ entries: page([anEntry(), depression]) }),
  RecordThreads: record({ threads: page([anInboxRow()]) }),
  RecordKeptThreads: record({ keptThreads: page([]) }),
  RecordDetails: record({
    ...amara,
    address: 'Flat 3, 27 Quay Street, Heldford, ZZ9 3QS',
    phone: '07700 900362',
    email: 'amara.nwosu@example.org',
    language: 'English',
    interpreterNeeded: false,
    communicationNeeds: 'Text message before a telephone call',
    ...{ viewerGrants: [grant], emergencyContacts: [] },
  }),
  RecordEntry: { data: { entry: entryPage } },
  ConfirmWays: {
    data: {
      viewer: {
        security: { hasPassword: true, authenticatorSince: null, passkeys: [] },
        linkedProviders: [],
      },
    },
  },
  ConfirmSignIn: { data: { confirmSignIn: { __typename: 'SignInConfirmed' } } },
  OpenInEmergency: {
    data: {
      openInEmergency: {
        __typename: 'OpenedInEmergency',
        closesAt: '2026-08-06T15:00:00.000000+00:00',
        record: { id: 'record-1' },
      },
    },
  },
  AskForAccess: { data: { askForAccess: { __typename: 'AccessAskedFor' } } },
  AskForMore: { data: { askForMore: true } },
  Viewer: { data: { viewer: null } },
  Invitation: {
    data: {
      invitation: {
        kind: 'TREAT',
        name: 'Robin Vale',
        emailHint: 'r•••@example.org',
        patientName: 'Amara Nwosu',
        organisationName: null,
        labels: ['GENERAL'],
        rights: ['SEE'],
        expiresAt: '2026-12-31T12:00:00.000000+00:00',
        isVouched: false,
        brand: { serviceName: 'Heldwell', welcome: null, logo: null },
      },
    },
  },
};
