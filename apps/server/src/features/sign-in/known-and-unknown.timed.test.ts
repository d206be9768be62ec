import { beforeAll, describe, it } from 'vitest';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { type Door, holdAlike } from '../../../test/harness/known-and-unknown.ts';

/** Every door that takes an e-mail address of whoever stands before it. */
const DOORS: Door[] = [
  {
    name: 'signing in',
    query: `mutation ($email: String!) {
      signIn(input: { email: $email, password: "not the password at all" }) { __typename ... on Problem { message } }
    }`,
    variables: (email) => ({ email }),
    twice: true,
  },
  {
    name: 'a forgotten password',
    query: `mutation ($email: String!) {
      requestPasswordReset(input: { email: $email }) { __typename ... on PasswordResetAsked { email } }
    }`,
    variables: (email) => ({ email }),
    twice: true,
  },
  {
    name: 'registering, which begins with a code to the address',
    query: 'mutation ($email: String!) { sendEmailCode(email: $email) { __typename } }',
    variables: (email) => ({ email }),
    twice: true,
  },
];

let server: TestServer;
beforeAll(async () => {
  const { db } = await aServer(await aDatabase({ mails: true }));
  server = await aServer({ ...db, services: { ...db.services, rateLimits: 'off' } });
});

describe('known and unknown e-mail addresses', () => {
  it.each(DOORS)('answer alike in body, status and time: $name', (door) => holdAlike(server, door), 300_000);
});
