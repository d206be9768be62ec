import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import {
  codeAt,
  later,
  START,
  ticketFor,
  withAuthenticator,
} from '../../../../test/harness/an-authenticator.ts';
import { complete, signIn, somebody } from '../../../../test/harness/signing-in.ts';

const SECURITY =
  '{ viewer { security { hasPassword authenticatorSince recoveryCodesLeft rememberedDevices { id device } } } }';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
beforeEach(() => server.db.setNow(START));

describe('a remembered device', () => {
  it('spares its person the second step for thirty days, nobody else, and not once it is forgotten', async () => {
    const { email, secret, client } = await withAuthenticator(server);
    const device = server.asNobody('PATIENT');
    const ticket = await ticketFor(device, email);
    await complete(device, ticket, { code: codeAt(secret, START), rememberDevice: true });
    expect((await signIn(device, email)).__typename).toBe('SignedIn');
    expect((await signIn(server.asNobody('PATIENT'), email)).__typename).toBe('SecondFactorNeeded');
    const other = await withAuthenticator(server);
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
});
