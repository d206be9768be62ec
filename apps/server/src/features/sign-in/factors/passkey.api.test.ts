import { beforeAll, describe, expect, it } from 'vitest';
import { APasskey } from '../../../../test/builders/a-passkey.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { postedMails } from '../../../../test/harness/posted-mails.ts';
import { complete, isIn, signIn, somebody } from '../../../../test/harness/signing-in.ts';

const BEGIN = 'mutation { beginPasskey { ticket options } }';
const ADD = `mutation ($input: AddPasskeyInput!) {
  addPasskey(input: $input) { __typename ... on FactorAdded { recoveryCodes } }
}`;
const BEGIN_IN = 'mutation { beginPasskeySignIn { ... on PasskeyQuestion { ticket options } } }';
const IN = `mutation ($input: PasskeyAnswerInput!) {
  signInWithPasskey(input: $input) { __typename ... on SignedIn { viewer { app person { email } } } }
}`;
const OWN = '{ viewer { security { passkeys { id name lastUsedAt } recoveryCodesLeft } } }';

let server: TestServer;
beforeAll(async () => {
  const { db } = await aServer();
  server = await aServer({ ...db, services: { ...db.services, rateLimits: 'off' } });
});

async function add(client: AppClient, key: APasskey, name?: string, flaw = {}) {
  const { ticket, options } = (await client.graphql(BEGIN)).beginPasskey;
  const { addPasskey } = await client.graphql(ADD, {
    input: { ticket, name, passkey: key.made(options, flaw) },
  });
  return addPasskey;
}

async function withPasskey() {
  const person = await somebody(server);
  const client = await server.asPerson(person.email, 'PATIENT');
  const key = new APasskey();
  const added = await add(client, key, 'My phone');
  return { ...person, client, key, codes: added.recoveryCodes as string[] };
}

async function enter(client: AppClient, key: APasskey, flaw = {}) {
  const { ticket, options } = (await client.graphql(BEGIN_IN)).beginPasskeySignIn;
  return (await client.graphql(IN, { input: { ticket, passkey: key.signed(options, flaw) } }))
    .signInWithPasskey;
}

describe('a passkey', () => {
  it('signs in without an e-mail, to any app, once it was added', async () => {
    const stranger = new APasskey();
    expect((await enter(server.asNobody('CARER'), stranger)).__typename).toBe('FactorRefused');
    const { email, key, client, codes } = await withPasskey();
    expect(codes).toHaveLength(10);
    for (const app of ['CARER', 'PATIENT', 'PROFESSIONAL'] as const) {
      const answer = await enter(server.asNobody(app), key);
      expect(answer).toEqual({ __typename: 'SignedIn', viewer: { app, person: { email } } });
    }
    const { passkeys } = (await client.graphql(OWN)).viewer.security;
    expect(passkeys).toMatchObject([{ name: 'My phone', lastUsedAt: expect.any(String) }]);
    expect((await postedMails(server.db, email)).map(({ subject }) => subject)).toEqual([
      'A passkey was added',
    ]);
  });

  it('is asked for beside a password, and is the second factor', async () => {
    const { email, key, codes } = await withPasskey();
    const client = server.asNobody('PATIENT');
    const asked = await signIn(client, email);
    expect(asked).toMatchObject({ __typename: 'SecondFactorNeeded', methods: ['PASSKEY', 'RECOVERY_CODE'] });
    expect(JSON.parse(asked.passkeyOptions).allowCredentials).toHaveLength(1);
    const others = (await withPasskey()).key;
    const wrong = await complete(client, asked.ticket, { passkey: others.signed(asked.passkeyOptions) });
    expect(wrong.__typename).toBe('FactorRefused');
    expect(await isIn(client)).toBe(false);
    const right = await complete(client, asked.ticket, { passkey: key.signed(asked.passkeyOptions) });
    expect(right.__typename).toBe('SignedIn');
    const again = await signIn(server.asNobody('PATIENT'), email);
    expect((await complete(client, again.ticket, { recoveryCode: codes[0] })).__typename).toBe('SignedIn');
  });

  it.each([
    { name: 'from another page', flaw: { origin: 'https://example.org' } },
    { name: 'for another host', flaw: { rpId: 'example.org' } },
    { name: 'that did not ask who holds it', flaw: { verified: false } },
    {
      name: 'of another question',
      flaw: { challenge: Buffer.from('another question').toString('base64url') },
    },
  ])('is refused $name, when it is made and when it is used', async ({ flaw }) => {
    const { client, key } = await withPasskey();
    expect((await add(client, new APasskey(), 'Other', flaw)).__typename).toBe('FactorRefused');
    expect((await enter(server.asNobody('PATIENT'), key, flaw)).__typename).toBe('FactorRefused');
    expect((await enter(server.asNobody('PATIENT'), key)).__typename).toBe('SignedIn');
  });

  it('is refused when its count goes back, as that of a copy does', async () => {
    const { key } = await withPasskey();
    for (let n = 0; n < 3; n += 1) await enter(server.asNobody('PATIENT'), key);
    expect((await enter(server.asNobody('PATIENT'), key, { counter: 2 })).__typename).toBe('FactorRefused');
    expect((await enter(server.asNobody('PATIENT'), key)).__typename).toBe('SignedIn');
  });

  it('answers each question once: of 50 who send one answer, one is let in', async () => {
    const { key } = await withPasskey();
    const { ticket, options } = (await server.asNobody('PATIENT').graphql(BEGIN_IN)).beginPasskeySignIn;
    const input = { ticket, passkey: key.signed(options) };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => server.asNobody('PATIENT').graphql(IN, { input })),
    );
    const kinds = answers.map(({ signInWithPasskey }) => signInWithPasskey.__typename);
    expect(kinds.filter((kind) => kind === 'SignedIn')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'StepExpired')).toHaveLength(49);
  });

  it('is removed by its person alone, and then signs nobody in', async () => {
    const { client, key, email } = await withPasskey();
    const [{ id }] = (await client.graphql(OWN)).viewer.security.passkeys;
    const remove = 'mutation ($id: ID!) { removePasskey(passkey: $id) }';
    const stranger = await server.asPerson((await somebody(server)).email, 'PATIENT');
    expect((await stranger.graphql(remove, { id })).removePasskey).toBe(false);
    expect((await enter(server.asNobody('PATIENT'), key)).__typename).toBe('SignedIn');
    expect((await client.graphql(remove, { id })).removePasskey).toBe(true);
    expect((await enter(server.asNobody('PATIENT'), key)).__typename).toBe('FactorRefused');
    expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SignedIn');
    expect((await client.graphql(OWN)).viewer.security).toEqual({ passkeys: [], recoveryCodesLeft: 0 });
  });

  it('of somebody who was disabled signs nobody in', async () => {
    const { key, personId } = await withPasskey();
    await server.db.rows('update heldwell.person set disabled_at = now() where id = $1', [personId]);
    expect((await enter(server.asNobody('PATIENT'), key)).__typename).toBe('FactorRefused');
    await server.db.rows('update heldwell.person set disabled_at = null where id = $1', [personId]);
    expect((await enter(server.asNobody('PATIENT'), key)).__typename).toBe('SignedIn');
  });

  it('shows again who is signed in, before a weighty act', async () => {
    const { client, key } = await withPasskey();
    await server.db.rows("update heldwell.session set started_at = started_at - interval '6 minutes'");
    const codeOf = async () => (await client.answer(BEGIN)).errors?.[0]?.extensions?.code;
    expect(await codeOf()).toBe('FRESH_SIGN_IN_NEEDED');
    const begin = 'mutation { beginPasskeyConfirmation { ticket options } }';
    const confirm = `mutation ($ticket: String!, $passkey: String!) {
      confirmSignIn(input: { ticket: $ticket, passkey: $passkey }) { __typename }
    }`;
    const { ticket, options } = (await client.graphql(begin)).beginPasskeyConfirmation;
    const others = (await withPasskey()).key.signed(options);
    expect((await client.graphql(confirm, { ticket, passkey: others })).confirmSignIn.__typename).toBe(
      'SignInRefused',
    );
    const second = (await client.graphql(begin)).beginPasskeyConfirmation;
    const right = await client.graphql(confirm, {
      ticket: second.ticket,
      passkey: key.signed(second.options),
    });
    expect(right.confirmSignIn.__typename).toBe('SignInConfirmed');
    expect(await codeOf()).toBeUndefined();
  });
});
