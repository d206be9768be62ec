import { randomUUID } from 'node:crypto';
import { writeId } from '../../src/platform/global-id.ts';
import { maySee } from './reference-model.ts';
import { LABELS, type Viewer } from './viewers.ts';
import type { World } from './world.ts';

/** One question, asked where things are hidden and where they are missing. */
export interface Case {
  name: string;
  text: string;
}

/** An id of a kind that names nothing, in the record or out of it. */
export interface Ids {
  hidden: string;
  missing: string;
}

const nobody = () => randomUUID();

/** Entries and discussions a viewer may not see, each beside one that there never was. */
export function hiddenIds(world: World, viewer: Viewer): { entries: Ids[]; threads: Ids[] } {
  const pair = (kind: 'ENTRY' | 'THREAD', id: string): Ids => ({
    hidden: writeId(kind, id, world.patientId),
    missing: writeId(kind, nobody(), world.patientId),
  });
  const hides = (label: (typeof LABELS)[number], kind: string) =>
    !maySee(viewer, { is: 'ENTRY', kind, label });
  const entries = ['TEST_RESULT', 'DOCUMENT'].flatMap((kind) =>
    world.entries.filter((one) => one.kind === kind && !one.earlier && hides(one.label, one.kind)),
  );
  const threads = world.threads.filter(
    ({ key, label }) => key.startsWith('front') && !maySee(viewer, { is: 'THREAD', label, thread: key }),
  );
  return {
    entries: entries.slice(0, 6).map(({ id }) => pair('ENTRY', id)),
    threads: threads.map(({ id }) => pair('THREAD', id)),
  };
}

const ENTRY = `id kind label title summary version hasTrend versions { version label title } parts { id title }
  attachments { id title } resource`;
const THREAD =
  'id subject preview unreadCount participants { name } messages(first: 2) { nodes { id text } pageInfo { hasNextPage endCursor } }';

/** Asks for one thing by its id, in every way there is. */
export const byId = {
  entry: (id: string): string[] => [
    `{ entry(id: "${id}") { ${ENTRY} } }`,
    `mutation { relabelEntry(input: { entry: "${id}", label: GENERAL }) { __typename ... on NotFound { message } } }`,
  ],
  trend: (record: string, id: string): string =>
    `{ record(id: "${record}") { trend(entry: "${id}") { title unit lines { title points { entry value } } } } }`,
  thread: (id: string): string[] => [
    `{ thread(id: "${id}") { ${THREAD} } }`,
    `mutation { markThreadRead(input: { thread: "${id}", position: 3 }) { ${THREAD} } }`,
    `mutation { sendMessage(input: { id: "${nobody()}", thread: "${id}", text: "Hello" }) { __typename ... on NotFound { message } } }`,
    `mutation { closeThread(input: { thread: "${id}" }) { __typename ... on NotFound { message } } }`,
    `mutation { sendMessage(input: { id: "${nobody()}", thread: "${id}", text: "Hello", attachments: ["${nobody()}"] }) { __typename ... on NotFound { message } } }`,
  ],
};

/** Lists, counts, pages and searches of a record, and of the viewer's own lists. */
export function listCases(world: World, viewer: Viewer): Case[] {
  const record = `record(id: "${writeId('RECORD', world.patientId)}")`;
  const page = (field: string, first: number, nodes: string) =>
    `${field.replace('FIRST', `first: ${first}`)} { nodes { ${nodes} } pageInfo { hasNextPage endCursor } }`;
  const kinds = ['CONDITION', 'TEST_RESULT', 'REPORT', 'DOCUMENT', 'APPOINTMENT', 'GOAL'];
  const seen = LABELS.filter((label) => maySee(viewer, { is: 'ENTRY', kind: 'TEST_RESULT', label }));
  const results = world.entries.filter(({ kind, label }) => kind === 'TEST_RESULT' && seen.includes(label));
  return [
    ...[1, 2, 3, 7, 100].map((n) => ({
      name: `timeline of ${n}`,
      text: `{ ${record} { ${page('timeline(FIRST)', n, ENTRY)} } }`,
    })),
    ...kinds.map((kind) => ({
      name: `entries ${kind}`,
      text: `{ ${record} { ${page(`entries(kind: ${kind}, FIRST)`, 2, ENTRY)} } }`,
    })),
    ...[1, 3, 20].map((n) => ({
      name: `discussions of ${n}`,
      text: `{ ${record} { ${page('threads(FIRST)', n, THREAD)} } }`,
    })),
    {
      name: 'counts',
      text: `{ ${record} { entryCounts { kind count } unreadThreadCount viewerLabels viewerRights } }`,
    },
    {
      name: 'identity',
      text: `{ ${record} { givenName nhsNumber address phone email language communicationNeeds } }`,
    },
    { name: 'appointments', text: `{ ${record} { upcomingAppointments(first: 3) { ${ENTRY} } } }` },
    {
      name: 'own grants',
      text: `{ ${record} { viewerGrants { id labels thread { ${THREAD} } } viewerMayMessage } }`,
    },
    {
      name: 'sharing',
      text: `{ ${record} { sharing { grants { id } } carers { id } accessLog { nodes { id } } } }`,
    },
    ...results.map(({ id }) => ({
      name: `trend of ${id}`,
      text: byId.trend(writeId('RECORD', world.patientId), writeId('ENTRY', id, world.patientId)),
    })),
    ...['ALL', 'UNREAD', 'WAITING_ON_TEAM', 'WAITING_ON_PATIENT'].map((view) => ({
      name: `inbox ${view}`,
      text: `{ viewer { teams { ${page(`inbox(view: ${view}, FIRST)`, 1, THREAD)} inboxCounts { all unread waitingOnTeam waitingOnPatient } } } }`,
    })),
    ...['', 'zq', 'zq0', 'nobody', '999 003 0006', 'Q, Z'].map((search) => ({
      name: `caseload “${search}”`,
      text: `{ viewer { teams { ${page(`caseload(search: "${search}", FIRST)`, 1, 'id familyName birthDate')} } } }`,
    })),
    {
      name: 'cared for',
      text: `{ viewer { ${page('caresFor(FIRST)', 5, 'id familyName unreadThreadCount')} } }`,
    },
    ...[1, 5].map((n) => ({
      name: `shared with the viewer, ${n}`,
      text: `{ viewer { hasSharedRecords ${page('sharedRecords(FIRST)', n, 'id familyName unreadThreadCount')} } }`,
    })),
  ];
}
