import { hashPassword } from '../../src/features/sign-in/index.ts';
import { aPerson, type MadePerson } from '../builders/people.ts';
import type { TestServer } from './a-server.ts';
import type { AppClient } from './app-client.ts';

export const PASSWORD = 'correct horse battery staple';
/** One hash for all: what each test is about is not how long it takes. */
const hash = hashPassword(PASSWORD);

const ANSWER = `__typename
  ... on SignedIn { viewer { app person { email } } }
  ... on Problem { message }`;
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    ${ANSWER}
    ... on TooManyAttempts { retryAfterSeconds }
    ... on SecondFactorNeeded { ticket methods passkeyOptions }
  }
}`;
const COMPLETE = `mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) { ${ANSWER} } }`;

/** A person with a password of their own. */
export async function somebody({ db }: Pick<TestServer, 'db'>): Promise<MadePerson> {
  const person = await aPerson(db);
  await db.rows('update heldwell.person set password_hash = $2 where id = $1', [person.personId, await hash]);
  return person;
}

/** The answer to an e-mail and a password. */
export const signIn = async (client: AppClient, email: string, password = PASSWORD) =>
  (await client.graphql(SIGN_IN, { email, password })).signIn;

/** The answer to what is shown at the second step. */
export const complete = async (client: AppClient, ticket: string, shown: object) =>
  (await client.graphql(COMPLETE, { input: { ticket, ...shown } })).completeSignIn;

/** Whether somebody is signed in. */
export const isIn = async (client: AppClient): Promise<boolean> =>
  (await client.graphql('{ viewer { app } }')).viewer !== null;
