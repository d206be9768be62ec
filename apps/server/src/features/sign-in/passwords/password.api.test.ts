import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import { codeIn, postedMails } from '../../../../test/harness/posted-mails.ts';
import { isIn, PASSWORD, signIn, somebody } from '../../../../test/harness/signing-in.ts';

const NEW = 'river lantern orchard';
const START = new Date('2026-11-21T09:00:00Z');
const CHANGE = `mutation ($current: String, $password: String!) {
  changePassword(input: { current: $current, password: $password }) { __typename }
}`;
const ASK = `mutation ($email: String!) {
  requestPasswordReset(input: { email: $email }) { __typename ... on PasswordResetAsked { email } }
}`;
const RESET = `mutation ($code: String!, $password: String!) {
  resetPassword(input: { code: $code, password: $password }) { __typename ... on Problem { message } }
}`;
const LINK = 'query ($code: String!) { passwordReset(code: $code) { expiresAt } }';

let server: TestServer;
let unlimited: TestServer;
beforeAll(async () => {
  server = await aServer();
  unlimited = await aServer({ ...server.db, services: { ...server.db.services, rateLimits: 'off' } });
});
beforeEach(() => server.db.setNow(START));

const mailsTo = (email: string) => postedMails(server.db, email);
/** The code of a link that was asked for now. */
async function linkFor(email: string): Promise<string> {
  await unlimited.asNobody('CARER').graphql(ASK, { email });
  return codeIn((await mailsTo(email)).at(-1));
}

describe('changing the password', () => {
  it('asks for the old one, ends every other session and goes on under a new cookie', async () => {
    const { email } = await somebody(server);
    const [here, elsewhere] = [server.asNobody('PATIENT'), server.asNobody('CARER')];
    await signIn(here, email);
    await signIn(elsewhere, email);
    const change = (current: string) => here.graphql(CHANGE, { current, password: NEW });
    expect((await change('not the password at all')).changePassword.__typename).toBe('SignInRefused');
    expect(await isIn(elsewhere)).toBe(true);
    const before = here.cookies;
    expect((await change(PASSWORD)).changePassword.__typename).toBe('PasswordChanged');
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
    expect(here.cookies).not.toBe(before);
    const old = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-heldwell-app': 'patient', cookie: before },
      body: JSON.stringify({ query: '{ viewer { app } }' }),
    });
    expect(await old.json()).toEqual({ data: { viewer: null } });
    expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SignInRefused');
    expect((await signIn(server.asNobody('PATIENT'), email, NEW)).__typename).toBe('SignedIn');
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(['Your password was changed']);
  });

  it('refuses one that people try first, and changes nothing', async () => {
    const { email } = await somebody(server);
    const client = server.asNobody('PATIENT');
    await signIn(client, email);
    for (const password of ['password1234', 'too short', email]) {
      const { changePassword } = await client.graphql(CHANGE, { current: PASSWORD, password });
      expect(changePassword.__typename).toBe('NewPasswordUnsuitable');
    }
    expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SignedIn');
    expect(await mailsTo(email)).toEqual([]);
  });

  it('a first one is chosen with a fresh sign-in by whoever has none', async () => {
    const { email, personId } = await somebody(server);
    await server.db.rows('update heldwell.person set password_hash = null where id = $1', [personId]);
    expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SignInRefused');
    const client = await server.asPerson(email, 'PATIENT');
    await server.db.setNow(new Date(START.getTime() + 301_000));
    const { errors } = await client.answer(CHANGE, { password: NEW });
    expect(errors?.[0]?.extensions?.code).toBe('FRESH_SIGN_IN_NEEDED');
    const fresh = await server.asPerson(email, 'PATIENT');
    expect((await fresh.graphql(CHANGE, { password: NEW })).changePassword.__typename).toBe(
      'PasswordChanged',
    );
    expect((await signIn(server.asNobody('PATIENT'), email, NEW)).__typename).toBe('SignedIn');
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link in the app that was asked, once; every session ends', async () => {
    const { email } = await somebody(server);
    const client = server.asNobody('PATIENT');
    await signIn(client, email);
    const typed = email.toUpperCase();
    const asked = await server.asNobody('CARER').graphql(ASK, { email: typed });
    expect(asked.requestPasswordReset).toEqual({ __typename: 'PasswordResetAsked', email: typed });
    const [mail] = await mailsTo(email);
    expect(mail?.link).toMatch(/^\/carer\/reset-password\/[\w-]{43}$/);
    const code = codeIn(mail);
    const asker = server.asNobody('CARER');
    expect((await asker.graphql(LINK, { code })).passwordReset.expiresAt).toBe('2026-11-21T10:00:00.000Z');
    const weak = await asker.graphql(RESET, { code, password: 'password1234' });
    expect(weak.resetPassword.__typename).toBe('NewPasswordUnsuitable');
    expect(await isIn(client)).toBe(true);
    const done = await asker.graphql(RESET, { code, password: NEW });
    expect(done.resetPassword.__typename).toBe('PasswordChanged');
    expect([await isIn(client), await isIn(asker)]).toEqual([false, false]);
    expect((await signIn(server.asNobody('CARER'), email, NEW)).__typename).toBe('SignedIn');
    const again = await asker.graphql(RESET, { code, password: `${NEW} again` });
    expect(again.resetPassword.__typename).toBe('LinkUnusable');
    expect((await asker.graphql(LINK, { code })).passwordReset).toBeNull();
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Your password was changed');
  });

  it('works for an hour, and no longer once the password was changed another way', async () => {
    const { email } = await somebody(server);
    const code = await linkFor(email);
    await server.db.setNow(new Date(START.getTime() + 3_599_000));
    expect((await server.asNobody('CARER').graphql(LINK, { code })).passwordReset).not.toBeNull();
    await server.db.setNow(new Date(START.getTime() + 3_600_000));
    const late = await server.asNobody('CARER').graphql(RESET, { code, password: NEW });
    expect(late.resetPassword.__typename).toBe('LinkUnusable');
    const second = await linkFor(email);
    const client = await server.asPerson(email, 'PATIENT');
    await client.graphql(CHANGE, { current: PASSWORD, password: NEW });
    expect((await server.asNobody('CARER').graphql(LINK, { code: second })).passwordReset).toBeNull();
  });

  it('of 50 who use one link at once, one chooses the password', async () => {
    const { email } = await somebody(server);
    const code = await linkFor(email);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        unlimited.asNobody('CARER').graphql(RESET, { code, password: `${NEW} number ${n}` }),
      ),
    );
    const kinds = answers.map(({ resetPassword }) => resetPassword.__typename);
    expect(kinds.filter((kind) => kind === 'PasswordChanged')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'LinkUnusable')).toHaveLength(49);
    const won = `${NEW} number ${kinds.indexOf('PasswordChanged')}`;
    expect((await signIn(unlimited.asNobody('CARER'), email, won)).__typename).toBe('SignedIn');
  });

  it('tells an address that signs nobody in so, by mail alone, and its link opens nothing', async () => {
    const email = 'nobody.at.all@example.org';
    const asked = await server.asNobody('PATIENT').graphql(ASK, { email });
    expect(asked.requestPasswordReset).toEqual({ __typename: 'PasswordResetAsked', email });
    const [mail] = await mailsTo(email);
    expect(mail?.link).toBeUndefined();
    expect(mail?.what.join(' ')).toMatch(/No sign-in with this address/);
  });

  it('goes to the address that is stored, however alike the one that was typed looks', async () => {
    const { email } = await somebody(server);
    const alike = email.replace('p', 'ｐ');
    await unlimited.asNobody('PATIENT').graphql(ASK, { email: alike });
    expect(await mailsTo(alike)).toEqual([]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('sends no more than five mails an hour to one address, known or not', async () => {
    const { email } = await somebody(server);
    for (const to of [email, `unknown.${email}`]) {
      const kinds: string[] = [];
      for (let n = 0; n < 6; n += 1)
        kinds.push(
          (await server.asNobody('PATIENT').graphql(ASK, { email: to })).requestPasswordReset.__typename,
        );
      expect(kinds).toEqual([...Array(5).fill('PasswordResetAsked'), 'TooManyAttempts']);
      expect(await mailsTo(to)).toHaveLength(5);
    }
  });
});
