import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LiveEvent } from '../../src/platform/events.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { aPatient } from '../builders/a-patient.ts';
import { aProfessional, aTeam } from '../builders/people.ts';
import { aServer, type TestServer } from '../harness/a-server.ts';
import { SHARE, STOP, send } from '../harness/commands.ts';

const RACES = process.env.VERIFY_LONG === '1' ? 1_000 : 100;

let server: TestServer;
let listener: pg.Client;
/** What was committed, in the order it was: PostgreSQL delivers notices in the order of commits. */
const committed: ('SENT' | 'REVOKED')[] = [];

beforeAll(async () => {
  server = await aServer();
  listener = new pg.Client({ connectionString: server.db.ownerUrl });
  await listener.connect();
  listener.on('notification', ({ payload }) => {
    for (const { channel } of JSON.parse(payload ?? '[]') as LiveEvent[]) {
      if (channel.startsWith('thread:')) committed.push('SENT');
      if (channel.startsWith('access:')) committed.push('REVOKED');
    }
  });
  await listener.query('listen heldwell');
});
afterAll(() => listener.end());

it(`lands no message after the commit of the revoke, in ${RACES} races`, async () => {
  const { db } = server;
  const [front, reading] = [await aTeam(db), await aTeam(db)];
  const patient = await aPatient(db).withThread({ with: front }).stored();
  const member = await aProfessional(db, { team: reading });
  const owner = await server.asPerson(patient.email, 'PATIENT');
  const staff = await server.asPerson(member.email, 'PROFESSIONAL');
  const messages = async () => {
    const [row] = await db.rows<{ count: string }>(
      'select count(*) from heldwell.message where patient_id = $1',
      [patient.id],
    );
    return Number(row?.count);
  };
  const outcomes = { MessageSent: 0, NotFound: 0 } as Record<string, number>;
  for (let race = 0; race < RACES; race += 1) {
    const input = { id: crypto.randomUUID(), team: writeId('TEAM', reading.id), labels: ['GENERAL'] };
    const { shareWithTeam } = await owner.graphql(SHARE, { input });
    await listener.query('select 1');
    committed.length = 0;
    // From a send well before the revoke to one well after it.
    const pause = (race % 8) * 1.5;
    const sending = wait(pause).then(() => send(staff, patient.threadId(), { text: `Race ${race}` }));
    const revoking = wait(Math.max(0, 5 - pause)).then(async () => {
      await owner.graphql(STOP, { grant: shareWithTeam.grant.id });
      return messages();
    });
    const [sent, whenRevoked] = await Promise.all([sending, revoking]);
    expect(await messages(), `race ${race}: one more after the revoke had returned`).toBe(whenRevoked);
    await listener.query('select 1');
    expect(committed.includes('REVOKED')).toBe(true);
    expect(committed.lastIndexOf('SENT'), `race ${race}: sent after the commit of the revoke`).toBeLessThan(
      committed.indexOf('REVOKED'),
    );
    outcomes[sent.__typename] = (outcomes[sent.__typename] ?? 0) + 1;
  }
  // Both sides won some, or these were no races.
  expect(outcomes.MessageSent).toBeGreaterThan(5);
  expect(outcomes.NotFound).toBeGreaterThan(5);
  expect((outcomes.MessageSent ?? 0) + (outcomes.NotFound ?? 0)).toBe(RACES);
}, 600_000);

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
