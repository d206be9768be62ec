import { generateSync } from 'otplib';
import type { TestServer } from './a-server.ts';
import type { AppClient } from './app-client.ts';
import { signIn, somebody } from './signing-in.ts';

/** The moment tests of codes stand at. */
export const START = new Date('2026-11-21T09:00:00Z');
export const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

export const BEGIN = 'mutation { beginAuthenticator { secret uri } }';
export const CONFIRM = `mutation ($code: String!) {
  confirmAuthenticator(code: $code) { __typename ... on FactorAdded { recoveryCodes } ... on Problem { message } }
}`;

/** What the app on somebody's phone shows at a moment. */
export const codeAt = (secret: string, moment: Date): string =>
  generateSync({ secret, epoch: Math.floor(moment.getTime() / 1000) });

/** Somebody with an authenticator app, set up a minute and a half before nine. */
export async function withAuthenticator(server: TestServer) {
  const { db } = server;
  await db.setNow(later(-90));
  const person = await somebody(server);
  const client = await server.asPerson(person.email, 'PATIENT');
  const { secret } = (await client.graphql(BEGIN)).beginAuthenticator as { secret: string };
  const added = (await client.graphql(CONFIRM, { code: codeAt(secret, later(-90)) })).confirmAuthenticator;
  await db.setNow(START);
  return { ...person, client, secret, codes: added.recoveryCodes as string[] };
}

/** What the second step of a sign-in is asked with. */
export const ticketFor = async (client: AppClient, email: string): Promise<string> =>
  (await signIn(client, email)).ticket;
