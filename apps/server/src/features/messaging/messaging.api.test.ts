import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { START, send } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let owner: AppClient;

beforeAll(async () => {
  // Connections enough that what is sent at once arrives at once.
  server = await aServer(await aDatabase({ pool: 20 }));
  team = await aTeam(server.db);
});

async function aDiscussion(): Promise<string> {
  patient = await aPatient(server.db)
    .withThread({ with: team, label: 'MENTAL_HEALTH', subject: 'Sleep' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  return patient.threadId();
}

const positions = async () => {
  const rows = await server.db.rows<{ position: number }>(
    'select position from heldwell.message where patient_id = $1 order by position',
    [patient.id],
  );
  return rows.map(({ position }) => position);
};
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const started = (input: object) =>
  owner.graphql(START, { input: { copyTo: [], allowCarersWithoutLabel: false, ...input } });

describe('sending', () => {
  it('stores a message once, however often its id comes with the same words', async () => {
    const thread = await aDiscussion();
    const message = { id: randomUUID(), text: 'Once' };
    const first = await send(owner, thread, message);
    expect(await send(owner, thread, message)).toEqual(first);
    expect(first).toEqual({ __typename: 'MessageSent', position: 2 });
    expect(await positions()).toEqual([1, 2]);
  });

  it('tells whoever sent it what everybody reads, whether by itself or beside something else', async () => {
    const thread = await aDiscussion();
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const fields =
      'id position text sentAt author authorRole authorTeam { id name } sentByViewer attachments { id }';
    const sending = `sendMessage(input: $input) { ... on MessageSent { message { ${fields} } } }`;
    for (const [client, beside] of [
      [owner, ''],
      [owner, `markThreadRead(input: { thread: "${thread}", position: 1 }) { unreadCount }`],
      [staff, ''],
    ] as const) {
      const input = { id: randomUUID(), thread, text: ' A line.\n' };
      const text = `mutation ($input: SendMessageInput!) { ${sending} ${beside} }`;
      const once = (await client.answer(text, { input })).data?.sendMessage;
      expect((await client.answer(text, { input })).data?.sendMessage).toEqual(once);
      const read = `query ($id: ID!) { thread(id: $id) { messages(first: 1) { nodes { ${fields} } } } }`;
      const said = await client.graphql(read, { id: thread });
      expect(said.thread.messages.nodes).toEqual([once.message]);
    }
  });

  it('refuses the same id with other words, and keeps what was sent first', async () => {
    const thread = await aDiscussion();
    const id = randomUUID();
    await send(owner, thread, { id, text: 'First' });
    expect((await send(owner, thread, { id, text: 'Second' })).__typename).toBe('SentDifferently');
    const said = await owner.graphql(
      'query ($id: ID!) { thread(id: $id) { messages { nodes { position text } } } }',
      { id: thread },
    );
    expect(said.thread.messages.nodes[0]).toEqual({ position: 2, text: 'First' });
    expect(await positions()).toEqual([1, 2]);
  });

  it('stores one message of fifty sent at once with one id, and tells each of them the same', async () => {
    const thread = await aDiscussion();
    const message = { id: randomUUID(), text: 'At once' };
    const answers = await Promise.all(upTo(50).map(() => send(owner, thread, message)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ __typename: 'MessageSent', position: 2 })]),
    );
    expect(await positions()).toEqual([1, 2]);
  });

  it('leaves no gap between the positions of fifty senders at once', async () => {
    const thread = await aDiscussion();
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    await Promise.all(upTo(50).map((n) => send(n % 2 ? owner : staff, thread, { text: `Message ${n}` })));
    expect(await positions()).toEqual(upTo(51));
  });

  it('starts one discussion of ten asked for at once with one id', async () => {
    await aDiscussion();
    const input = {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      subject: 'New',
      label: 'GENERAL',
      text: 'Hello',
    };
    const answers = await Promise.all(upTo(10).map(() => started(input)));
    expect(new Set(answers.map(({ startThread }) => startThread.thread?.id)).size).toBe(1);
    const [row] = await server.db.rows('select count(*)::int from heldwell.thread where patient_id = $1', [
      patient.id,
    ]);
    expect(row).toEqual({ count: 2 });
    expect((await started({ ...input, text: 'Other words' })).startThread.__typename).toBe('SentDifferently');
  });

  it('writes each of two into its own discussion, when both are sent in one operation', async () => {
    const patient = await aPatient(server.db)
      .withThread({ with: await aTeam(server.db), subject: 'First' })
      .withThread({ with: await aTeam(server.db), subject: 'Second', label: 'MENTAL_HEALTH' })
      .stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const inputs = [0, 1].map((at) => ({ id: randomUUID(), thread: patient.threadId(at), text: `To ${at}` }));
    await owner.graphql(
      `mutation ($one: SendMessageInput!, $other: SendMessageInput!) {
        one: sendMessage(input: $one) { __typename } other: sendMessage(input: $other) { __typename } }`,
      { one: inputs[0], other: inputs[1] },
    );
    const read = async (at: number) =>
      (
        await owner.graphql('query ($id: ID!) { thread(id: $id) { subject preview } }', {
          id: patient.threadId(at),
        })
      ).thread;
    expect([await read(0), await read(1)]).toEqual([
      { subject: 'First', preview: 'To 0' },
      { subject: 'Second', preview: 'To 1' },
    ]);
  });

  it('refuses what is blank or too long, field by field', async () => {
    const thread = await aDiscussion();
    for (const [text, code] of [
      ['  ', 'NOT_BLANK'],
      ['x'.repeat(10_001), 'MAX_LENGTH'],
    ] as const) {
      const { errors } = await owner.answer(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
        { input: { id: randomUUID(), thread, text } },
      );
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'text', code }],
      });
    }
    expect(await positions()).toEqual([1]);
  });
});

describe('a stream of messages', () => {
  it('resumes from its position without gap or double, however often the line drops', async () => {
    const thread = await aDiscussion();
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const most = 500;
    const sending = (async () => {
      for (let n = 2; n <= most; n += 1) await send(owner, thread, { text: `Message ${n}` });
    })();
    const received: number[] = [];
    let drops = 0;
    while (received.length < most) {
      const stream = staff.subscribe(
        'subscription ($id: ID!, $after: Int!) { messagesAdded(thread: $id, after: $after) { position messages { position } } }',
        { id: thread, after: received.at(-1) ?? 0 },
      );
      for (let left = 1 + (drops % 7); left > 0 && received.length < most; left -= 1) {
        const { messagesAdded } = await stream.next(10_000);
        received.push(...messagesAdded.messages.map((message: { position: number }) => message.position));
        expect(messagesAdded.position).toBe(received.at(-1));
      }
      staff.drop();
      drops += 1;
    }
    await sending;
    expect(received).toEqual(upTo(most));
    expect(drops).toBeGreaterThan(10);
  }, 60_000);
});
