import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { noticeTasks } from '../../src/features/notifications/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { startJobs } from '../../src/platform/jobs.ts';
import { aPatient, type MadePatient } from '../builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../builders/people.ts';
import { aServer, type TestServer } from '../harness/a-server.ts';
import type { AppClient } from '../harness/app-client.ts';
import { CHANGE, RELABEL, SHARE, STOP, send } from '../harness/commands.ts';

const MESSAGES = 'subscription ($id: ID!) { messagesAdded(thread: $id) { position messages { text } } }';
const RECORD = 'subscription ($id: ID!) { recordChanged(record: $id) { change thread { subject } } }';
const INBOX =
  'subscription ($id: ID!) { inboxChanged(team: $id) { thread { subject } counts { all unread } } }';

/** A patient with a discussion under MENTAL_HEALTH with one team, and another team that reads along by its labels. */
interface Scene {
  front: MadeTeam;
  reading: MadeTeam;
  patient: MadePatient;
  owner: AppClient;
  staff: AppClient;
  staffEmail: string;
}

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});

async function aScene(): Promise<Scene> {
  const { db } = server;
  const [front, reading] = [await aTeam(db), await aTeam(db)];
  const patient = await aPatient(db)
    .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: reading })
    .withEntry({ label: 'MENTAL_HEALTH' })
    .withEntry({ label: 'GENERAL' })
    .withThread({ with: front, label: 'MENTAL_HEALTH', subject: 'Sleep' })
    .stored();
  const member = await aProfessional(db, { team: reading });
  return {
    front,
    reading,
    patient,
    owner: await server.asPerson(patient.email, 'PATIENT'),
    staff: await server.asPerson(member.email, 'PROFESSIONAL'),
    staffEmail: member.email,
  };
}

const narrow = ({ owner, patient }: Scene) =>
  owner.graphql(CHANGE, { grant: patient.grantId(), labels: ['GENERAL'] });
const stop = ({ owner, patient }: Scene) => owner.graphql(STOP, { grant: patient.grantId() });
/** Long enough for an event that should not come to have come. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('a stream ends with the access it stands on', () => {
  it('messagesAdded: delivers, then ends when the label is taken away, and delivers nothing more', async () => {
    const scene = await aScene();
    const stream = scene.staff.subscribe(MESSAGES, { id: scene.patient.threadId() });
    expect((await stream.next()).messagesAdded.position).toBe(1);
    await send(scene.owner, scene.patient.threadId(), { text: 'Before' });
    expect((await stream.next()).messagesAdded.messages).toEqual([{ text: 'Before' }]);
    await narrow(scene);
    expect(await stream.ended()).toBe('COMPLETE');
    await send(scene.owner, scene.patient.threadId(), { text: 'After' });
    await aMoment();
    expect(stream.unread).toBe(0);
  });

  it('recordChanged: tells of the narrowing, then only of what is left, then ends', async () => {
    const scene = await aScene();
    const stream = scene.staff.subscribe(RECORD, { id: scene.patient.recordId });
    expect((await stream.next()).recordChanged.change).toBe('STARTED');
    await send(scene.owner, scene.patient.threadId());
    expect((await stream.next()).recordChanged).toEqual({ change: 'THREADS', thread: { subject: 'Sleep' } });
    await narrow(scene);
    expect((await stream.next()).recordChanged.change).toBe('SHARING');
    await send(scene.owner, scene.patient.threadId());
    await scene.owner.graphql(RELABEL, { entry: scene.patient.entryId(0), label: 'SOCIAL_CARE' });
    await scene.owner.graphql(RELABEL, { entry: scene.patient.entryId(1), label: 'SOCIAL_CARE' });
    // Neither the message nor the first relabelling is told: the next that comes is of the entry they could see.
    expect((await stream.next()).recordChanged.change).toBe('ENTRIES');
    expect(stream.unread).toBe(0);
    await stop(scene);
    expect(await stream.ended()).toBe('COMPLETE');
  });

  it('inboxChanged: loses a discussion whose access ended, and counts and tells nothing of it after', async () => {
    const scene = await aScene();
    const { db } = server;
    const member = await aProfessional(db, { team: scene.front });
    const staff = await server.asPerson(member.email, 'PROFESSIONAL');
    const stream = staff.subscribe(INBOX, { id: writeId('TEAM', scene.front.id) });
    expect((await stream.next()).inboxChanged).toEqual({ thread: null, counts: { all: 1, unread: 1 } });
    await send(scene.owner, scene.patient.threadId());
    expect((await stream.next()).inboxChanged.thread).toEqual({ subject: 'Sleep' });
    const [grant] = await db.rows<{ id: string }>(
      'select id from heldwell.consent_grant where patient_id = $1 and grantee_id = $2',
      [scene.patient.id, scene.front.id],
    );
    await scene.owner.graphql(STOP, { grant: writeId('GRANT', grant?.id as string, scene.patient.id) });
    expect((await stream.next()).inboxChanged).toEqual({ thread: null, counts: { all: 0, unread: 0 } });
    await send(scene.owner, scene.patient.threadId());
    await aMoment();
    expect(stream.unread).toBe(0);
    const { team } = await staff.graphql(
      'query ($id: ID!) { team(id: $id) { inboxCounts { all unread } } }',
      {
        id: writeId('TEAM', scene.front.id),
      },
    );
    expect(team.inboxCounts).toEqual({ all: 0, unread: 0 });
  });

  it('ends every stream of a session that signs out, and no other', async () => {
    const scene = await aScene();
    const elsewhere = await server.asPerson(scene.staffEmail, 'PROFESSIONAL');
    const open = (client: AppClient) => [
      client.subscribe(MESSAGES, { id: scene.patient.threadId() }),
      client.subscribe(RECORD, { id: scene.patient.recordId }),
      client.subscribe(INBOX, { id: writeId('TEAM', scene.reading.id) }),
    ];
    const streams = open(scene.staff);
    const others = open(elsewhere);
    for (const stream of [...streams, ...others]) await stream.next();
    await scene.staff.graphql('mutation { signOut }');
    for (const stream of streams) expect(await stream.ended(1_000)).toBe('COMPLETE');
    await send(scene.owner, scene.patient.threadId());
    expect((await others[0]?.next())?.messagesAdded.position).toBe(2);
  });

  it('ends what a member of a team could see when they leave it', async () => {
    const scene = await aScene();
    const query = 'query ($id: ID!) { record(id: $id) { id } viewer { teams { id } } }';
    const stream = scene.staff.subscribe(RECORD, { id: scene.patient.recordId });
    await stream.next();
    expect((await scene.staff.graphql(query, { id: scene.patient.recordId })).record).not.toBeNull();
    await server.db.rows('update heldwell.team_member set left_at = heldwell.now() where team_id = $1', [
      scene.reading.id,
    ]);
    // It was the only one: who works nowhere has no open session in the console either.
    const { errors } = await scene.staff.answer(query, { id: scene.patient.recordId });
    expect(errors?.map(({ extensions }) => extensions?.code)).toContain('UNAUTHENTICATED');
    await send(scene.owner, scene.patient.threadId());
    expect(await stream.ended()).toBe('COMPLETE');
    expect(stream.unread).toBe(0);
  });

  it('ends a stream when the grant runs out', async () => {
    const scene = await aScene();
    const stream = scene.staff.subscribe(MESSAGES, { id: scene.patient.threadId() });
    await stream.next();
    await server.db.rows(
      `update heldwell.consent_grant set valid_until = heldwell.now() - interval '1 second' where patient_id = $1 and thread_id is null`,
      [scene.patient.id],
    );
    await send(scene.owner, scene.patient.threadId());
    expect(await stream.ended()).toBe('COMPLETE');
    expect(stream.unread).toBe(0);
  });

  it('ends it by time alone, where nobody writes and nothing changes', async () => {
    const scene = await aScene();
    const people = { people: undefined, demo: undefined, publicUrl: 'https://record.example.org' };
    const jobs = await startJobs(server.db.services.database, noticeTasks(server.db.services, people));
    const validUntil = new Date(Date.now() + 1_500).toISOString();
    await server.db.rows(`delete from heldwell.consent_grant where patient_id = $1 and grantee_id = $2`, [
      ...[scene.patient.id, scene.reading.id],
    ]);
    const input = { id: randomUUID(), team: writeId('TEAM', scene.reading.id), labels: ['GENERAL'] };
    await scene.owner.graphql(SHARE, { input: { ...input, rights: ['SEE'], validUntil } });
    const stream = scene.staff.subscribe(RECORD, { id: scene.patient.recordId });
    await stream.next();
    expect(await stream.ended(8_000)).toBe('COMPLETE');
    await jobs.close();
  });
});

/** How a stream that must not open ends: with nothing, or with an error and nothing else. */
async function refusal(client: AppClient, query: string, id: string): Promise<string> {
  const stream = client.subscribe(query, { id });
  const end = await stream.ended();
  if (stream.unread === 0) return String(end);
  expect(stream.unread).toBe(1);
  return stream.next().then(
    (event) => expect.unreachable(JSON.stringify(event)),
    (error: Error) => error.message,
  );
}

describe('a stream that is not allowed does not open', () => {
  it('answers a stranger, another team and a carer of somebody else as it answers for what does not exist', async () => {
    const scene = await aScene();
    const { db } = server;
    const stranger = await server.asPerson((await aPatient(db).stored()).email, 'PATIENT');
    const other = await server.asPerson(
      (await aProfessional(db, { team: await aTeam(db) })).email,
      'PROFESSIONAL',
    );
    const carer = await server.asPerson((await aCarer(db)).email, 'CARER');
    const missing = await aPatient(db).stored();
    const nothing = writeId('THREAD', missing.id, scene.patient.id);
    for (const client of [stranger, other, carer]) {
      for (const [query, hidden, absent] of [
        [MESSAGES, scene.patient.threadId(), nothing],
        [RECORD, scene.patient.recordId, writeId('RECORD', scene.patient.threads[0] as string)],
        [INBOX, writeId('TEAM', scene.front.id), writeId('TEAM', scene.patient.id)],
      ] as const) {
        const ends = [];
        for (const id of [hidden, absent]) {
          ends.push(await refusal(client, query, id));
        }
        expect(ends[0]).toEqual(ends[1]);
      }
    }
    // Paired with its grant: the patient's own streams open.
    expect(
      (await scene.owner.subscribe(MESSAGES, { id: scene.patient.threadId() }).next()).messagesAdded,
    ).toBeTruthy();
  });

  it('tells somebody who is not signed in to sign in', async () => {
    const scene = await aScene();
    expect(await refusal(server.asNobody('PATIENT'), RECORD, scene.patient.recordId)).toMatch(
      /UNAUTHENTICATED/,
    );
  });
});
