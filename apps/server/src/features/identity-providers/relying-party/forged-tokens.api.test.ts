import { createHmac, createPublicKey } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aForgedSignIn, type ForgedSignIn, IN } from '../../../../test/harness/a-forged-sign-in.ts';
import { type Draft, type Issue, rsaKey, sign } from '../../../../test/harness/forging-provider.ts';

let forged: ForgedSignIn;
beforeAll(async () => {
  forged = await aForgedSignIn();
});
beforeEach(() => forged.somebodyNew());

const changed =
  (change: Record<string, unknown>): Issue =>
  (draft) =>
    sign({ ...draft, payload: { ...draft.payload, ...change } });
const without =
  (claim: string): Issue =>
  ({ payload, ...draft }) => {
    const { [claim]: _gone, ...rest } = payload;
    return sign({ ...draft, payload: rest });
  };
const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const ofHand = ({ payload }: Draft, header: object): string => `${encoded(header)}.${encoded(payload)}`;

const stranger = rsaKey();
const FORGED: Record<string, Issue> = {
  'unsigned (alg none)': (draft) => `${ofHand(draft, { alg: 'none', kid: 'first' })}.`,
  'signed by HS256 with the public key': (draft) => {
    const text = ofHand(draft, { alg: 'HS256', kid: 'first' });
    return `${text}.${createHmac('sha256', createPublicKey(draft.key).export({ type: 'spki', format: 'pem' }))
      .update(text)
      .digest('base64url')}`;
  },
  'signed by an algorithm that is not the agreed one': ({ header, ...draft }) =>
    sign({ ...draft, header: { ...header, alg: 'RS256' } }),
  'issued by another': changed({ iss: 'https://other.example' }),
  'for another client': changed({ aud: 'another-client' }),
  'for several without saying to whom': changed({ aud: ['heldwell-test', 'another-client'] }),
  'issued to another of several': changed({
    aud: ['heldwell-test', 'another-client'],
    azp: 'another-client',
  }),
  'issued to another alone': changed({ azp: 'another-client' }),
  'of another sign-in (nonce)': changed({ nonce: 'another' }),
  'of no sign-in (no nonce)': without('nonce'),
  expired: changed({ iat: seconds(-700), exp: seconds(-400) }),
  'without an end': without('exp'),
  'issued in the future': changed({ iat: seconds(120) }),
  'issued long ago': changed({ iat: seconds(-3600) }),
  'not valid yet': changed({ nbf: seconds(120) }),
  'of a key nobody knows': ({ header, ...draft }) =>
    sign({ ...draft, header: { ...header, kid: 'unknown' } }),
  'of no named key': ({ header: { kid: _kid, ...header }, ...draft }) => sign({ ...draft, header }),
  'changed after it was signed': async (draft) => {
    const [header, , signature] = (await sign(draft)).split('.');
    return `${header}.${encoded({ ...draft.payload, nhs_number: '9994120387' })}.${signature}`;
  },
  'signed by a stranger under a known key’s name': (draft) => sign({ ...draft, key: stranger.privateKey }),
  'signed by a key it carries itself': ({ header, ...draft }) =>
    sign({
      ...draft,
      key: stranger.privateKey,
      header: {
        ...header,
        jwk: stranger.publicKey.export({ format: 'jwk' }) as never,
        jku: 'https://evil.example/jwks',
      },
    }),
  'of nobody': without('sub'),
  'of a lower level than asked for': changed({ vot: 'P0.Cp', identity_proofing_level: 'P0' }),
  'of a level that is not a vector': changed({ vot: 'P9 P0' }),
  'of two levels at once': changed({ vot: 'P9.P0.Cp.Cd' }),
  'of two levels that disagree': changed({ identity_proofing_level: 'P5' }),
  'without a level': without('vot'),
  'without an NHS number': without('nhs_number'),
  'with an NHS number whose check digit is wrong': changed({ nhs_number: '9994120388' }),
  'with a birth date that is no day': changed({ birthdate: '1980-02-31' }),
};

describe('an identity token', () => {
  it.each(Object.entries(FORGED))(
    '%s is refused, and the good one beside it accepted',
    async (_what, forge) => {
      const before = await forged.sessions();
      const { provider, server, signIn } = forged;
      const { claims } = provider;
      expect(await signIn(forge)).not.toBe(IN);
      expect(await forged.sessions()).toBe(before);
      expect(await server.db.rows('select from heldwell.identity_wait')).toEqual([]);
      provider.claims = claims;
      expect(await signIn(sign)).toBe(IN);
      expect(await forged.sessions()).toBe(before + 1);
    },
  );

  it('whose details are another person’s is refused', async () => {
    const { provider, signIn } = forged;
    provider.userinfo = { sub: 'somebody-else', nhs_number: '9994120387' };
    expect(await signIn(sign)).toBe('failed');
    provider.userinfo = null;
    expect(await signIn(sign)).toBe(IN);
  });

  it('is believed before details that are only told', async () => {
    const { provider, signIn } = forged;
    provider.userinfo = { sub: provider.claims.sub, vot: 'P9.Cp.Cd', identity_proofing_level: 'P9' };
    expect(await signIn(changed({ vot: 'P5.Cp.Cd', identity_proofing_level: 'P5' }))).toBe('prove');
    expect(await signIn(sign)).toBe(IN);
  });
});
