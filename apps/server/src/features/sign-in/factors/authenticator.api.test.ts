import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import {
  BEGIN,
  CONFIRM,
  codeAt,
  later,
  START,
  ticketFor,
  withAuthenticator,
} from '../../../../test/harness/an-authenticator.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { postedMails } from '../../../../test/harness/posted-mails.ts';
import { complete, isIn, PASSWORD, signIn, somebody } from '../../../../test/harness/signing-in.ts';

const REMOVE = 'mutation { removeAuthenticator }';
const RENEW = 'mutation { renewRecoveryCodes { codes } }';
const SECURITY =
  '{ viewer { security { hasPassword authenticatorSince recoveryCodesLeft rememberedDevices { id device } } } }';

let server: TestServer;
/** The same without limits of tries, for what fifty do at once. */
let unlimited: TestServer;
beforeAll(async () => {
  server = await aServer();
  unlimited = await aServer({ ...server.db, services: { ...server.db.services, rateLimits: 'off' } });
});
beforeEach(() => server.db.setNow(START));

describe('an authenticator app', () => {
  it('is asked for after the password once it has shown a code, and not before', async () => {
    const person = await somebody(server);
    const client = await server.asPerson(person.email, 'PATIENT');
    const { secret, uri } = (await client.graphql(BEGIN)).beginAuthenticator;
    expect(uri).toContain(`secret=${secret}`);
    expect(decodeURIComponent(uri)).toContain(person.email);
    expect((await signIn(server.asNobody('PATIENT'), person.email)).__typename).toBe('SignedIn');
    expect((await client.graphql(CONFIRM, { code: '000000' })).confirmAuthenticator.__typename).toBe(
      'FactorRefused',
    );
    const added = (await client.graphql(CONFIRM, { code: codeAt(secret, START) })).confirmAuthenticator;
    expect(new Set(added.recoveryCodes).size).toBe(10);
    const fresh = server.asNobody('PATIENT');
    const asked = await signIn(fresh, person.email);
    expect(asked).toMatchObject({
      __typename: 'SecondFactorNeeded',
      methods: ['AUTHENTICATOR', 'RECOVERY_CODE'],
      passkeyOptions: null,
    });
    expect(await isIn(fresh)).toBe(false);
    await server.db.setNow(later(30));
    const done = await complete(fresh, asked.ticket, { code: codeAt(secret, later(30)) });
    expect(done).toEqual({
      __typename: 'SignedIn',
      viewer: { app: 'PATIENT', person: { email: person.email } },
    });
    expect(await isIn(fresh)).toBe(true);
    expect((await postedMails(server.db, person.email)).map(({ subject }) => subject)).toEqual([
      'An authenticator app was set up',
    ]);
  });

  it('is no road around the password: the password still has to be right', async () => {
    const { email, secret } = await withAuthenticator(server);
    const client = server.asNobody('PATIENT');
    expect((await signIn(client, email, 'not the password at all')).__typename).toBe('SignInRefused');
    const nobodys = await complete(client, 'a ticket nobody gave', { code: codeAt(secret, START) });
    expect(nobodys.__typename).toBe('StepExpired');
  });

  it.each([
    { seconds: -30, taken: true },
    { seconds: 0, taken: true },
    { seconds: 30, taken: true },
    { seconds: -60, taken: false },
    { seconds: 60, taken: false },
  ])('a clock that is $seconds seconds off is taken: $taken', async ({ seconds, taken }) => {
    const { email, secret } = await withAuthenticator(server);
    const client = server.asNobody('PATIENT');
    const answer = await complete(client, await ticketFor(client, email), {
      code: codeAt(secret, later(seconds)),
    });
    expect(answer.__typename).toBe(taken ? 'SignedIn' : 'FactorRefused');
  });

  it('is no way on for whoever typed a password that was changed since', async () => {
    const { email, client, secret } = await withAuthenticator(server);
    const late = server.asNobody('PATIENT');
    const ticket = await ticketFor(late, email);
    await client.graphql(
      `mutation { changePassword(input: { current: "${PASSWORD}", password: "river lantern orchard" }) { __typename } }`,
    );
    await server.db.setNow(later(30));
    const shown = { code: codeAt(secret, later(30)) };
    expect((await complete(late, ticket, shown)).__typename).toBe('StepExpired');
    const asked = await signIn(late, email, 'river lantern orchard');
    expect((await complete(late, asked.ticket, shown)).__typename).toBe('SignedIn');
  });

  it('takes no code twice, nor an earlier one, and a wrong one leaves the ticket to try again', async () => {
    const { email, secret } = await withAuthenticator(server);
    const [first, second] = [server.asNobody('PATIENT'), server.asNobody('CARER')];
    const code = codeAt(secret, START);
    const ticket = await ticketFor(first, email);
    expect((await complete(first, ticket, { code: '123456' })).__typename).toBe('FactorRefused');
    expect(
      (await complete(first, ticket, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).__typename,
    ).toBe('SignedIn');
    const other = await ticketFor(second, email);
    expect((await complete(second, other, { code })).__typename).toBe('FactorRefused');
    expect((await complete(second, other, { code: codeAt(secret, later(-30)) })).__typename).toBe(
      'FactorRefused',
    );
    expect((await complete(second, other, { code: codeAt(secret, later(30)) })).__typename).toBe('SignedIn');
    expect((await complete(second, other, { code: codeAt(secret, later(60)) })).__typename).toBe(
      'StepExpired',
    );
  });

  it('of 50 who use one code at once, one is let in', async () => {
    const { email, secret, personId } = await withAuthenticator(server);
    const clients = Array.from({ length: 50 }, () => unlimited.asNobody('PATIENT'));
    const tickets: string[] = [];
    for (let n = 0; n < 5; n += 1) tickets.push(await ticketFor(clients[0] as AppClient, email));
    const answers = await Promise.all(
      clients.map((client, n) => complete(client, tickets[n % 5] as string, { code: codeAt(secret, START) })),
    );
    expect(answers.filter((answer) => answer.__typename === 'SignedIn')).toHaveLength(1);
    const [sessions] = await server.db.rows<{ count: number }>(
      'select count(*)::int from heldwell.session where person_id = $1 and started_at = $2',
      [personId, START],
    );
    expect(sessions?.count).toBe(1);
  });

  it('makes people wait after ten wrong codes, and the ticket is over after ten minutes', async () => {
    const { email, secret } = await withAuthenticator(server);
    const client = server.asNobody('PATIENT');
    const ticket = await ticketFor(client, email);
    for (let n = 0; n < 9; n += 1) await complete(client, ticket, { code: '111111' });
    // Setting it up was a try, too.
    expect((await complete(client, ticket, { code: codeAt(secret, START) })).__typename).not.toBe(
      'FactorRefused',
    );
    const again = await ticketFor(client, email);
    await server.db.setNow(later(601));
    expect((await complete(client, again, { code: codeAt(secret, later(601)) })).__typename).toBe(
      'StepExpired',
    );
  });

  it('is removed by its person, and then the password is enough again', async () => {
    const { email, client } = await withAuthenticator(server);
    expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SecondFactorNeeded');
    expect((await client.graphql(REMOVE)).removeAuthenticator).toBe(true);
    expect((await client.graphql(REMOVE)).removeAuthenticator).toBe(false);
    expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SignedIn');
    expect((await client.graphql(SECURITY)).viewer.security).toMatchObject({
      authenticatorSince: null,
      recoveryCodesLeft: 0,
    });
    expect((await client.graphql(RENEW)).renewRecoveryCodes).toBeNull();
  });

  it('changes with a fresh sign-in alone', async () => {
    const { email } = await withAuthenticator(server);
    const client = await server.asPerson(email, 'CARER');
    await server.db.setNow(later(301));
    for (const act of [BEGIN, REMOVE, RENEW]) {
      const { errors } = await client.answer(act);
      expect(errors?.[0]?.extensions?.code).toBe('FRESH_SIGN_IN_NEEDED');
    }
    const confirm =
      'mutation ($password: String!) { confirmSignIn(input: { password: $password }) { __typename } }';
    const wrong = await client.graphql(confirm, { password: 'something else' });
    expect(wrong.confirmSignIn.__typename).toBe('SignInRefused');
    expect((await client.answer(RENEW)).errors?.[0]?.extensions?.code).toBe('FRESH_SIGN_IN_NEEDED');
    const right = await client.graphql(confirm, { password: 'correct horse battery staple' });
    expect(right.confirmSignIn.__typename).toBe('SignInConfirmed');
    expect((await client.graphql(RENEW)).renewRecoveryCodes.codes).toHaveLength(10);
  });

  it('shows again who is signed in, with a code of its own', async () => {
    const { email, secret } = await withAuthenticator(server);
    const client = await server.asPerson(email, 'CARER');
    await server.db.setNow(later(301));
    const confirm = 'mutation ($code: String!) { confirmSignIn(input: { code: $code }) { __typename } }';
    const code = codeAt(secret, later(301));
    expect((await client.graphql(confirm, { code })).confirmSignIn.__typename).toBe('SignInConfirmed');
    expect((await client.graphql(confirm, { code })).confirmSignIn.__typename).toBe('SignInRefused');
    expect((await client.graphql(REMOVE)).removeAuthenticator).toBe(true);
  });
});

describe('recovery codes', () => {
  it('let in once each, however they are typed, say how many are left, and are told by mail', async () => {
    const { email, codes, client } = await withAuthenticator(server);
    const lost = server.asNobody('PATIENT');
    const typed = ` ${codes[3]?.toUpperCase().replaceAll('-', ' ')}`;
    const answer = await complete(lost, await ticketFor(lost, email), { recoveryCode: typed });
    expect(answer.__typename).toBe('SignedIn');
    const again = await complete(lost, await ticketFor(lost, email), { recoveryCode: codes[3] });
    expect(again.__typename).toBe('FactorRefused');
    expect((await client.graphql(SECURITY)).viewer.security.recoveryCodesLeft).toBe(9);
    const [mail] = (await postedMails(server.db, email)).filter(({ subject }) => /recovery/.test(subject));
    expect(mail?.what[0]).toBe('A recovery code was used to sign in. You have 9 left.');
    const stored = await server.db.rows<{ code_hash: Buffer }>(
      'select code_hash from heldwell.recovery_code',
    );
    for (const code of codes)
      expect(stored.map(({ code_hash }) => code_hash.toString('latin1')).join()).not.toContain(code);
  });

  it('of 50 who use one at once, one is let in', async () => {
    const { email, codes } = await withAuthenticator(server);
    const client = server.asNobody('PATIENT');
    const tickets = [await ticketFor(client, email), await ticketFor(client, email)];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        complete(unlimited.asNobody('PATIENT'), tickets[n % 2] as string, { recoveryCode: codes[0] }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1);
  });

  it('new ones take the place of the old', async () => {
    const { email, codes, client } = await withAuthenticator(server);
    const renewed = (await client.graphql(RENEW)).renewRecoveryCodes.codes as string[];
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    const lost = server.asNobody('PATIENT');
    const ticket = await ticketFor(lost, email);
    expect((await complete(lost, ticket, { recoveryCode: codes[0] })).__typename).toBe('FactorRefused');
    expect((await complete(lost, ticket, { recoveryCode: renewed[0] })).__typename).toBe('SignedIn');
  });
});
