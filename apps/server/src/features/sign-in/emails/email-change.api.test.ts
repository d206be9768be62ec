import { beforeAll, expect, it } from 'vitest';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import { codeIn, postedMails } from '../../../../test/harness/posted-mails.ts';
import { signIn, somebody } from '../../../../test/harness/signing-in.ts';

const ASK = `mutation ($email: String!) { changeEmail(input: { email: $email }) { __typename } }`;
const AGREE = `mutation ($code: String!) {
  confirmEmail(code: $code) { __typename ... on EmailAgreed { waitingFor } }
}`;
const OWN = '{ viewer { person { email } security { newEmail oldAgreed newAgreed } } }';

let server: TestServer;
let next = 0;
beforeAll(async () => {
  const { db } = await aServer();
  server = await aServer({ ...db, services: { ...db.services, rateLimits: 'off' } });
});

async function asking(to = `new.address.${next++}@example.org`) {
  const person = await somebody(server);
  const client = await server.asPerson(person.email, 'PATIENT');
  const { changeEmail } = await client.graphql(ASK, { email: to });
  const codeTo = async (address: string) => codeIn((await postedMails(server.db, address)).at(-1));
  return { ...person, client, to, changeEmail, old: await codeTo(person.email), new: await codeTo(to) };
}
const agree = async (code: string) =>
  (await server.asNobody('PATIENT').graphql(AGREE, { code })).confirmEmail;

it.each(['old first', 'new first'])('an address changes when both have agreed: %s', async (order) => {
  const asked = await asking();
  expect(asked.changeEmail.__typename).toBe('EmailChangeAsked');
  const [first, second] = order === 'old first' ? [asked.old, asked.new] : [asked.new, asked.old];
  const missing = order === 'old first' ? 'NEW_ADDRESS' : 'OLD_ADDRESS';
  for (let twice = 0; twice < 2; twice += 1)
    expect(await agree(first)).toEqual({ __typename: 'EmailAgreed', waitingFor: missing });
  expect((await asked.client.graphql(OWN)).viewer).toEqual({
    person: { email: asked.email },
    security: { newEmail: asked.to, oldAgreed: order === 'old first', newAgreed: order === 'new first' },
  });
  expect((await signIn(server.asNobody('PATIENT'), asked.to)).__typename).toBe('SignInRefused');
  expect(await agree(second)).toEqual({ __typename: 'EmailAgreed', waitingFor: null });
  expect((await asked.client.graphql(OWN)).viewer).toEqual({
    person: { email: asked.to },
    security: { newEmail: null, oldAgreed: false, newAgreed: false },
  });
  expect((await signIn(server.asNobody('PATIENT'), asked.to)).__typename).toBe('SignedIn');
  expect((await signIn(server.asNobody('PATIENT'), asked.email)).__typename).toBe('SignInRefused');
  expect((await agree(second)).__typename).toBe('LinkUnusable');
  expect((await postedMails(server.db, asked.email)).at(-1)?.subject).toBe('Your e-mail address was changed');
});

it('an address that signs in somebody else answers alike, is told so itself, and is never taken', async () => {
  const holder = await somebody(server);
  const free = await asking();
  const taken = await asking(holder.email.toUpperCase());
  expect(taken.changeEmail).toEqual(free.changeEmail);
  const told = await postedMails(server.db, holder.email.toUpperCase());
  expect(told.at(-1)?.link).toBeUndefined();
  expect(told.at(-1)?.what[0]).toMatch(/already belongs/);
  expect(await agree(taken.old)).toEqual({ __typename: 'EmailAgreed', waitingFor: 'NEW_ADDRESS' });
  expect((await signIn(server.asNobody('PATIENT'), holder.email)).__typename).toBe('SignedIn');
});

it('of two who wait for one address in different spellings, one has it', async () => {
  const address = `zoë.wanted@example.org`;
  const spelt = [address, address.normalize('NFD').toUpperCase()];
  const both = await Promise.all(spelt.map((to) => asking(to)));
  for (const { old } of both) await agree(old);
  const answers = await Promise.all(both.map((one) => agree(one.new)));
  expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(
    new Set(['EmailAgreed', 'LinkUnusable']),
  );
  const owners = await Promise.all(
    both.map(async ({ client }) => (await client.graphql(OWN)).viewer.person.email as string),
  );
  expect(owners.filter((email) => spelt.includes(email))).toHaveLength(1);
});

it('a change is dropped by its person or by asking for another, and then no link works', async () => {
  const asked = await asking();
  await asked.client.graphql(ASK, { email: `another.${asked.to}` });
  expect((await agree(asked.new)).__typename).toBe('LinkUnusable');
  const last = codeIn((await postedMails(server.db, asked.email)).at(-1));
  expect((await agree(last)).__typename).toBe('EmailAgreed');
  const drop = 'mutation { dropEmailChange }';
  expect((await asked.client.graphql(drop)).dropEmailChange).toBe(true);
  expect((await agree(last)).__typename).toBe('LinkUnusable');
  expect((await asked.client.graphql(drop)).dropEmailChange).toBe(false);
});

it('is asked for by nobody without a fresh sign-in, nor of what is no address', async () => {
  const { email } = await somebody(server);
  const client = await server.asPerson(email, 'PATIENT');
  const { errors } = await client.answer(ASK, { email: 'no address' });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  await server.db.rows("update heldwell.session set started_at = started_at - interval '6 minutes'");
  const late = await client.answer(ASK, { email: 'free.one@example.org' });
  expect(late.errors?.[0]?.extensions?.code).toBe('FRESH_SIGN_IN_NEEDED');
});
