import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aPerson, aProfessional, aTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { AppClient } from '../../../test/harness/app-client.ts';
import { emailHash } from '../../platform/sealing/email-address.ts';
import { hashPassword } from './passwords/passwords.ts';

const PASSWORD = 'correct horse battery staple';
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    __typename
    ... on SignedIn { viewer { app person { email } } }
    ... on SignInRefused { message }
    ... on TooManyAttempts { message retryAfterSeconds }
  }
}`;
const WHO = '{ viewer { app person { email } } }';
const START = new Date('2026-11-21T09:00:00Z');
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
beforeEach(() => server.db.setNow(START));

async function somebody(): Promise<{ email: string; personId: string }> {
  const person = await aPerson(server.db);
  await server.db.rows('update heldwell.person set password_hash = $2 where id = $1', [
    person.personId,
    await hashPassword(PASSWORD),
  ]);
  return person;
}

const signIn = async (client: AppClient, email: string, password = PASSWORD) =>
  (await client.graphql(SIGN_IN, { email, password })).signIn;

describe('signing in', () => {
  it('lets nobody in whose password changes while it is compared', async () => {
    const { email, personId } = await somebody();
    const changing = await server.db.owner.connect();
    try {
      await changing.query('begin');
      await changing.query('update heldwell.person set password_hash = $2 where id = $1', [
        personId,
        await hashPassword('another password altogether'),
      ]);
      const client = server.asNobody('PATIENT');
      const signing = signIn(client, email);
      await delay(600);
      await changing.query('commit');
      expect((await signing).__typename).toBe('SignInRefused');
      expect((await client.graphql(WHO)).viewer).toBeNull();
    } finally {
      changing.release();
    }
  });

  it('opens the app that asks, in a cookie no script reads, and no other app', async () => {
    const { email } = await somebody();
    const client = server.asNobody('PATIENT');
    const response = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { email: email.toUpperCase(), password: PASSWORD } }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-patient=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await client.graphql(WHO)).viewer).toEqual({ app: 'PATIENT', person: { email } });
    const token = cookie.split(/[=;]/)[1] as string;
    const [stored] = await server.db.rows('select 1 from heldwell.session where token_hash = $1', [
      Buffer.from(token),
    ]);
    expect(stored).toBeUndefined();
    for (const app of ['CARER', 'PROFESSIONAL'] as const) {
      // The same value under the other app's name, and the cookie as it is in a request of the other app.
      expect((await new AppClient({ url: server.url, app, token }).graphql(WHO)).viewer).toBeNull();
      const sent = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-heldwell-app': app.toLowerCase(),
          cookie: `__Host-patient=${token}`,
        },
        body: JSON.stringify({ query: WHO }),
      });
      expect(await sent.json()).toEqual({ data: { viewer: null } });
    }
  });

  it('answers a wrong password and an unknown e-mail in the same words', async () => {
    const { email } = await somebody();
    const client = server.asNobody('PATIENT');
    const known = await signIn(client, email, 'not the password at all');
    const unknown = await signIn(client, `nobody.${email}`, 'not the password at all');
    expect(known).toEqual(unknown);
    expect(known.__typename).toBe('SignInRefused');
    expect((await signIn(client, email)).__typename).toBe('SignedIn');
  });

  it('refuses a person who was disabled, in those words too, and ends what they had open', async () => {
    const { email, personId } = await somebody();
    const client = server.asNobody('CARER');
    await signIn(client, email);
    await server.db.rows('update heldwell.person set disabled_at = heldwell.now() where id = $1', [personId]);
    expect((await client.graphql(WHO)).viewer).toBeNull();
    expect((await signIn(client, email)).__typename).toBe('SignInRefused');
  });

  it('makes an e-mail wait after ten tries, known or not, and lets it in when the time is over', async () => {
    const { email } = await somebody();
    const client = server.asNobody('PATIENT');
    for (const tried of [email, `unknown.${email}`]) {
      for (let n = 0; n < 10; n += 1)
        expect((await signIn(client, tried, 'wrong wrong wrong')).__typename).toBe('SignInRefused');
      const answer = await signIn(client, tried);
      expect(answer.__typename).toBe('TooManyAttempts');
      expect(answer.retryAfterSeconds).toBeGreaterThan(0);
      expect(answer.retryAfterSeconds).toBeLessThanOrEqual(900);
    }
    await server.db.setNow(later(15));
    expect((await signIn(client, email)).__typename).toBe('SignedIn');
  }, 40_000);

  it('needs the app to be named', async () => {
    const { email } = await somebody();
    const sent = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { email, password: PASSWORD } }),
    });
    const { errors } = (await sent.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(sent.headers.get('set-cookie')).toBeNull();
  });
});

describe.each([
  { app: 'PATIENT', idle: 30, inAll: 12 * 60 },
  { app: 'CARER', idle: 30, inAll: 12 * 60 },
  { app: 'PROFESSIONAL', idle: 15, inAll: 10 * 60 },
] as const)('a session of the $app app', ({ app, idle, inAll }) => {
  async function signedIn(): Promise<AppClient> {
    const { db } = server;
    if (app === 'PATIENT') return server.asPerson((await aPatient(db).stored()).email, app);
    if (app === 'CARER') return server.asPerson((await aCarer(db)).email, app);
    return server.asPerson((await aProfessional(db, { team: await aTeam(db) })).email, app);
  }
  const isOpen = async (client: AppClient) => (await client.graphql(WHO)).viewer !== null;

  it(`ends after ${idle} minutes without a request`, async () => {
    const client = await signedIn();
    await server.db.setNow(later(idle - 1));
    expect(await isOpen(client)).toBe(true);
    await server.db.setNow(later(idle - 1 + idle - 1));
    expect(await isOpen(client)).toBe(true);
    await server.db.setNow(later(3 * idle - 1));
    expect(await isOpen(client)).toBe(false);
  });

  it(`ends after ${inAll / 60} hours, however busy`, async () => {
    const client = await signedIn();
    for (let minutes = 0; minutes < inAll; minutes += idle - 1) {
      await server.db.setNow(later(minutes));
      expect(await isOpen(client), `after ${minutes} minutes`).toBe(true);
    }
    await server.db.setNow(later(inAll));
    expect(await isOpen(client)).toBe(false);
  });
});

describe('signing out', () => {
  it('ends this session for good, and says whether there was one', async () => {
    const { email } = await somebody();
    const [here, elsewhere] = [server.asNobody('PATIENT'), server.asNobody('PATIENT')];
    await signIn(here, email);
    await signIn(elsewhere, email);
    const [session] = await server.db.rows<{ count: number }>(
      `select count(*)::int from heldwell.session s join heldwell.person p on p.id = s.person_id where p.email_hash = $1 and ended_at is null`,
      [emailHash(server.db.sealing, email)],
    );
    expect(session?.count).toBe(2);
    expect((await here.graphql('mutation { signOut }')).signOut).toBe(true);
    expect((await here.graphql(WHO)).viewer).toBeNull();
    expect((await elsewhere.graphql(WHO)).viewer).not.toBeNull();
    expect((await here.graphql('mutation { signOut }')).signOut).toBe(false);
  });
});

describe('signing in within an operation', () => {
  it('comes first, so that nothing one person read is logged under the name of another', async () => {
    const team = await aTeam(server.db);
    const patient = await aPatient(server.db).withThread({ with: team }).stored();
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const looks = async () =>
      (
        await server.db.rows(
          "select from heldwell.access_log where patient_id = $1 and action in ('OPENED', 'LISTED', 'LIVE')",
          [patient.id],
        )
      ).length;
    const { email } = await somebody();
    const input = { email, password: PASSWORD };
    const reading = `markThreadRead(input: { thread: $thread, position: 1 }) { record { timeline(first: 1) { nodes { id } } } }`;
    const entering = 'signIn(input: $input) { __typename }';
    const late = `mutation ($input: SignInInput!, $thread: ID!) { ${reading} ${entering} }`;
    const answer = await staff.answer(late, { input, thread: patient.threadId() });
    expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(answer.data ?? null).toBeNull();
    expect(await looks()).toBe(0);
    const first = `mutation ($input: SignInInput!) { ${entering} }`;
    expect((await staff.graphql(first, { input })).signIn.__typename).toBe('SignedIn');
  });
});
