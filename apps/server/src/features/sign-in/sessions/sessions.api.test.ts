import { beforeAll, beforeEach, expect, it } from 'vitest';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import { isIn, PASSWORD, somebody } from '../../../../test/harness/signing-in.ts';

const START = new Date('2026-11-21T09:00:00Z');
const LIST = '{ viewer { sessions { id app device isCurrent startedAt lastSeenAt idleUntil expiresAt } } }';
const END = 'mutation ($id: ID!) { endSession(session: $id) }';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
beforeEach(() => server.db.setNow(START));

interface Listed {
  id: string;
  app: string;
  device: string | null;
  isCurrent: boolean;
}
async function threeSessions() {
  const { email } = await somebody(server);
  const [patient, carer] = [server.asNobody('PATIENT'), server.asNobody('CARER')];
  const input = { email, password: PASSWORD };
  for (const client of [patient, carer])
    await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': FIREFOX },
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
        variables: { input },
      }),
    });
  const staff = await server.asPerson(email, 'PROFESSIONAL');
  return { email, patient, carer, staff };
}

it('sessions are listed with app, device and limits, the own ones alone', async () => {
  const { patient } = await threeSessions();
  await threeSessions();
  const { sessions } = (await patient.graphql(LIST)).viewer as { sessions: Listed[] };
  expect(
    sessions
      .map(({ app, device, isCurrent }) => ({ app, device, isCurrent }))
      .sort((a, b) => a.app.localeCompare(b.app)),
  ).toEqual([
    { app: 'CARER', device: 'Firefox on Linux', isCurrent: false },
    { app: 'PATIENT', device: 'Firefox on Linux', isCurrent: true },
    { app: 'PROFESSIONAL', device: null, isCurrent: false },
  ]);
  expect(sessions.find(({ app }) => app === 'PROFESSIONAL')).toMatchObject({
    startedAt: '2026-11-21T09:00:00+00:00',
    idleUntil: '2026-11-21T09:15:00+00:00',
    expiresAt: '2026-11-21T19:00:00+00:00',
  });
  const [stored] = await server.db.rows<{ found: boolean }>(
    `select bool_or(position('Firefox'::bytea in device) > 0) as found from heldwell.session where device is not null`,
  );
  expect(stored?.found).toBe(false);
});

it('what lies idle or is over is not listed, and asking keeps the own one from lying idle', async () => {
  const { patient } = await threeSessions();
  await server.db.setNow(new Date(START.getTime() + 16 * 60_000));
  const own = 'query { viewer { session { idleUntil expiresAt isCurrent } } }';
  expect((await patient.graphql(own)).viewer.session).toEqual({
    idleUntil: '2026-11-21T09:46:00+00:00',
    expiresAt: '2026-11-21T21:00:00+00:00',
    isCurrent: true,
  });
  const { sessions } = (await patient.graphql(LIST)).viewer as { sessions: Listed[] };
  expect(sessions.map(({ app }) => app).sort()).toEqual(['CARER', 'PATIENT']);
});

it('one is ended by its person alone, and the others go on', async () => {
  const { patient, carer, staff } = await threeSessions();
  const { sessions } = (await patient.graphql(LIST)).viewer as { sessions: Listed[] };
  const id = sessions.find(({ app }) => app === 'CARER')?.id;
  const stranger = (await threeSessions()).patient;
  expect((await stranger.graphql(END, { id })).endSession).toBe(false);
  expect(await isIn(carer)).toBe(true);
  expect((await patient.graphql(END, { id })).endSession).toBe(true);
  expect((await patient.graphql(END, { id })).endSession).toBe(false);
  expect([await isIn(patient), await isIn(carer), await isIn(staff)]).toEqual([true, false, true]);
  const own = sessions.find(({ isCurrent }) => isCurrent)?.id;
  expect((await patient.graphql(END, { id: own })).endSession).toBe(true);
  expect([await isIn(patient), await isIn(staff)]).toEqual([false, true]);
});

it('all others are ended at once, in every app', async () => {
  const { patient, carer, staff } = await threeSessions();
  expect((await patient.graphql('mutation { endOtherSessions }')).endOtherSessions).toBe(2);
  expect([await isIn(patient), await isIn(carer), await isIn(staff)]).toEqual([true, false, false]);
  expect((await patient.graphql('mutation { endOtherSessions }')).endOtherSessions).toBe(0);
});
