import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { aPatient } from '../../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { postedMails } from '../../../../test/harness/posted-mails.ts';
import { writeId } from '../../../platform/global-id.ts';

const MANY = `mutation ($input: InviteManyInput!) { done: inviteMany(input: $input) { problem line missing total next
  rows { line name way outcome faults } letters { name firstCode } letterhead { team } } }`;
const HEAD = 'NHS number,Family name,Given name,Date of birth,E-mail,Way';

let server: TestServer;
let team: MadeTeam;
let coordinator: AppClient;
let member: AppClient;

beforeEach(async () => {
  server ??= await aServer();
  team = await aTeam(server.db);
  coordinator = await server.asPerson(
    (await aProfessional(server.db, { team, role: 'COORDINATOR' })).email,
    'PROFESSIONAL',
  );
  member = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
});

const input = (rows: string[], more: object = {}) => ({
  ...{ id: randomUUID(), team: writeId('TEAM', team.id), text: [HEAD, ...rows].join('\r\n') },
  ...{ dryRun: false, documentsChecked: true, ...more },
});
const many = async (list: object, by = coordinator) => (await by.graphql(MANY, { input: list })).done;
const recordsOfTeam = async () =>
  (await server.db.rows('select 1 from heldwell.caseload where team_id = $1', [team.id])).length;

it('says what would happen and stores nothing, whoever is known', async () => {
  await aPatient(server.db).named('Kit', 'Known').known('9434765919', '1980-02-01').stored();
  const rows = [
    '9434765919,Known,Kit,01/02/1980,,',
    ',Lee,Ann,1980-02-01,ann@example.org,',
    '1,,Bob,,,pigeon',
  ];
  const done = await many(input(rows, { dryRun: true, documentsChecked: false }));
  expect(done).toMatchObject({ problem: null, total: 3, next: null, letters: [] });
  expect(done.rows.map(({ line, outcome }: { line: number; outcome: string }) => [line, outcome])).toEqual([
    [2, 'WILL_LETTER'],
    [3, 'WILL_EMAIL'],
    [4, 'WRONG'],
  ]);
  expect(done.rows[2].faults).toEqual([
    'NHS_NUMBER_WRONG',
    'FAMILY_NAME_MISSING',
    'BIRTH_DATE_MISSING',
    'WAY_UNKNOWN',
  ]);
  expect(await recordsOfTeam()).toBe(0);
  expect(await many(input(rows, { dryRun: true }), member)).toBeNull();
});

it('does each good row once, leaves the wrong ones, and does nothing twice', async () => {
  const owner = await aPatient(server.db).named('Kit', 'Known').known('9990000018', '1980-02-01').stored();
  const email = `ann.${randomUUID()}@example.org`;
  const list = input([
    `,Lee,Ann,1980-02-01,${email},`,
    ',Lee,Bob,1981-02-01,,letter',
    ',Lee,Cy,1981-02-31,,letter',
    ',Lee,Child,2016-02-01,,letter',
    '9990000018,Known,Kit,1980-02-01,,letter',
    '9990000018,Other,Kit,1980-02-01,,letter',
    ',Lee,Dan,1980-02-02,,',
  ]);
  const first = await many(list);
  expect(first.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    ...[
      'EMAILED',
      'LETTER_MADE',
      'WRONG',
      'UNDER_SIXTEEN',
      'ALREADY_HERE',
      expect.any(String),
      'LETTER_MADE',
    ],
  ]);
  expect(first.letters.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['Bob Lee', 'Dan Lee']),
  );
  expect(first.letterhead).toEqual({ team: team.name });
  const again = await many(list);
  expect(again.rows).toEqual(first.rows);
  expect(again.letters).toEqual([]);
  expect((await postedMails(server.db)).filter(({ to }) => to === email)).toHaveLength(1);
  expect((await many({ ...list, text: `${list.text}\n,Lee,Eve,1980-02-01,,` })).problem).toBe(
    'SENT_DIFFERENTLY',
  );
  const [told] = await server.db.rows('select kind from heldwell.notice where person_id = $1', [
    owner.personId,
  ]);
  expect(told).toEqual({ kind: 'ACCESS_GIVEN' });
});

it('lets a mismatch wait, mails nobody before somebody was checked, and goes on where it stopped', async () => {
  await aPatient(server.db).named('Kit', 'Known').known('9990000034', '1980-02-01').stored();
  const mismatch = await many(input(['9990000034,Known,Kit,1981-02-01,,letter']));
  expect(mismatch.rows[0].outcome).toBe('WAITING');
  const unchecked = input([',Lee,Ann,1980-02-01,a@example.org,'], { documentsChecked: false });
  expect((await many(unchecked)).problem).toBe('DOCUMENTS_NOT_CHECKED');
  const list = input(Array.from({ length: 60 }, (_, at) => `,Row,Ann,${1920 + at}-02-01,,letter`));
  const part = await many(list);
  expect([part.rows.length, part.next, part.total]).toEqual([50, 51, 60]);
  const rest = await many({ ...list, after: part.next });
  expect([rest.rows.length, rest.next]).toEqual([10, null]);
  expect(await recordsOfTeam()).toBe(60);
  expect(await many(list, member)).toBeNull();
});

it('says where a broken list breaks', async () => {
  expect(await many(input([',Lee,"Ann,1980-02-01,,']))).toMatchObject({ problem: 'QUOTES', rows: [] });
  expect(await many({ ...input([]), text: 'Name;Born\nAnn;1980' })).toMatchObject({
    ...{ problem: 'HEADINGS', line: 1 },
    missing: ['nhsNumber', 'familyName', 'givenName'],
  });
});
