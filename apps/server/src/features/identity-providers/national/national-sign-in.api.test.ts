import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../../test/builders/a-patient.ts';
import { aPerson } from '../../../../test/builders/people.ts';
import { aSignInServer } from '../../../../test/harness/a-sign-in-server.ts';
import { postedMails } from '../../../../test/harness/posted-mails.ts';
import type { RedirectingBrowser } from '../../../../test/harness/redirecting-browser.ts';
import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import { recoverSignIn, startSession } from '../../sign-in/index.ts';

let server: Awaited<ReturnType<typeof aSignInServer>>;
beforeAll(async () => {
  server = await aSignInServer();
});

const NUMBERS = { nia: '9991583262', amara: '9994120387', gareth: '9995871645', sunil: '9998614058' };

interface Choice {
  person: string;
  level?: 'P5' | 'P9';
  case?: string;
  do?: string;
}

/** Goes to Demo sign-in and comes back; where the browser ends. */
async function signInAs(browser: RedirectingBrowser, choice: Choice): Promise<string> {
  const page = await browser.open('/sign-in/start/national');
  expect(page.status, page.text).toBe(200);
  const filled = { level: 'P9', case: 'as_asked', do: 'go', ...choice };
  return (await browser.submit(page.at, filled)).at;
}

const WHO =
  '{ viewer { person { givenName familyName email } record { nhsNumber birthDate } linkedSignIns } }';
async function viewer(browser: RedirectingBrowser) {
  const response = await browser.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-heldwell-app': 'patient' },
    body: JSON.stringify({ query: WHO }),
  });
  const { data } = (await response.json()) as { data: { viewer: Record<string, unknown> | null } };
  return data.viewer;
}

/** A record that nobody took up yet. */
async function unclaimed(nhsNumber: string, birthDate: string, familyName: string): Promise<string> {
  const made = await aPatient(server.db).named('Jo', familyName).known(nhsNumber, birthDate).stored();
  await server.db.rows('update heldwell.patient set person_id = null where id = $1', [made.id]);
  return made.id;
}

describe('signing in by a national sign-in', () => {
  it('makes a record for somebody new at P9, and knows them again, also at a lower level', async () => {
    const browser = server.browser();
    expect(await signInAs(browser, { person: 'nia' })).toBe('/patient/');
    expect(await viewer(browser)).toEqual({
      person: { givenName: 'Nia', familyName: 'Fairweather', email: 'nia.fairweather@example.org' },
      record: { nhsNumber: NUMBERS.nia, birthDate: '1988-11-03' },
      linkedSignIns: ['Demo sign-in'],
    });
    const again = server.browser();
    expect(await signInAs(again, { person: 'nia', level: 'P5' })).toBe('/patient/');
    expect((await viewer(again))?.record).toMatchObject({ nhsNumber: NUMBERS.nia });
    const checks = await server.db.rows<{ how: string }>('select how from heldwell.identity_check');
    expect(checks).toEqual([{ how: 'NATIONAL_SIGN_IN' }]);
  });

  it('lets nobody in whose link is taken away meanwhile', async () => {
    const [linked, late] = [server.browser(), server.browser()];
    expect(await signInAs(linked, { person: 'nia' })).toBe('/patient/');
    const { db } = server;
    const coming = await asSystem(db.services.database, 'a test takes a link away', async (manager) => {
      const runs = statementsOf(manager, db.sealing);
      await recoverSignIn(runs, {
        email: 'nia.fairweather@example.org',
        checkedBy: 'Jo Whitlock',
        byMail: false,
      });
      const entering = signInAs(late, { person: 'nia', level: 'P5' });
      await delay(600);
      return { entering };
    });
    expect(await coming.entering).not.toBe('/patient/');
    expect(await viewer(late)).toBeNull();
  });

  it('takes up the record of that NHS number and birth date when it is nobody’s yet', async () => {
    const id = await unclaimed(NUMBERS.gareth, '1968-05-22', 'PRITCHARD');
    const browser = server.browser();
    expect(await signInAs(browser, { person: 'gareth' })).toBe('/patient/sharing/check');
    const [row] = await server.db.rows<{ claimed: boolean }>(
      'select person_id is not null as claimed from heldwell.patient where id = $1',
      [id],
    );
    expect(row?.claimed).toBe(true);
  });

  it('lets staff look where the birth date does not fit or the record is somebody’s, and never says which', async () => {
    await unclaimed(NUMBERS.sunil, '1954-08-30', 'Rao');
    const taken = await aPatient(server.db)
      .named('Amara', 'Nwosu')
      .known(NUMBERS.amara, '1992-03-14')
      .stored();
    const [mismatch, claimed] = [server.browser(), server.browser()];
    expect(await signInAs(mismatch, { person: 'sunil', case: 'birth_date' })).toBe(
      '/patient/sign-in/problem/waits',
    );
    expect(await signInAs(claimed, { person: 'amara' })).toBe('/patient/sign-in/problem/waits');
    expect(await viewer(mismatch)).toBeNull();
    expect(await viewer(claimed)).toBeNull();
    const [waits] = await server.db.rows<{ count: number }>(
      'select count(*)::int from heldwell.identity_wait',
    );
    expect(waits?.count).toBe(2);
    const people = await server.db.rows('select from heldwell.person_identity where person_id = $1', [
      taken.personId,
    ]);
    expect(people).toEqual([]);
    // The one that fits is taken up.
    expect(await signInAs(server.browser(), { person: 'sunil' })).toBe('/patient/sharing/check');
  });

  it('refuses kindly who is under sixteen, turned back, proved too little or left something out', async () => {
    const ends = async (choice: Choice) => (await signInAs(server.browser(), choice)).split('/').at(-1);
    expect(await ends({ person: 'theo' })).toBe('under-16');
    expect(await ends({ person: 'meiling', do: 'cancel' })).toBe('cancelled');
    expect(await ends({ person: 'meiling', level: 'P5' })).toBe('prove');
    expect(await ends({ person: 'meiling', case: 'low' })).toBe('prove');
    expect(await ends({ person: 'meiling', case: 'no_number' })).toBe('incomplete');
    expect(await ends({ person: 'meiling', case: 'no_email' })).toBe('no-email');
  });

  it('never links by e-mail: who has that address here signs in with it first', async () => {
    const known = await aPerson(server.db, { email: 'meiling.carter@example.org' });
    const browser = server.browser();
    expect(await signInAs(browser, { person: 'meiling' })).toBe('/patient/sign-in/problem/email-taken');
    expect(await viewer(browser)).toBeNull();
    const links = await server.db.rows('select from heldwell.person_identity where person_id = $1', [
      known.personId,
    ]);
    expect(links).toEqual([]);
  });
});

describe('linking a national sign-in to the sign-in somebody has', () => {
  const LINK = `mutation { linkSignIn(provider: "national") { __typename address } }`;

  it('goes through when the record is theirs, and only for who began it in this browser', async () => {
    await server.db.rows('delete from heldwell.person_identity');
    const [record] = await server.db.rows<{ person_id: string }>(
      `select person_id from heldwell.patient where family_name = 'Nwosu'`,
    );
    const token = await sessionOf(record?.person_id ?? '');
    const browser = server.browser();
    browser.keepCookie('__Host-patient', token);
    const { address } = (await begin(browser)) as { address: string };
    const page = await browser.open(address);
    const stranger = server.browser();
    expect((await stranger.open(address)).at).toContain('/demo-sign-in/people/interaction/');
    const done = await browser.submit(page.at, { person: 'amara', level: 'P9', case: 'as_asked', do: 'go' });
    expect(done.at).toBe('/patient/more/sign-in-elsewhere?linked=1');
    expect(await signInAs(server.browser(), { person: 'amara' })).toBe('/patient/');
  });

  it('asks for a fresh sign-in, and tells its person by mail', async () => {
    const { personId } = await aPatient(server.db).stored();
    const token = await sessionOf(personId);
    await server.db.rows(
      `update heldwell.session set started_at = started_at - interval '6 minutes' where person_id = $1`,
      [personId],
    );
    const browser = server.browser();
    browser.keepCookie('__Host-patient', token);
    expect(await begin(browser)).toBe('FRESH_SIGN_IN_NEEDED');
    await server.db.rows('update heldwell.session set confirmed_at = heldwell.now() where person_id = $1', [
      personId,
    ]);
    expect(await begin(browser)).toMatchObject({ __typename: 'SignInToLink' });
    // The link of the test before this one was told; that one is begun again says nothing yet.
    const told = (await postedMails(server.db)).filter(({ subject }) => subject.includes('linked to yours'));
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('Demo');
  });

  /** Where it leads, or the code of the error in its place. */
  async function begin(browser: RedirectingBrowser) {
    const response = await browser.ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-heldwell-app': 'patient' },
      body: JSON.stringify({ query: LINK }),
    });
    const { data, errors } = (await response.json()) as {
      data: { linkSignIn: { __typename: string; address: string } } | null;
      errors?: { extensions: { code: string } }[];
    };
    return data?.linkSignIn ?? errors?.[0]?.extensions.code;
  }

  const sessionOf = (personId: string): Promise<string> =>
    asSystem(server.db.services.database, 'a test signs in', (manager) =>
      startSession(manager, personId, 'PATIENT'),
    );
});
