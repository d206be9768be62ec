import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { MARK, START, STOP, send } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let owner: AppClient;

beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
});

async function aDiscussion(): Promise<string> {
  patient = await aPatient(server.db)
    .withThread({ with: team, label: 'MENTAL_HEALTH', subject: 'Sleep' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  return patient.threadId();
}

const started = (input: object) =>
  owner.graphql(START, { input: { copyTo: [], allowCarersWithoutLabel: false, ...input } });

describe('what was read', () => {
  it('is counted for the patient, a carer in copy, and the team as one', async () => {
    const { db } = server;
    const carer = await aCarer(db);
    patient = await aPatient(db)
      .sharing('GENERAL', { with: carer })
      .withThread({ with: team, label: 'GENERAL', inCopy: [carer] })
      .stored();
    owner = await server.asPerson(patient.email, 'PATIENT');
    const family = await server.asPerson(carer.email, 'CARER');
    const [one, other] = [
      await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL'),
      await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL'),
    ];
    const unread = async (client: AppClient) => {
      const { thread, record } = await client.graphql(
        'query ($thread: ID!, $record: ID!) { thread(id: $thread) { unreadCount } record(id: $record) { unreadThreadCount } }',
        { thread: patient.threadId(), record: patient.recordId },
      );
      return [thread.unreadCount, record.unreadThreadCount];
    };
    const all = () => Promise.all([owner, family, one, other].map(unread));
    expect(await all()).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    await send(one, patient.threadId());
    expect(await all()).toEqual([
      [1, 1],
      [2, 1],
      [0, 0],
      [0, 0],
    ]);
    await family.graphql(MARK, { thread: patient.threadId(), position: 1 });
    expect(await unread(family)).toEqual([1, 1]);
    await family.graphql(MARK, { thread: patient.threadId(), position: 99 });
    await family.graphql(MARK, { thread: patient.threadId(), position: 0 });
    await send(owner, patient.threadId());
    await other.graphql(MARK, { thread: patient.threadId(), position: 3 });
    expect(await all()).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  it('by staff or a carer is written into the log', async () => {
    const thread = await aDiscussion();
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    await staff.graphql(MARK, { thread, position: 1 });
    const looks = await server.db.rows<{ action: string }>(
      `select action from heldwell.access_log where patient_id = $1 and action <> 'SHARED'`,
      [patient.id],
    );
    expect(looks).toEqual([{ action: 'LIVE' }]);
  });
});

describe('a carer copied in without the label', () => {
  it('needs the patient to say yes, then sees this discussion and no other', async () => {
    const { db } = server;
    const carer = await aCarer(db);
    patient = await aPatient(db)
      .sharing('GENERAL', { with: carer })
      .withEntry({ label: 'MENTAL_HEALTH' })
      .withThread({ with: team, label: 'MENTAL_HEALTH' })
      .stored();
    owner = await server.asPerson(patient.email, 'PATIENT');
    const family = await server.asPerson(carer.email, 'CARER');
    const input = {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      subject: 'Sleep',
      label: 'MENTAL_HEALTH',
      text: 'Hello',
      copyTo: [writeId('CARER', carer.id, patient.id)],
    };
    const asked = await started(input);
    expect(asked.startThread).toMatchObject({
      __typename: 'CarerWithoutLabel',
      carers: [{ displayName: carer.name }],
    });
    const { startThread } = await started({ ...input, allowCarersWithoutLabel: true });
    expect(startThread.thread.participants.map(({ role }: { role: string }) => role).sort()).toEqual([
      'CARER',
      'PATIENT',
      'STAFF',
    ]);
    expect((await send(family, startThread.thread.id)).position).toBe(2);
    const { record, thread } = await family.graphql(
      'query ($record: ID!, $other: ID!) { record(id: $record) { viewerLabels timeline { nodes { id } } threads { nodes { id } } } thread(id: $other) { id } }',
      { record: patient.recordId, other: patient.threadId() },
    );
    expect(record).toEqual({
      viewerLabels: ['GENERAL'],
      timeline: { nodes: [] },
      threads: { nodes: [{ id: startThread.thread.id }] },
    });
    expect(thread).toBeNull();
  });
});

describe('writing to a team', () => {
  it('lets it see and answer that discussion alone, until the patient ends that', async () => {
    await aDiscussion();
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const input = {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      subject: 'A',
      label: 'SOCIAL_CARE',
      text: 'B',
    };
    const { startThread } = await started(input);
    const view = () =>
      staff.graphql(
        'query ($record: ID!, $thread: ID!) { record(id: $record) { nhsNumber viewerLabels viewerGrants { id rights thread { id } } timeline { nodes { id } } } thread(id: $thread) { viewerMayReply lastAuthor keptUntil messages { nodes { text } } } }',
        { record: patient.recordId, thread: startThread.thread.id },
      );
    const before = await view();
    expect(before.record).toMatchObject({ nhsNumber: null, viewerLabels: [], timeline: { nodes: [] } });
    const grant = before.record.viewerGrants.find(
      ({ thread }: { thread: { id: string } }) => thread.id === startThread.thread.id,
    );
    expect(grant.rights).toEqual(['SEE', 'MESSAGE']);
    expect(before.thread).toMatchObject({ viewerMayReply: true, keptUntil: null });
    expect((await send(staff, startThread.thread.id)).position).toBe(2);
    await owner.graphql(STOP, { grant: grant.id });
    expect((await send(owner, startThread.thread.id, { text: 'Not for you.' })).position).toBe(3);
    const { thread, record } = await view();
    expect(record.viewerGrants).not.toContainEqual(expect.objectContaining({ id: grant.id }));
    // What was said until then stays, read only; what was said after is in none of it.
    expect(thread).toMatchObject({ viewerMayReply: false, keptUntil: expect.any(String) });
    expect(thread.messages.nodes).toHaveLength(2);
    expect(JSON.stringify(thread)).not.toContain('Not for you.');
    expect((await send(staff, startThread.thread.id)).__typename).toBe('NotFound');
  });
});
