import { generateSync } from 'otplib';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { complete, signIn, somebody } from '../../../../test/harness/signing-in.ts';

const START = new Date('2026-11-21T09:00:00Z');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const BEGIN = 'mutation { beginAuthenticator { secret uri } }';
const CONFIRM = `mutation ($code: String!) {
  confirmAuthenticator(code: $code) { __typename ... on FactorAdded { recoveryCodes } ... on Problem { message } }
}`;
const SECURITY =
  '{ viewer { security { hasPassword authenticatorSince recoveryCodesLeft rememberedDevices { id device } } } }';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
beforeEach(() => server.db.setNow(START));

const codeAt = (secret: string, moment: Date) =>
  generateSync({ secret, epoch: Math.floor(moment.getTime() / 1000) });

/** Somebody with an authenticator app, set up half a minute before nine. */
async function withAuthenticator() {
  const { db } = server;
  await db.setNow(later(-90));
  const person = await somebody(server);
  const client = await server.asPerson(person.email, 'PATIENT');
  const { secret } = (await client.graphql(BEGIN)).beginAuthenticator;
  const added = (await client.graphql(CONFIRM, { code: codeAt(secret, later(-90)) })).confirmAuthenticator;
  await db.setNow(START);
  return { ...person, client, secret, codes: added.recoveryCodes as string[] };
}

const ticketFor = async (client: AppClient, email: string): Promise<string> =>
  (await signIn(client, email)).ticket;

it('a remembered device spares its person the second step for thirty days, nobody else, and not once it is forgotten', async () => {
  const { email, secret, client } = await withAuthenticator();
  const device = server.asNobody('PATIENT');
  const ticket = await ticketFor(device, email);
  await complete(device, ticket, { code: codeAt(secret, START), rememberDevice: true });
  expect((await signIn(device, email)).__typename).toBe('SignedIn');
  expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SecondFactorNeeded');
  const other = await withAuthenticator();
  expect((await signIn(device, other.email)).__typename).toBe('SecondFactorNeeded');
  await server.db.setNow(later(29 * 86_400));
  expect((await signIn(device, email)).__typename).toBe('SignedIn');
  await server.db.setNow(later(30 * 86_400));
  expect((await signIn(device, email)).__typename).toBe('SecondFactorNeeded');
  await server.db.setNow(START);
  expect((await signIn(device, email)).__typename).toBe('SignedIn');
  const { rememberedDevices } = (await client.graphql(SECURITY)).viewer.security;
  expect(rememberedDevices).toHaveLength(1);
  const forget = 'mutation ($device: ID!) { forgetDevice(device: $device) }';
  const stranger = await server.asPerson((await somebody(server)).email, 'PATIENT');
  expect((await stranger.graphql(forget, { device: rememberedDevices[0].id })).forgetDevice).toBe(false);
  expect((await signIn(device, email)).__typename).toBe('SignedIn');
  expect((await client.graphql(forget, { device: rememberedDevices[0].id })).forgetDevice).toBe(true);
  expect((await signIn(device, email)).__typename).toBe('SecondFactorNeeded');
});
