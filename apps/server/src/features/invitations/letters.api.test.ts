import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aTeam } from '../../../test/builders/people.ts';
import { runsOf } from '../../../test/builders/sealed.ts';
import { unique } from '../../../test/builders/unique.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { makeLetter } from './index.ts';

const PASSWORD = 'three quiet green lamps';
const BORN = '1984-05-06';
const OPEN = `mutation ($input: LetterInput!) { openLetter(input: $input) { __typename
  ... on LetterOpened { organisationName asksEmailCode brand { serviceName welcome } } ... on LetterRefused { message } } }`;
const ACCEPT = `mutation ($input: AcceptLetterInput!) { acceptLetter(input: $input) { __typename ... on Problem { message }
  ... on SignedIn { viewer { recordState record { id givenName state identityChecks { how organisationName } timeline { nodes { id } } } } } } }`;
const USE = `mutation ($input: LetterInput!) { useLetter(input: $input) { __typename
  ... on SignedIn { viewer { recordState record { id givenName } } } } }`;

let server: TestServer;
let organisationId: string;
beforeAll(async () => {
  server = await aServer(await aDatabase({ pool: 20 }));
  organisationId = (await aTeam(server.db)).organisationId;
  await server.db.rows(
    `update heldwell.organisation set name = 'Fern Trust', service_name = 'Fern Record', welcome = 'Hello from Fern'
     where id = $1`,
    [organisationId],
  );
});

/** A record that an organisation feeds and nobody has. */
async function waitingRecord(birthDate = BORN) {
  const made = await aPatient(server.db)
    .named('Jo', 'Bell')
    .known('9434765919', birthDate)
    .withEntry()
    .stored();
  await server.db.rows('delete from heldwell.identity_check where patient_id = $1', [made.id]);
  await server.db.rows('update heldwell.patient set person_id = null where id = $1', [made.id]);
  await server.db.rows('update heldwell.patient_identity set nhs_number_hash = null where patient_id = $1', [
    made.id,
  ]);
  await server.db.rows('update heldwell.entry set source_organisation_id = $2 where patient_id = $1', [
    made.id,
    organisationId,
  ]);
  return made;
}

async function letterFor(patientId: string) {
  const letter = await makeLetter(runsOf(server.db), { patientId, organisationId, checkedBy: 'Tom Bell' });
  if (letter.is !== 'MADE') throw new Error(`No letter: ${letter.is}`);
  return { firstCode: letter.first, secondCode: letter.second, birthDate: BORN };
}

const stateOf = async (patient: string) =>
  (await server.db.rows<{ state: string }>('select heldwell.record_state($1) as state', [patient]))[0]?.state;
const open = async (input: object, client = server.asNobody('PATIENT')) =>
  (await client.graphql(OPEN, { input })).openLetter;
const accept = async (
  letter: object,
  client: AppClient = server.asNobody('PATIENT'),
  email = `l${unique()}@example.org`,
) => (await client.graphql(ACCEPT, { input: { letter, email, password: PASSWORD } })).acceptLetter;

describe('a letter', () => {
  it('opens the record with both codes and the birth date, however typed, and is a check of its organisation', async () => {
    const record = await waitingRecord();
    expect(await stateOf(record.id)).toBe('UNREGISTERED');
    const letter = await letterFor(record.id);
    expect(await stateOf(record.id)).toBe('INVITED');
    const typed = { ...letter, firstCode: ` ${letter.firstCode.toLowerCase().replace('-', ' ')}` };
    expect(await open(typed)).toEqual({
      ...{ __typename: 'LetterOpened', organisationName: 'Fern Trust', asksEmailCode: false },
      brand: { serviceName: 'Fern Record', welcome: 'Hello from Fern' },
    });
    const { viewer } = await accept(typed);
    expect(viewer).toEqual({
      recordState: 'REGISTERED',
      record: {
        ...{ id: record.recordId, givenName: 'Jo', state: 'REGISTERED' },
        identityChecks: [{ how: 'LETTER', organisationName: 'Fern Trust' }],
        timeline: { nodes: [{ id: record.entryId() }] },
      },
    });
  });

  it('says the same whatever is wrong, counts it, and is dead after five wrong tries', async () => {
    const record = await waitingRecord();
    const letter = await letterFor(record.id);
    const wrong = [
      { ...letter, secondCode: 'AAAA-AAAA' },
      { ...letter, birthDate: '1984-05-07' },
      { ...letter, firstCode: 'AAAA-AAAA' },
      { ...letter, secondCode: letter.firstCode },
    ];
    const answers = [];
    for (const one of wrong) answers.push(await open(one));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.__typename).toBe('LetterRefused');
    expect((await open(letter)).__typename).toBe('LetterOpened');
    await open({ ...letter, birthDate: '1990-01-01' });
    expect((await open(letter)).__typename).toBe('LetterOpened');
    await open({ ...letter, birthDate: '1990-01-01' });
    expect(await open(letter)).toEqual(answers[0]);
    expect((await accept(letter)).__typename).toBe('LetterRefused');
    expect(await stateOf(record.id)).toBe('UNREGISTERED');
  });

  it('works for exactly one of fifty who use it at once', async () => {
    const record = await waitingRecord();
    const letter = await letterFor(record.id);
    await server.db.rows('delete from heldwell.attempt');
    const answers = [];
    // Thirty tries an address in a quarter of an hour: the rest come from elsewhere, as it were.
    for (const part of [25, 25]) {
      await server.db.rows('delete from heldwell.attempt');
      answers.push(...(await Promise.all(Array.from({ length: part }, () => accept(letter)))));
    }
    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'SignedIn')).toHaveLength(1);
    expect(new Set(kinds)).toEqual(new Set(['SignedIn', 'LetterRefused']));
    const [row] = await server.db.rows<{ people: number }>(
      `select count(*)::int as people from heldwell.identity_check where patient_id = $1`,
      [record.id],
    );
    expect(row?.people).toBe(1);
  }, 60_000);

  it('dies with the next one, runs out after sixty days, and is made for nobody under 16, dead, or with a record taken up', async () => {
    await server.db.rows('delete from heldwell.attempt');
    const record = await waitingRecord();
    const [first, second] = [await letterFor(record.id), await letterFor(record.id)];
    expect((await open(first)).__typename).toBe('LetterRefused');
    expect((await open(second)).__typename).toBe('LetterOpened');
    await server.db.rows(
      `update heldwell.invitation set expires_at = expires_at - interval '60 days' where patient_id = $1`,
      [record.id],
    );
    expect((await open(second)).__typename).toBe('LetterRefused');
    const by = { organisationId, checkedBy: 'Tom Bell' };
    const made = (patientId: string) =>
      makeLetter(runsOf(server.db), { patientId, ...by }).then(({ is }) => is);
    const young = await waitingRecord(`${new Date().getFullYear() - 10}-01-01`);
    expect(await made(young.id)).toBe('UNDER_16');
    await server.db.rows('update heldwell.patient set deceased = true where id = $1', [record.id]);
    expect(await made(record.id)).toBe('DECEASED');
    expect(await made((await aPatient(server.db).stored()).id)).toBe('TAKEN');
    expect(await made('019e0000-0000-7000-8000-000000000000')).toBe('NO_RECORD');
  });

  it('entered by somebody signed in makes an empty record give way, and leaves one with writing in it to staff', async () => {
    await server.db.rows('delete from heldwell.attempt');
    const waiting = await waitingRecord();
    const empty = await aPatient(server.db).named('Mine', 'Empty').stored();
    const client = await server.asPerson(empty.email, 'PATIENT');
    const used = (await client.graphql(USE, { input: await letterFor(waiting.id) })).useLetter;
    expect(used.viewer).toEqual({
      recordState: 'REGISTERED',
      record: { id: waiting.recordId, givenName: 'Jo' },
    });
    const other = await waitingRecord();
    const written = await aPatient(server.db).named('Mine', 'Written').withEntry().stored();
    const writer = await server.asPerson(written.email, 'PATIENT');
    const answer = (await writer.graphql(USE, { input: await letterFor(other.id) })).useLetter;
    expect(answer.__typename).toBe('RecordsToMatch');
    const { viewer } = await writer.graphql('{ viewer { record { id } } }');
    expect(viewer.record.id).toBe(written.recordId);
    const [match] = await server.db.rows(
      'select patient_id, other_patient_id, reason, how from heldwell.record_match',
    );
    expect(match).toEqual({
      ...{ patient_id: written.id, other_patient_id: other.id, reason: 'NOT_EMPTY', how: 'LETTER' },
    });
  });

  it('keeps neither code nor birth date where a stolen database shows it', async () => {
    const record = await waitingRecord();
    const letter = await letterFor(record.id);
    const [row] = await server.db.rows<{ text: string }>(
      'select i::text as text from heldwell.invitation i where patient_id = $1',
      [record.id],
    );
    for (const code of [letter.firstCode, letter.secondCode]) {
      const plain = code.replace('-', '');
      for (const form of [code, plain, Buffer.from(plain).toString('hex')])
        expect(row?.text).not.toContain(form);
    }
  });
});
