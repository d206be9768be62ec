import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient } from '../../../../test/builders/a-patient.ts';
import { aTeam, type MadeTeam } from '../../../../test/builders/people.ts';
import { aSignInServer, PUBLIC_URL } from '../../../../test/harness/a-sign-in-server.ts';
import type { RedirectingBrowser } from '../../../../test/harness/redirecting-browser.ts';
import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import { writeId } from '../../../platform/global-id.ts';
import { DEMO_CLIENT, staffIssuer } from '../../demo-sign-in/index.ts';
import { ensureProvider } from '../index.ts';

const ISSUER = staffIssuer(PUBLIC_URL, 'RF9');
const NHS = '9990000107';
let server: Awaited<ReturnType<typeof aSignInServer>>;
let team: MadeTeam;
let key: string;
beforeAll(async () => {
  server = await aSignInServer();
  const [organisation] = await server.db.rows<{ id: string }>(
    `insert into heldwell.organisation (id, ods_code, name) values (gen_random_uuid(), 'RF9', 'Fernside') returning id`,
  );
  const organisationId = organisation?.id ?? '';
  team = await aTeam(server.db, { code: 'FRT', name: 'Recovery', organisationId });
  const provider = { organisationId, issuer: ISSUER, clientId: DEMO_CLIENT, name: 'Fernside' };
  key = await asSystem(server.db.services.database, 'a test sets up', (manager) =>
    ensureProvider(statementsOf(manager, server.db.sealing), provider),
  );
  await aPatient(server.db).named('Jo', 'Ashcroft').known(NHS, '1971-03-04').stored();
});
beforeEach(() => server.db.rows('delete from heldwell.attempt'));

const chosen = { person: 'ife', case: 'as_asked', do: 'go' };

/** Somebody whom their employer signed in, a while ago; they never had a password here. */
async function somebodyIn(minutesAgo = 6): Promise<RedirectingBrowser> {
  const browser = server.browser();
  const { at } = await browser.open(`/sign-in/start/${key}`);
  expect((await browser.submit(at, chosen)).at).toBe('/professional/');
  await server.db.rows('update heldwell.session set started_at = started_at - make_interval(mins => $1)', [
    minutesAgo,
  ]);
  return browser;
}

async function ask(browser: RedirectingBrowser, query: string, variables: object = {}) {
  const response = await browser.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-heldwell-app': 'professional' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: { done?: { __typename: string; address: string } } | null;
    errors?: { extensions: { code: string } }[];
  };
  return { ...data?.done, data, is: data?.done?.__typename ?? errors?.[0]?.extensions.code };
}

async function breaksTheGlass(browser: RedirectingBrowser) {
  const input = {
    ...{ nhsNumber: NHS, birthDate: '1971-03-04', familyName: 'Ashcroft' },
    ...{ team: writeId('TEAM', team.id), reason: 'Found unwell in the street.' },
  };
  const query =
    'mutation ($input: OpenInEmergencyInput!) { done: openInEmergency(input: $input) { __typename } }';
  return (await ask(browser, query, { input })).is;
}

async function signsInAgain(browser: RedirectingBrowser, choice: object = {}): Promise<string> {
  const query =
    'mutation ($key: ID!) { done: beginSignInAgain(provider: $key) { __typename ... on SignInAgain { address } } }';
  const { address = '' } = await ask(browser, query, { key });
  const page = await browser.open(address);
  // However lately they were there: the provider asks.
  expect(page.at).toContain('/interaction/');
  return (await browser.submit(page.at, { ...chosen, ...choice })).at;
}

describe('staff whom their employer signs in', () => {
  it('break the glass by signing in again there', async () => {
    const browser = await somebodyIn();
    const { data } = await ask(browser, '{ viewer { linkedProviders { id name } } }');
    expect(data).toEqual({ viewer: { linkedProviders: [{ id: key, name: 'Fernside' }] } });
    expect(await breaksTheGlass(browser)).toBe('FRESH_SIGN_IN_NEEDED');
    expect(await signsInAgain(browser)).toBe('/professional/sign-in/again/done');
    expect(await breaksTheGlass(browser)).toBe('OpenedInEmergency');
  });

  it('do not, when they are somebody else there, or come silently', async () => {
    const browser = await somebodyIn();
    expect(await signsInAgain(browser, { person: 'bell' })).toBe('/professional/sign-in/again/not-you');
    expect(await breaksTheGlass(browser)).toBe('FRESH_SIGN_IN_NEEDED');
    // Nobody was made of the stranger on the way.
    const strangers = await server.db.rows(`select from heldwell.person where family_name = 'Bell'`);
    expect(strangers).toEqual([]);
    await browser.submit((await browser.open(`/sign-in/start/${key}`)).at, chosen);
    expect(await breaksTheGlass(browser)).toBe('OpenedInEmergency');
    const launched = await browser.open(`/launch?${new URLSearchParams({ iss: ISSUER })}`);
    expect(launched.at).toBe('/professional/');
    expect(await breaksTheGlass(browser)).toBe('FRESH_SIGN_IN_NEEDED');
  });

  it('do not, once their employer names them in no team: that is what it says at every sign-in', async () => {
    const browser = await somebodyIn();
    expect(await signsInAgain(browser, { case: 'other' })).toBe(
      '/professional/sign-in/again/other-organisation',
    );
    expect(await breaksTheGlass(browser)).toBe('FRESH_SIGN_IN_NEEDED');
    expect(await signsInAgain(browser, { case: 'no_team' })).toBe('/professional/sign-in/again/no-team');
    expect(await breaksTheGlass(browser)).toBe('UNAUTHENTICATED');
  });
});
