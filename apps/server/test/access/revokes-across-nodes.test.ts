import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { writeId } from '../../src/platform/global-id.ts';
import { aPatient } from '../builders/a-patient.ts';
import { aProfessional, aTeam } from '../builders/people.ts';
import { aDatabase } from '../harness/a-database.ts';
import { anotherProcess } from '../harness/another-process.ts';
import type { AppClient } from '../harness/app-client.ts';
import { SHARE, STOP, send } from '../harness/commands.ts';
import type { LiveStream } from '../harness/live-stream.ts';
import { hasRedis, ownRedis } from '../harness/own-redis.ts';

/**
 * Revokes at one node while messages go through two. `npm run verify:long` makes a thousand for each way events travel
 * and holds their times; every run makes a few and holds that nothing comes after.
 */
const LONG = process.env.VERIFY_LONG === '1';
const REVOKES = LONG ? 1_000 : 5;
const EVENTS_A_SECOND = LONG ? 100 : 25;
/** Half the connections that a server has unless it is told otherwise: four scenes share one cluster. */
const POOL = LONG ? 8 : 3;
const MESSAGES = 'subscription ($id: ID!) { messagesAdded(thread: $id) { position messages { position } } }';

type Added = { messagesAdded: { position: number; messages: { position: number }[] } };

const ways = [
  { name: 'PostgreSQL', redis: false, trouble: 'NONE' },
  { name: 'Redis', redis: true, trouble: 'NONE' },
  { name: 'a Redis that is paused', redis: true, trouble: 'PAUSED' },
  { name: 'a Redis that is killed', redis: true, trouble: 'KILLED' },
] as const;

async function aScene(url: string | undefined) {
  const db = await aDatabase();
  const [front, reading] = [await aTeam(db), await aTeam(db)];
  const patient = await aPatient(db).withThread({ with: front }).stored();
  const nodes = [await anotherProcess(db, url, POOL), await anotherProcess(db, url, POOL)] as const;
  const [writer, reader] = [
    await aProfessional(db, { team: front }),
    await aProfessional(db, { team: reading }),
  ];
  return {
    ...{ db, patient, reading },
    owner: await nodes[0].asPerson(patient.email, 'PATIENT'),
    writers: [
      await nodes[0].asPerson(patient.email, 'PATIENT'),
      await nodes[1].asPerson(writer.email, 'PROFESSIONAL'),
    ],
    readers: [
      await nodes[0].asPerson(reader.email, 'PROFESSIONAL'),
      await nodes[1].asPerson(reader.email, 'PROFESSIONAL'),
    ],
  };
}

/** Writes from both nodes in turn until told to stop; says how many were written a second. */
function steadily(writers: readonly AppClient[], thread: string): () => Promise<number> {
  const begun = performance.now();
  const underWay = new Set<Promise<unknown>>();
  let sent = 0;
  const timer = setInterval(() => {
    // As many as should have been by now: timers alone fall behind.
    const due = ((performance.now() - begun) / 1_000) * EVENTS_A_SECOND;
    while (sent < due && underWay.size < 20) {
      const sending = send(writers[sent % 2] as AppClient, thread).finally(() => underWay.delete(sending));
      underWay.add(sending);
      sent += 1;
    }
  }, 5);
  return async () => {
    clearInterval(timer);
    await Promise.all(underWay);
    return sent / ((performance.now() - begun) / 1_000);
  };
}

/** How long after the revoke had returned the stream ended, in milliseconds. */
async function endOf(stream: LiveStream<Added>, revoked: Promise<number>): Promise<number> {
  const end = await stream.ended(15_000);
  const at = performance.now();
  expect(end).toBe('COMPLETE');
  return Math.max(0, at - (await revoked));
}

async function newestIn(stream: LiveStream<Added>): Promise<number> {
  let newest = 0;
  while (stream.unread > 0) {
    const { messagesAdded } = await stream.next();
    newest = Math.max(newest, ...messagesAdded.messages.map(({ position }) => position));
  }
  return newest;
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0;

describe.each(ways)(
  'revokes while messages flow through two nodes over $name',
  ({ name, redis, trouble }) => {
    it.runIf(!redis || hasRedis)(
      `let nothing through after them, ${REVOKES} times`,
      async () => {
        const own = redis ? await ownRedis() : undefined;
        const control = own && trouble === 'PAUSED' ? new Redis(own.url) : undefined;
        const { db, patient, reading, owner, writers, readers } = await aScene(own?.url);
        const stop = steadily(writers, patient.threadId());
        const times: [same: number[], other: number[]] = [[], []];
        for (let turn = 0; turn < REVOKES; turn += 1) {
          const input = { id: crypto.randomUUID(), team: writeId('TEAM', reading.id), labels: ['GENERAL'] };
          const { shareWithTeam } = await owner.graphql(SHARE, { input });
          const streams = readers.map((reader) =>
            reader.subscribe<Added>(MESSAGES, { id: patient.threadId() }),
          );
          for (const stream of streams) await stream.next();
          if (trouble === 'KILLED' && turn === Math.floor(REVOKES / 3)) own?.kill();
          if (control && turn % 5 === 0) await control.client('PAUSE', 200, 'ALL');
          const revoking = owner.graphql(STOP, { grant: shareWithTeam.grant.id }).then(async () => {
            const returned = performance.now();
            const [last] = await db.rows<{ position: number }>(
              'select last_position as position from heldwell.thread where patient_id = $1',
              [patient.id],
            );
            return { returned, position: last?.position ?? 0 };
          });
          const ends = streams.map((stream) =>
            endOf(
              stream,
              revoking.then(({ returned }) => returned),
            ),
          );
          for (const [node, end] of ends.entries()) times[node]?.push(await end);
          const { position } = await revoking;
          for (const stream of streams) expect(await newestIn(stream)).toBeLessThanOrEqual(position);
        }
        const rate = await stop();
        control?.disconnect();
        const [same, other] = times.map((of) =>
          [0.5, 0.99, 1].map((share) => Math.round(percentile(of, share))),
        );
        console.info(
          `${REVOKES} revokes over ${name}, ${Math.round(rate)} messages/s: ended after p50/p99/max ` +
            `${same?.join('/')} ms on the same node, ${other?.join('/')} ms on the other`,
        );
        if (!LONG || trouble !== 'NONE') return;
        expect(percentile(times[0], 0.99)).toBeLessThanOrEqual(100);
        expect(percentile(times[1], 0.99)).toBeLessThanOrEqual(250);
      },
      900_000,
    );
  },
);
