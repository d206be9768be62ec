import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient } from '../../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../../test/builders/people.ts';
import { aSignInServer, PUBLIC_URL } from '../../../../test/harness/a-sign-in-server.ts';
import type { RedirectingBrowser } from '../../../../test/harness/redirecting-browser.ts';
import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import { writeId } from '../../../platform/global-id.ts';
import { DEMO_CLIENT, demoSubject, staffIssuer } from '../../demo-sign-in/index.ts';
import { emailHash } from '../../sign-in/index.ts';
import { ensureIdentity, ensureProvider } from '../index.ts';

let server: Awaited<ReturnType<typeof aSignInServer>>;
let team: MadeTeam;
let other: MadeTeam;
let key: string;
beforeAll(async () => {
  server = await aSignInServer();
  // The codes of the demo's stand-in for Fernside.
  const [organisation] = await server.db.rows<{ id: string }>(
    `insert into heldwell.organisation (id, ods_code, name) values (gen_random_uuid(), 'RF9', 'Fernside') returning id`,
  );
  const organisationId = organisation?.id ?? '';
  team = await aTeam(server.db, { code: 'FRT', name: 'Recovery', organisationId });
  other = await aTeam(server.db, { code: 'CRISIS', name: 'Crisis', organisationId });
  key = await asRuns((runs) =>
    ensureProvider(runs, { organisationId, issuer: ISSUER, clientId: DEMO_CLIENT, name: 'Fernside' }),
  );
});
beforeEach(() => server.db.rows('delete from heldwell.attempt'));

const ISSUER = staffIssuer(PUBLIC_URL, 'RF9');
const asRuns = <T>(work: (runs: ReturnType<typeof statementsOf>) => Promise<T>): Promise<T> =>
  asSystem(server.db.services.database, 'a test sets up', (manager) =>
    work(statementsOf(manager, server.db.sealing)),
  );

async function choose(
  browser: RedirectingBrowser,
  at: string,
  chosen: Record<string, string> = {},
): Promise<string> {
  return (await browser.submit(at, { person: 'ife', case: 'as_asked', do: 'go', ...chosen })).at;
}
async function signIn(browser: RedirectingBrowser, chosen: Record<string, string> = {}): Promise<string> {
  return choose(browser, (await browser.open(`/sign-in/start/${key}`)).at, chosen);
}
async function ask(browser: RedirectingBrowser, query: string) {
  const response = await browser.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-heldwell-app': 'professional' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { viewer: null | Record<string, unknown> } };
  return data.viewer;
}
const WHO = '{ viewer { person { givenName familyName } teams { name } } }';
const memberships = () =>
  server.db.rows<{ code: string; role: string; left: boolean }>(
    `select t.code, m.role, m.left_at is not null as left from heldwell.team_member m join heldwell.team t on t.id = m.team_id
     join heldwell.person p on p.id = m.person_id where p.family_name = 'Lawal' order by t.code`,
  );

describe('signing in by an employer', () => {
  it('makes, changes and ends memberships as the claims say, each time', async () => {
    const browser = server.browser();
    expect(await signIn(browser)).toBe('/professional/');
    expect(await ask(browser, WHO)).toEqual({
      person: { givenName: 'Ife', familyName: 'Lawal' },
      teams: [{ name: 'Recovery' }],
    });
    expect(await memberships()).toEqual([{ code: 'FRT', role: 'MEMBER', left: false }]);
    expect(await signIn(server.browser(), { case: 'coordinator' })).toBe('/professional/');
    expect(await memberships()).toEqual([{ code: 'FRT', role: 'COORDINATOR', left: false }]);
    // A team of the employer's that the claims do not name is left; one of another organisation's is not theirs to say.
    const elsewhere = await aTeam(server.db);
    await server.db.rows(
      `insert into heldwell.team_member (team_id, person_id, role)
       select t, p.id, 'MEMBER' from heldwell.person p, unnest($1::uuid[]) t where p.family_name = 'Lawal'`,
      [[other.id, elsewhere.id]],
    );
    expect(await signIn(server.browser())).toBe('/professional/');
    expect(await memberships()).toEqual([
      { code: 'CRISIS', role: 'MEMBER', left: true },
      { code: 'FRT', role: 'MEMBER', left: false },
      { code: elsewhere.code, role: 'MEMBER', left: false },
    ]);
    await server.db.rows('delete from heldwell.team_member where team_id = $1', [elsewhere.id]);
  });

  it('ends what an open session sees of a team that was left, and begins none where no team is named', async () => {
    const [open, next] = [server.browser(), server.browser()];
    await signIn(open);
    expect(await ask(open, WHO)).toMatchObject({ teams: [{ name: 'Recovery' }] });
    expect(await signIn(next, { case: 'no_team' })).toBe('/professional/sign-in/problem/no-team');
    expect(await ask(next, WHO)).toBeNull();
    expect((await memberships()).find(({ code }) => code === 'FRT')?.left).toBe(true);
    // Who works nowhere has no open session in the console either.
    expect(await ask(open, WHO)).toBeNull();
    // Named again, it is joined again.
    expect(await signIn(next)).toBe('/professional/');
    expect(await ask(next, WHO)).toMatchObject({ teams: [{ name: 'Recovery' }] });
  });

  it('refuses the claims of another organisation, and an e-mail that is somebody’s here', async () => {
    expect(await signIn(server.browser(), { case: 'other' })).toBe(
      '/professional/sign-in/problem/other-organisation',
    );
    const known = await aProfessional(server.db, { team });
    await server.db.rows('update heldwell.person set email_hash = $2 where id = $1', [
      known.personId,
      emailHash(server.db.sealing, 'tom.bell@example.org'),
    ]);
    const browser = server.browser();
    expect(await signIn(browser, { person: 'bell' })).toBe('/professional/sign-in/problem/email-taken');
    await asRuns((runs) =>
      ensureIdentity(runs, { issuer: ISSUER, subject: demoSubject('bell') }, known.personId),
    );
    expect(await signIn(browser, { person: 'bell' })).toBe('/professional/');
  });
});

describe('a launch', () => {
  const NUMBER = '9994120387';
  const address = (more: Record<string, string>) =>
    `/launch?${new URLSearchParams({ iss: ISSUER, patient: NUMBER, page: 'results', ...more })}`;

  it('ends on the patient and page in the team that may see them, silently where the provider knows who it is', async () => {
    const patient = await aPatient(server.db)
      .named('Amara', 'Nwosu')
      .known(NUMBER, '1992-03-14')
      .sharing('GENERAL', { with: team })
      .stored();
    const browser = server.browser();
    const shown = await browser.open(address({}));
    expect(shown.at).toContain('/interaction/');
    const place = `/professional/teams/${writeId('TEAM', team.id)}/patients/${patient.recordId}`;
    expect(await choose(browser, shown.at)).toBe(`${place}/results`);
    expect((await browser.open(address({}))).at).toBe(`${place}/results`);
    expect((await browser.open(address({ patient: patient.recordId, page: 'timeline' }))).at).toBe(
      `${place}/timeline`,
    );
    const posted = await browser.submit('/launch', { iss: ISSUER, patient: NUMBER, page: 'messages' });
    expect(posted.at).toBe(`${place}/messages`);
  });

  it('ends where access is asked for, alike for a record that is hidden and one that does not exist', async () => {
    const hidden = await aPatient(server.db).known('9995871645', '1968-05-22').stored();
    const browser = server.browser();
    await signIn(browser);
    const ask = `/professional/teams/${writeId('TEAM', team.id)}/patients/ask`;
    for (const patient of [
      '9995871645',
      '9998614058',
      hidden.recordId,
      writeId('RECORD', other.id),
      'nonsense',
    ]) {
      expect((await browser.open(address({ patient }))).at, patient).toBe(ask);
    }
  });

  it('leads nowhere else, whatever page or address it is given', async () => {
    const browser = server.browser();
    await signIn(browser);
    const record = `/professional/teams/${writeId('TEAM', team.id)}/patients/`;
    for (const page of ['//evil.example', 'https://evil.example', '../../..', '__proto__', 'constructor']) {
      const { at } = await browser.open(address({ page, target_link_uri: 'https://evil.example/' }));
      expect(at.startsWith(record), `${page} ${at}`).toBe(true);
      expect(at).not.toContain('evil');
    }
    expect((await browser.open('/launch?iss=https%3A%2F%2Fevil.example&patient=1')).at).toBe(
      '/professional/sign-in/problem/unknown-provider',
    );
    expect((await browser.open('/launch')).at).toBe('/professional/sign-in/problem/unknown-provider');
  });

  it('keeps no NHS number readable while it is under way', async () => {
    await server.browser().open(address({}));
    const [row] = await server.db.rows<{ target: Buffer }>(
      'select target from heldwell.provider_sign_in where target is not null order by started_at desc limit 1',
    );
    expect(row?.target.toString('latin1')).not.toContain(NUMBER);
  });
});
