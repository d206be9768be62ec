import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  aCarer,
  aProfessional,
  aTeam,
  type MadeCarer,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { SHARE, send } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const CLOSE = `mutation ($thread: ID!) { closeThread(input: { thread: $thread }) {
  __typename ... on ThreadClosed { thread { state closedAt viewerMayReply viewerMayClose } } } }`;
const THREAD = 'query ($id: ID!) { thread(id: $id) { state closedAt viewerMayReply viewerMayClose } }';
const SEEN = 'query ($id: ID!) { record(id: $id) { viewerLabels timeline { nodes { title } } } }';
const MESSAGES =
  'subscription ($id: ID!) { messagesAdded(thread: $id) { messages { text } thread { state } position } }';
const INBOX = `query ($id: ID!) { team(id: $id) { inboxCounts { all waitingOnTeam waitingOnPatient }
  inbox { nodes { id } } waiting: inbox(view: WAITING_ON_TEAM) { nodes { id } } } }`;
const RECORD = 'subscription ($id: ID!) { recordChanged(record: $id) { change } }';

let server: TestServer;
let patient: MadePatient;
let front: MadeTeam;
let other: MadeTeam;
let carer: MadeCarer;
let owner: AppClient;
let member: AppClient;
let helper: AppClient;

beforeAll(async () => {
  // Connections enough that what is sent at once arrives at once.
  server = await aServer(await aDatabase({ pool: 20 }));
});
beforeEach(async () => {
  const { db } = server;
  [front, other, carer] = [await aTeam(db), await aTeam(db), await aCarer(db)];
  patient = await aPatient(db)
    .sharing(['SOCIAL_CARE'], { with: carer })
    .withEntry({ label: 'GENERAL', title: 'Asthma' })
    .withThread({ with: front, label: 'SOCIAL_CARE', inCopy: [carer] })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  member = await server.asPerson((await aProfessional(db, { team: front })).email, 'PROFESSIONAL');
  helper = await server.asPerson((await aProfessional(db, { team: other })).email, 'PROFESSIONAL');
});

const closed = (by: AppClient) =>
  by.graphql(CLOSE, { thread: patient.threadId() }).then(({ closeThread }) => closeThread);
const thread = (by: AppClient) => by.graphql(THREAD, { id: patient.threadId() }).then((data) => data.thread);
const seen = (by = helper) => by.graphql(SEEN, { id: patient.recordId }).then(({ record }) => record);
const share = (terms: object) =>
  owner.answer(SHARE, {
    input: {
      id: randomUUID(),
      team: writeId('TEAM', other.id),
      labels: ['GENERAL'],
      rights: ['SEE'],
      ...terms,
    },
  });
const untilClosed = () => share({ untilThreadClosed: patient.threadId() });

describe('a discussion is ended', () => {
  it('by the patient, and opened again by whoever writes next', async () => {
    expect(await thread(owner)).toEqual({
      state: 'SENT',
      closedAt: null,
      viewerMayReply: true,
      viewerMayClose: true,
    });
    const ended = {
      state: 'CLOSED',
      closedAt: expect.any(String),
      viewerMayReply: true,
      viewerMayClose: false,
    };
    const first = await closed(owner);
    expect(first).toEqual({ __typename: 'ThreadClosed', thread: ended });
    // Ended twice is ended once.
    expect(await closed(owner)).toEqual(first);
    expect(await thread(member)).toEqual(ended);
    expect((await send(member, patient.threadId())).__typename).toBe('MessageSent');
    expect(await thread(owner)).toMatchObject({ state: 'ANSWERED', closedAt: null, viewerMayClose: true });
  });

  it('by staff of its team, not by a carer in copy nor by another team that may write in it', async () => {
    await share({ labels: ['SOCIAL_CARE'], rights: ['SEE', 'MESSAGE'] });
    expect(await thread(helper)).toMatchObject({ viewerMayReply: true, viewerMayClose: false });
    expect((await closed(helper)).__typename).toBe('NotFound');
    const family = await server.asPerson(carer.email, 'CARER');
    expect(await thread(family)).toMatchObject({ viewerMayReply: true, viewerMayClose: false });
    const { errors } = await family.answer(CLOSE, { thread: patient.threadId() });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await thread(owner)).toMatchObject({ closedAt: null });
    expect(await thread(member)).toMatchObject({ viewerMayClose: true });
    expect((await closed(member)).thread).toMatchObject({ state: 'CLOSED' });
  });

  it('by nobody who does not see it', async () => {
    const stranger = await aPatient(server.db).stored();
    expect((await closed(await server.asPerson(stranger.email, 'PATIENT'))).__typename).toBe('NotFound');
    expect((await closed(helper)).__typename).toBe('NotFound');
    expect(await thread(owner)).toMatchObject({ closedAt: null });
  });
});

describe('access until a discussion ends', () => {
  it.each(['the patient', 'staff'])('ends at once when %s ends it, and its streams with it', async (who) => {
    await untilClosed();
    expect((await seen()).viewerLabels).toEqual(['GENERAL']);
    const stream = helper.subscribe(RECORD, { id: patient.recordId });
    expect((await stream.next()).recordChanged.change).toBe('STARTED');
    await closed(who === 'staff' ? member : owner);
    expect(await stream.ended()).toBe('COMPLETE');
    expect(await seen()).toBeNull();
    expect((await send(owner, patient.threadId())).__typename).toBe('MessageSent');
    expect(await seen()).toBeNull();
  });

  it('takes with it what was given through it', async () => {
    await share({ rights: ['SEE', 'MANAGE_SHARING'], untilThreadClosed: patient.threadId() });
    const third = await aTeam(server.db);
    const input = {
      id: randomUUID(),
      record: patient.recordId,
      team: writeId('TEAM', third.id),
      labels: ['GENERAL'],
      rights: ['SEE'],
    };
    expect((await helper.graphql(SHARE, { input })).shareWithTeam.__typename).toBe('SharingChanged');
    const invited = (await aProfessional(server.db, { team: third })).email;
    const guest = await server.asPerson(invited, 'PROFESSIONAL');
    expect((await seen(guest)).viewerLabels).toEqual(['GENERAL']);
    await closed(member);
    expect(await seen(guest)).toBeNull();
  });

  it('is not given until the end of one that has ended, nor of another record’s', async () => {
    const elsewhere = await aPatient(server.db).withThread({ with: front, label: 'GENERAL' }).stored();
    const codeOf = async (untilThreadClosed: string) =>
      (await share({ untilThreadClosed })).errors?.[0]?.extensions?.code;
    expect(await codeOf(elsewhere.threadId())).toBe('BAD_USER_INPUT');
    await closed(owner);
    expect(await codeOf(patient.threadId())).toBe('BAD_USER_INPUT');
    expect(await seen()).toBeNull();
    await send(owner, patient.threadId());
    expect(await codeOf(patient.threadId())).toBeUndefined();
    expect((await seen()).viewerLabels).toEqual(['GENERAL']);
  });

  it('waits for a message under way without standing in its way', async () => {
    await share({ team: writeId('TEAM', front.id), untilThreadClosed: patient.threadId() });
    const { owner: pool, rows } = server.db;
    const writing = await pool.connect();
    try {
      // As a message does: first the grant it stands on, then the discussion.
      await writing.query('begin');
      const held = 'select from heldwell.grant_head where patient_id = $1 and grantee_id = $2 for share';
      expect((await writing.query(held, [patient.id, front.id])).rowCount).toBe(1);
      const ending = closed(owner);
      const waits =
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      await vi.waitFor(async () => expect(await rows(waits)).toHaveLength(1));
      const next = 'select 1 from heldwell.thread where patient_id = $1 for update nowait';
      expect((await writing.query(next, [patient.id])).rowCount).toBe(1);
      await writing.query('commit');
      expect((await ending).__typename).toBe('ThreadClosed');
    } finally {
      writing.release();
    }
  });

  it('ends whoever writes and ends at the same moment', async () => {
    await share({ team: writeId('TEAM', front.id), untilThreadClosed: patient.threadId() });
    const sends = () => Array.from({ length: 6 }, () => send(member, patient.threadId()));
    const all = await Promise.all([...sends(), closed(member), ...sends(), closed(owner), ...sends()]);
    expect(new Set(all.map(({ __typename }) => __typename))).toEqual(
      new Set(['ThreadClosed', 'MessageSent']),
    );
    expect((await seen(member)).viewerLabels).toEqual([]);
  });
});

it('whoever has it open is told that it ended, and then that it is open again', async () => {
  const stream = member.subscribe(MESSAGES, { id: patient.threadId() });
  expect((await stream.next()).messagesAdded).toMatchObject({ position: 1, thread: { state: 'SENT' } });
  await closed(owner);
  expect((await stream.next()).messagesAdded).toEqual({
    messages: [],
    position: 1,
    thread: { state: 'CLOSED' },
  });
  await send(owner, patient.threadId(), { text: 'One more thing.' });
  expect((await stream.next()).messagesAdded).toMatchObject({
    messages: [{ text: 'One more thing.' }],
    thread: { state: 'SENT' },
  });
});

it('a discussion that has ended waits on nobody in the inbox, until somebody writes again', async () => {
  const inbox = async () => {
    const { team } = await member.graphql(INBOX, { id: writeId('TEAM', front.id) });
    return { ...team.inboxCounts, listed: team.waiting.nodes.length, shown: team.inbox.nodes.length };
  };
  const waiting = { all: 1, waitingOnTeam: 1, waitingOnPatient: 0, listed: 1, shown: 1 };
  expect(await inbox()).toEqual(waiting);
  await closed(owner);
  expect(await inbox()).toEqual({ ...waiting, waitingOnTeam: 0, listed: 0 });
  await send(owner, patient.threadId());
  expect(await inbox()).toEqual(waiting);
});
