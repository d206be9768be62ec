import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../../test/builders/people.ts';
import { aSignInServer } from '../../../../test/harness/a-sign-in-server.ts';
import { postedMails } from '../../../../test/harness/posted-mails.ts';
import type { RedirectingBrowser } from '../../../../test/harness/redirecting-browser.ts';
import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import { writeId } from '../../../platform/global-id.ts';
import { takeUpAsDecided } from './waiting.ts';

let server: Awaited<ReturnType<typeof aSignInServer>>;
let team: MadeTeam;
beforeAll(async () => {
  server = await aSignInServer();
  team = await aTeam(server.db);
});

const NUMBERS = { amara: '9994120387', gareth: '9995871645', sunil: '9998614058' };

async function signInAs(browser: RedirectingBrowser, person: string, how = 'as_asked'): Promise<string> {
  const page = await browser.open('/sign-in/start/national');
  return (await browser.submit(page.at, { level: 'P9', case: how, do: 'go', person })).at;
}

/** A record the team cares for; nobody's, where it is not `taken`. */
async function known(
  number: string,
  { born, family, taken = false }: { born: string; family: string; taken?: boolean },
) {
  const made = await aPatient(server.db)
    .named('Jo', family)
    .known(number, born)
    .sharing('GENERAL', { with: team })
    .stored();
  if (!taken) await server.db.rows('update heldwell.patient set person_id = null where id = $1', [made.id]);
  return made;
}

const CASES = `query ($team: ID!) { team(id: $team) { matchCases {
  id kind reason sameNumber givenName familyName birthDate recordFamilyName recordTaken ifSamePerson } } }`;
const SETTLE = `mutation ($input: SettleMatchInput!) { done: settleMatch(input: $input) { __typename
  ... on MatchSettled { outcome } ... on FrontDeskRefused { why } } }`;

/** The one case that waits, and what is said of it. */
async function settleOne(samePerson: boolean) {
  const lead = await aProfessional(server.db, { team, role: 'COORDINATOR' });
  const desk = await server.asPerson(lead.email, 'PROFESSIONAL');
  const own = { team: writeId('TEAM', team.id) };
  const { matchCases } = (await desk.graphql(CASES, own)).team;
  expect(matchCases).toHaveLength(1);
  const [one] = matchCases;
  const input = { case: one.id, ...own, samePerson, documents: samePerson ? ['PASSPORT'] : [] };
  const { done } = await desk.graphql(SETTLE, { input });
  expect((await desk.graphql(CASES, own)).team.matchCases).toEqual([]);
  return { one, outcome: done.outcome ?? done.why ?? done.__typename };
}

const holderOf = async (patient: string): Promise<string | null> => {
  const [row] = await server.db.rows<{ person_id: string | null }>(
    'select person_id from heldwell.patient where id = $1',
    [patient],
  );
  return row?.person_id ?? null;
};

describe('a national sign-in that staff settled', () => {
  it('opens the record at the next sign-in of one and the same person, who is told to come again', async () => {
    const record = await known(NUMBERS.sunil, { born: '1954-03-08', family: 'Raoh' });
    expect(await signInAs(server.browser(), 'sunil')).toBe('/patient/sign-in/problem/waits');
    // However often they try, it is one case.
    expect(await signInAs(server.browser(), 'sunil')).toBe('/patient/sign-in/problem/waits');
    const { one, outcome } = await settleOne(true);
    expect(one).toEqual({
      ...{ id: one.id, kind: 'SIGN_IN', reason: 'NAMES_DIFFER', sameNumber: true, givenName: 'Sunil' },
      ...{ familyName: 'Rao', birthDate: '1954-08-30', recordFamilyName: 'Raoh', recordTaken: false },
      ifSamePerson: 'NEXT_SIGN_IN',
    });
    expect(outcome).toBe('NEXT_SIGN_IN');
    expect(await holderOf(record.id)).toBeNull();
    const mails = await postedMails(server.db, 'sunil.rao@example.org');
    expect(mails.map(({ subject }) => subject)).toEqual(['We have looked at your sign-in']);
    expect(JSON.stringify(mails)).not.toContain('Rao,');
    expect(await signInAs(server.browser(), 'sunil')).toBe('/patient/sharing/check');
    expect(await holderOf(record.id)).not.toBeNull();
    expect(await signInAs(server.browser(), 'sunil')).toBe('/patient/');
  });

  it('leads to the sign-in they have, where the record opens with that', async () => {
    const record = await known(NUMBERS.amara, { born: '1992-03-14', family: 'Nwosu', taken: true });
    expect(await signInAs(server.browser(), 'amara')).toBe('/patient/sign-in/problem/waits');
    const { one, outcome } = await settleOne(true);
    expect(one).toMatchObject({ reason: 'TAKEN', recordTaken: true, ifSamePerson: 'OTHER_SIGN_IN' });
    expect(outcome).toBe('OTHER_SIGN_IN');
    const browser = server.browser();
    expect(await signInAs(browser, 'amara')).toBe('/patient/sign-in/problem/has-sign-in');
    expect(await holderOf(record.id)).toBe(record.personId);
  });

  it('makes no other record of theirs a checked one, but where it says who they are', async () => {
    const decided = { outcome: 'OTHER_SIGN_IN', patient: randomUUID() } as const;
    const proved = {
      ...{ nhsNumber: NUMBERS.sunil, birthDate: '1954-08-30', givenName: 'Sunil', familyName: 'Rao' },
      email: null,
    };
    const takenUp = async (family: string) => {
      const own = await aPatient(server.db).named('Sunil', family).known('9990030405', '1954-08-30').stored();
      const said = await asSystem(server.db.services.database, 'a test', (manager) =>
        takeUpAsDecided(statementsOf(manager, server.db.sealing), decided, {
          personId: own.personId,
          proved,
        }),
      );
      await server.db.rows('delete from heldwell.patient_identity where patient_id = $1', [own.id]);
      return said.is;
    };
    expect(await takenUp('Raman')).toBe('NOT_THEIRS');
    expect(await takenUp('Rao')).toBe('TAKEN_UP');
  });

  it('gives somebody else a record of their own, without the number, and nothing of the other', async () => {
    const record = await known(NUMBERS.gareth, { born: '1950-01-01', family: 'Pritchard' });
    expect(await signInAs(server.browser(), 'gareth')).toBe('/patient/sign-in/problem/waits');
    expect((await settleOne(false)).outcome).toBe('NOT_SAME');
    const browser = server.browser();
    expect(await signInAs(browser, 'gareth')).toBe('/patient/');
    expect(await holderOf(record.id)).toBeNull();
    const [own] = await server.db.rows<{ id: string; numbered: boolean }>(
      `select p.id, i.nhs_number_hash is not null as numbered from heldwell.patient p
        join heldwell.patient_identity i on i.patient_id = p.id join heldwell.person_identity l on l.person_id = p.person_id
        where p.family_name = 'Pritchard' and p.id <> $1`,
      [record.id],
    );
    expect(own?.numbered).toBe(false);
    expect(await signInAs(server.browser(), 'gareth')).toBe('/patient/');
  });
});
