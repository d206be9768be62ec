import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aForgedSignIn, back, type ForgedSignIn } from '../../../test/harness/a-forged-sign-in.ts';
import { type Issue, sign } from '../../../test/harness/forging-provider.ts';
import { postedMails } from '../../../test/harness/posted-mails.ts';
import type { RedirectingBrowser } from '../../../test/harness/redirecting-browser.ts';

let forged: ForgedSignIn;
beforeAll(async () => {
  forged = await aForgedSignIn();
});
beforeEach(() => forged.somebodyNew());

const AGAIN = `mutation { done: beginSignInAgain(provider: "national") { __typename ... on SignInAgain { address } } }`;
const WEIGHTY = 'mutation { beginAuthenticator { secret } }';
const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;
const at =
  (auth_time: unknown, more: object = {}): Issue =>
  (draft) =>
    sign({ ...draft, payload: { ...draft.payload, auth_time, ...more } });

async function ask(browser: RedirectingBrowser, query: string) {
  const response = await browser.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-heldwell-app': 'patient' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as {
    data: { done: { __typename: string; address: string } } | null;
    errors?: { extensions: { code: string } }[];
  };
  return { done: data?.done, code: errors?.[0]?.extensions.code ?? 'DONE' };
}
/** Whether a weighty act may be done, as the server says. */
const act = async (browser: RedirectingBrowser) => (await ask(browser, WEIGHTY)).code;

/** Somebody who came by the national sign-in and has no password, six minutes ago. */
async function somebodyIn(): Promise<RedirectingBrowser> {
  const browser = forged.server.browser();
  expect(await forged.signIn(at(seconds(0)), browser)).toBe('');
  await grow(6);
  return browser;
}
const grow = (minutes: number) =>
  forged.server.db.rows('update heldwell.session set started_at = started_at - make_interval(mins => $1)', [
    minutes,
  ]);

const leave = async (browser: RedirectingBrowser) => (await ask(browser, AGAIN)).done?.address ?? '';
async function signInAgain(browser: RedirectingBrowser, issue: Issue): Promise<string> {
  const { at: place } = await browser.open(back(forged.provider.codeFor(await leave(browser), issue)));
  return place;
}

describe('signing in again at the provider somebody came by', () => {
  it('asks them there anew, and makes weighty acts possible for five minutes', async () => {
    const browser = await somebodyIn();
    expect(await act(browser)).toBe('FRESH_SIGN_IN_NEEDED');
    const address = new URL(await leave(browser));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    const before = await forged.sessions();
    expect(await signInAgain(browser, at(seconds(0)))).toBe('/patient/sign-in/again/done');
    expect(await act(browser)).toBe('DONE');
    // Nobody was signed in anew: the session is the one that asked.
    expect(await forged.sessions()).toBe(before);
    await forged.server.db.rows(
      `update heldwell.session set confirmed_at = confirmed_at - interval '5 minutes' where confirmed_at is not null`,
    );
    expect(await act(browser)).toBe('FRESH_SIGN_IN_NEEDED');
  });

  const REFUSED: Record<string, Issue> = {
    'that does not say when they signed in': sign,
    'for which they signed in an hour before': at(seconds(-3600)),
    'for which they signed in a minute before it was asked': at(seconds(-60)),
    'that says a moment to come': at(seconds(60)),
    'that says it in words': at(String(seconds(0))),
    'of a lower level than any asked for': at(seconds(0), { vot: 'P0.Cp', identity_proofing_level: 'P0' }),
  };
  it.each(Object.entries(REFUSED))(
    'is refused by a token %s, and accepted by the good one',
    async (_what, issue) => {
      const browser = await somebodyIn();
      expect(await signInAgain(browser, issue)).toMatch(/^\/patient\/sign-in\/again\/(failed|prove)$/);
      expect(await act(browser)).toBe('FRESH_SIGN_IN_NEEDED');
      expect(await signInAgain(browser, at(seconds(0)))).toBe('/patient/sign-in/again/done');
      expect(await act(browser)).toBe('DONE');
    },
  );

  it('takes the same identity alone, in the session and the browser that asked, once', async () => {
    const browser = await somebodyIn();
    const { claims } = forged.provider;
    await forged.somebodyNew();
    const other = await somebodyIn();
    // Somebody else signs in there, known here or not.
    expect(await signInAgain(browser, at(seconds(0)))).toBe('/patient/sign-in/again/not-you');
    forged.provider.claims = { ...claims, sub: 'nobody-here' };
    expect(await signInAgain(browser, at(seconds(0)))).toBe('/patient/sign-in/again/not-you');
    forged.provider.claims = claims;
    const coming = forged.provider.codeFor(await leave(browser), at(seconds(0)));
    expect((await other.open(back(coming))).at).toContain('expired');
    // Signed out and in again on the way: another session.
    const session = browser.cookie('__Host-patient') ?? '';
    browser.keepCookie('__Host-patient', other.cookie('__Host-patient') ?? '');
    expect((await browser.open(back(coming))).at).toBe('/patient/sign-in/again/expired');
    browser.keepCookie('__Host-patient', session);
    expect((await browser.open(back(coming))).at).toContain('expired');
    for (const one of [browser, other]) expect(await act(one)).toBe('FRESH_SIGN_IN_NEEDED');
    expect(await signInAgain(browser, at(seconds(0)))).toBe('/patient/sign-in/again/done');
    expect(await act(browser)).toBe('DONE');
    expect(await act(other)).toBe('FRESH_SIGN_IN_NEEDED');
  });

  it('is begun with a provider one is linked to, by whoever is signed in', async () => {
    const nobody = await ask(forged.server.browser(), AGAIN);
    expect(nobody.code).toBe('UNAUTHENTICATED');
    const browser = await somebodyIn();
    const unlinked = AGAIN.replace('"national"', '"01890000-0000-7000-8000-000000000001"');
    expect((await ask(browser, unlinked)).code).toBe('BAD_USER_INPUT');
    expect((await ask(browser, AGAIN)).done?.__typename).toBe('SignInAgain');
  });

  it('says that they turned back, and leaves them signed in', async () => {
    const browser = await somebodyIn();
    const state = new URL(await leave(browser)).searchParams.get('state') ?? '';
    const { at: place } = await browser.open(`/sign-in/callback/national?error=access_denied&state=${state}`);
    expect(place).toBe('/patient/sign-in/again/cancelled');
    expect(await act(browser)).toBe('FRESH_SIGN_IN_NEEDED');
  });
});

describe('a session that a provider began', () => {
  it('is fresh where its person signed in there just now, and not where it knew them from before', async () => {
    for (const [issue, code] of [
      [at(seconds(0)), 'DONE'],
      [at(seconds(-600)), 'FRESH_SIGN_IN_NEEDED'],
      [sign, 'FRESH_SIGN_IN_NEEDED'],
    ] as const) {
      const browser = forged.server.browser();
      expect(await forged.signIn(issue, browser)).toBe('');
      expect(await act(browser)).toBe(code);
    }
  });
});

describe('unlinking a sign-in', () => {
  const UNLINK = 'mutation { done: unlinkSignIn(provider: "national") { __typename } }';
  const kindOf = async (browser: RedirectingBrowser) => {
    const { done, code } = await ask(browser, UNLINK);
    return done?.__typename ?? code;
  };

  it('needs a fresh sign-in and another way in, is told by mail, and ends that way in', async () => {
    const browser = await somebodyIn();
    const { email } = forged.provider.claims as { email: string };
    expect(await kindOf(browser)).toBe('FRESH_SIGN_IN_NEEDED');
    await signInAgain(browser, at(seconds(0)));
    expect(await kindOf(browser)).toBe('LastWayIn');
    await forged.server.db.rows(
      `insert into heldwell.passkey (id, person_id, credential_id, public_key, counter, transports, name, added_at)
       select gen_random_uuid(), person_id, 'k', 'k', 0, '{}', 'k', heldwell.now() from heldwell.session where ended_at is null
         and person_id in (select person_id from heldwell.person_identity) order by started_at desc, id desc limit 1`,
    );
    expect(await kindOf(browser)).toBe('SignInUnlinked');
    expect(await kindOf(browser)).toBe('BAD_USER_INPUT');
    const mails = (await postedMails(forged.server.db)).filter(({ to }) => to === email);
    expect(mails.map(({ subject }) => subject)).toEqual(['A linked sign-in was removed']);
    expect(JSON.stringify(mails)).not.toContain('national');
    expect(await forged.signIn(at(seconds(0)))).toBe('email-taken');
  });
});
