import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPartner, type MadePartner } from '../../../test/builders/a-partner.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';

let server: TestServer;
let partner: MadePartner;
let other: MadePartner;
beforeAll(async () => {
  server = await aServer();
  partner = await aPartner(server);
  other = await aPartner(server);
});
beforeEach(() => server.db.rows('delete from heldwell.attempt'));

const ALONE = { grant_type: 'client_credentials' };
const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;
const changed = (change: JWTPayload) => () => partner.assertion(change);
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const body = () => ({
  iss: partner.id,
  sub: partner.id,
  aud: 'http://localhost:4000',
  jti: 'a-new-one',
  iat: seconds(0),
  exp: seconds(60),
});

const FORGED: Record<string, () => Promise<string> | string> = {
  unsigned: () => `${encoded({ alg: 'none' })}.${encoded(body())}.`,
  'signed by HS256': () => {
    const text = `${encoded({ alg: 'HS256', kid: 'partner' })}.${encoded(body())}`;
    return `${text}.${createHmac('sha256', 'anything').update(text).digest('base64url')}`;
  },
  'signed by another key': () =>
    partner.assertion({}, { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
  'of another partner under its name': () => other.assertion({ iss: partner.id, sub: partner.id }),
  'whose issuer is not its subject': changed({ sub: '01890000-0000-7000-8000-000000000000' }),
  'made out to another': changed({ aud: 'https://another.example' }),
  'made out to several': changed({ aud: ['http://localhost:4000', 'https://another.example'] }),
  expired: changed({ iat: seconds(-120), exp: seconds(-60) }),
  'good for longer than five minutes': changed({ exp: seconds(3600) }),
  'issued in the future': changed({ iat: seconds(200), exp: seconds(260) }),
  'not valid yet': changed({ nbf: seconds(120) }),
  'without an id': changed({ jti: undefined as unknown as string }),
};

describe('a partner’s assertion', () => {
  it.each(Object.entries(FORGED))(
    '%s is refused, and the good one beside it accepted',
    async (_what, forge) => {
      const refused = await partner.post('token', { ...ALONE, client_assertion: await forge() });
      expect(refused).toEqual({ status: 401, body: { error: 'invalid_client' } });
      expect((await partner.post('token', ALONE)).status).toBe(200);
    },
  );

  it('counts once, also of fifty at the same time', async () => {
    const client_assertion = await partner.assertion();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => partner.post('token', { ...ALONE, client_assertion })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(49);
  });

  it('asks for no more than the partner may have, and by itself only where it may', async () => {
    const little = await aPartner(server, { scopes: ['read:GENERAL'], actsAlone: true });
    const error = async (form: Record<string, string>, by = little) =>
      (await by.post('token', form)).body.error;
    expect(await error({ ...ALONE, scope: 'read:GENERAL read:MENTAL_HEALTH' })).toBe('invalid_scope');
    expect(await error({ ...ALONE, scope: 'everything' })).toBe('invalid_scope');
    expect(await error({ grant_type: 'password' })).toBe('unsupported_grant_type');
    expect(await error({ grant_type: 'constructor' })).toBe('unsupported_grant_type');
    expect((await little.post('token', ALONE)).body.scope).toBe('read:GENERAL');
    expect(await error(ALONE, await aPartner(server, { actsAlone: false }))).toBe('unauthorized_client');
  });

  it('is what the published description says', async () => {
    const said = await (await fetch(`${server.url}/.well-known/oauth-authorization-server`)).json();
    expect(said).toMatchObject({
      issuer: 'http://localhost:4000',
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('comes with public keys: a private one is not taken, nor an address others could be at', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keys = { keys: [privateKey.export({ format: 'jwk' })] } as never;
    await expect(aPartner(server, { keys })).rejects.toThrow('public keys');
    for (const address of ['http://app.example/back', 'https://*.example/back', 'https://app.example/back#x'])
      await expect(aPartner(server, { redirectUris: [address] })).rejects.toThrow('cannot come back');
  });
});
