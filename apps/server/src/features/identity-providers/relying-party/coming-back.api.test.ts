import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aForgedSignIn, back, type ForgedSignIn, IN } from '../../../../test/harness/a-forged-sign-in.ts';
import { type Issue, rsaKey, sign } from '../../../../test/harness/forging-provider.ts';

let server: ForgedSignIn['server'];
let provider: ForgedSignIn['provider'];
let leave: ForgedSignIn['leave'];
let signIn: ForgedSignIn['signIn'];
let sessions: ForgedSignIn['sessions'];
let somebodyNew: ForgedSignIn['somebodyNew'];
beforeAll(async () => {
  ({ server, provider, leave, signIn, sessions, somebodyNew } = await aForgedSignIn());
});
beforeEach(() => somebodyNew());

describe('coming back', () => {
  it('works once with a state, also in the same browser and with a new code', async () => {
    const browser = server.browser();
    const address = await leave(browser);
    const first = provider.codeFor(address);
    const second = provider.codeFor(address);
    expect((await browser.open(back(first))).at).toBe('/patient/');
    expect((await browser.open(back(first))).at).toContain('expired');
    expect((await browser.open(back(second))).at).toContain('expired');
  });

  it('works once with a code, also under the state of another sign-in', async () => {
    const [browser, other] = [server.browser(), server.browser()];
    const { code, state } = provider.codeFor(await leave(browser));
    const later = new URL(await leave(other)).searchParams.get('state') ?? '';
    expect((await other.open(back({ code, state: later }))).at).toContain('failed');
    expect((await browser.open(back({ code, state }))).at).toContain('failed');
    expect(await signIn(sign)).toBe(IN);
  });

  it('works in the browser it left alone', async () => {
    const [browser, other] = [server.browser(), server.browser()];
    const coming = provider.codeFor(await leave(browser));
    await leave(other);
    expect((await other.open(back(coming))).at).toContain('expired');
    expect((await server.browser().open(back(coming))).at).toContain('expired');
    expect((await browser.open(back(coming))).at).toBe('/patient/');
  });

  it('works at the provider it left for alone, and not in the name of another issuer', async () => {
    const browser = server.browser();
    const coming = provider.codeFor(await leave(browser));
    const elsewhere = `/sign-in/callback/${randomUUID()}?code=${coming.code}&state=${coming.state}`;
    expect((await browser.open(elsewhere)).at).toContain('unknown-provider');
    expect((await browser.open(back(coming, '&iss=https%3A%2F%2Fother.example'))).at).toContain('failed');
    const again = provider.codeFor(await leave(browser));
    expect((await browser.open(back(again, `&iss=${encodeURIComponent(provider.issuer)}`))).at).toBe(
      '/patient/',
    );
  });

  it('ends after ten minutes, and with a state that was made up', async () => {
    const browser = server.browser();
    const coming = provider.codeFor(await leave(browser));
    await server.db.rows(
      `update heldwell.provider_sign_in set expires_at = heldwell.now() where used_at is null`,
    );
    expect((await browser.open(back(coming))).at).toContain('expired');
    expect((await browser.open(back({ code: 'x', state: 'made-up' }))).at).toContain('expired');
  });

  it('fifty times at once signs in once', async () => {
    const browser = server.browser();
    const coming = provider.codeFor(await leave(browser));
    const before = await sessions();
    const ends = await Promise.all(Array.from({ length: 50 }, () => browser.ask(back(coming))));
    const places = ends.map((response) => response.headers.get('location'));
    expect(places.filter((place) => place === '/patient/')).toHaveLength(1);
    expect(places.filter((place) => place?.endsWith('/expired'))).toHaveLength(49);
    expect(await sessions()).toBe(before + 1);
  });

  it('twenty first sign-ins of one person at once make one person and one record', async () => {
    const browsers = Array.from({ length: 20 }, () => server.browser());
    const comings = await Promise.all(
      browsers.map(async (browser) => ({ browser, coming: provider.codeFor(await leave(browser)) })),
    );
    const ends = await Promise.all(comings.map(({ browser, coming }) => browser.open(back(coming))));
    expect(ends.map(({ at }) => at)).toEqual(Array(20).fill('/patient/'));
    const people = await server.db.rows(
      `select from heldwell.patient p where p.family_name = 'Test' and p.created_at > heldwell.now() - interval '1 minute'
         and p.id in (select patient_id from heldwell.patient_identity where nhs_number_hash = $1)`,
      [server.db.sealing.lookup('NHS-NUMBER', provider.claims.nhs_number as string)],
    );
    expect(people).toHaveLength(1);
  });
});

describe('a provider that changes its key', () => {
  it('is followed to a new one within half a minute, and the key it took back signs nobody in', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const [old] = provider.keys;
      const first = provider.claims;
      expect(await signIn(sign)).toBe(IN);
      provider.keys = [{ kid: 'second', ...rsaKey() }];
      vi.setSystemTime(Date.now() + 31_000);
      expect(await signIn(sign)).toBe(IN);
      const asked = provider.asked;
      const byOld: Issue = ({ header, ...draft }) =>
        sign({ ...draft, header: { ...header, kid: 'first' }, key: old?.privateKey ?? draft.key });
      expect(await signIn(byOld)).toBe('failed');
      // Tokens of unknown keys do not make us ask for keys again and again.
      expect(provider.asked).toBe(asked);
      provider.claims = first;
      expect(await signIn(sign)).toBe(IN);
    } finally {
      vi.useRealTimers();
    }
  });
});
