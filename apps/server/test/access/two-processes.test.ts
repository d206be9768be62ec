import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../builders/a-patient.ts';
import { aProfessional, aTeam } from '../builders/people.ts';
import { aServer, type TestServer } from '../harness/a-server.ts';
import { anotherProcess } from '../harness/another-process.ts';
import { STOP, send } from '../harness/commands.ts';

const MESSAGES = 'subscription ($id: ID!) { messagesAdded(thread: $id) { position messages { text } } }';
const RECORD = 'subscription ($id: ID!) { recordChanged(record: $id) { change } }';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});

/** The patient at one process, a team that reads a discussion by its labels at the other. */
async function aScene(url: string | undefined) {
  const { db } = server;
  const reading = await aTeam(db);
  const patient = await aPatient(db)
    .sharing('GENERAL', { with: reading })
    .withThread({ with: await aTeam(db) })
    .stored();
  const member = await aProfessional(db, { team: reading });
  const [first, second] = [await anotherProcess(db, url), await anotherProcess(db, url)];
  const owner = await first.asPerson(patient.email, 'PATIENT');
  const staff = await second.asPerson(member.email, 'PROFESSIONAL');
  return { patient, owner, staff, second, stop: () => owner.graphql(STOP, { grant: patient.grantId() }) };
}

const buses = [
  { name: 'PostgreSQL', url: undefined, runs: true },
  // REDIS_URL names the server to try; without one there is nothing to run against.
  { name: 'Redis', url: process.env.REDIS_URL, runs: Boolean(process.env.REDIS_URL) },
];
describe.each(buses)('two server processes with live events over $name', ({ url, runs }) => {
  it.runIf(runs)('deliver what the other was told, and end what the other revoked', async () => {
    const { patient, owner, staff, stop } = await aScene(url);
    const streams = [
      staff.subscribe(MESSAGES, { id: patient.threadId() }),
      staff.subscribe(RECORD, { id: patient.recordId }),
    ];
    for (const stream of streams) await stream.next();
    await send(owner, patient.threadId(), { text: 'Across' });
    expect((await streams[0]?.next())?.messagesAdded.messages).toEqual([{ text: 'Across' }]);
    expect((await streams[1]?.next())?.recordChanged.change).toBe('THREADS');
    await stop();
    for (const stream of streams) expect(await stream.ended()).toBe('COMPLETE');
  });

  it.runIf(runs && url)(
    'say nothing while nothing happens, and lose nothing while Redis does not answer',
    async () => {
      const { patient, staff, stop } = await aScene(url);
      const stream = staff.subscribe(RECORD, { id: patient.recordId });
      await stream.next();
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(stream.unread).toBe(0);
      const redis = new Redis(url as string);
      await redis.client('PAUSE', 3_000, 'ALL');
      await stop();
      expect(await stream.ended(1_500)).toBe('COMPLETE');
      redis.disconnect();
    },
  );
});

it('a stream ends on time though every connection that serves people is busy', async () => {
  const { patient, staff, second, stop } = await aScene(undefined);
  const stream = staff.subscribe(RECORD, { id: patient.recordId });
  await stream.next();
  const { serving } = second.db.services.database;
  const busy = await Promise.all(Array.from({ length: serving.options.max }, () => serving.connect()));
  await stop();
  const ended = stream.ended(1_500);
  await ended.catch(() => undefined);
  for (const client of busy) client.release();
  expect(await ended).toBe('COMPLETE');
});
