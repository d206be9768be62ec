import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { lastMailTo, postedMails } from '../../../test/builders/posted-mails.ts';
import { runsOf } from '../../../test/builders/sealed.ts';
import { unique } from '../../../test/builders/unique.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import { emailHash } from '../sign-in/index.ts';
import { verifyIdentity } from './index.ts';

const SEND = `mutation ($email: String!) { sendEmailCode(email: $email) { __typename
  ... on EmailCodeSent { ticket expiresAt } ... on TooManyAttempts { retryAfterSeconds } } }`;
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on Problem { message }
  ... on SignedIn { viewer { recordState record { id givenName preferredName nhsNumber state identityChecks { how } } } } } }`;
const AGE = 'query ($birthDate: Date!) { registrationAge(birthDate: $birthDate) }';
const NUMBER = '943 476 5919';

let server: TestServer;
beforeAll(async () => {
  server = await aServer(await aDatabase({ pool: 20, mails: true }));
});

const asNobody = () => server.asNobody('PATIENT');
const forgetTries = () => server.db.rows('delete from heldwell.attempt');

async function sent(email: string): Promise<{ ticket: string; code: string }> {
  await forgetTries();
  const { sendEmailCode } = await asNobody().graphql(SEND, { email });
  const { code = '000000' } = await lastMailTo(server.db, email);
  return { ticket: sendEmailCode.ticket, code };
}

const said = (chosen: object) => ({
  ...{ password: 'three quiet green lamps', givenName: 'Kim', familyName: 'Vale', birthDate: '1990-03-14' },
  ...chosen,
});
const register = async (chosen: object, client = asNobody()) =>
  (await client.graphql(REGISTER, { input: said(chosen) })).register;

const peopleOf = async (email: string) => {
  const [row] = await server.db.rows<{ people: number; records: number }>(
    `select (select count(*)::int from heldwell.person where email_hash = $1) as people, (select count(*)::int
      from heldwell.patient r join heldwell.person p on p.id = r.person_id where p.email_hash = $1) as records`,
    [emailHash(server.db.sealing, email)],
  );
  return row;
};

describe('registering by oneself', () => {
  it('makes a person and a record that is not verified, with no NHS number on it', async () => {
    const email = `kim.${unique()}@example.org`;
    const { viewer } = await register({
      ...{ email, ...(await sent(email)) },
      ...{ preferredName: 'Kimmy', nhsNumber: NUMBER },
    });
    expect(viewer).toEqual({
      recordState: 'REGISTERING',
      record: {
        ...{ id: viewer.record.id, givenName: 'Kim', preferredName: 'Kimmy', nhsNumber: null },
        ...{ state: 'REGISTERING', identityChecks: [] },
      },
    });
    const [stored] = await server.db.rows<{ numbered: boolean; confirmed: boolean }>(
      `select i.nhs_number_hash is not null as numbered, p.email_confirmed_at is not null as confirmed
        from heldwell.person p join heldwell.patient r on r.person_id = p.id
        join heldwell.patient_identity i on i.patient_id = r.id where p.email_hash = $1`,
      [emailHash(server.db.sealing, email)],
    );
    expect(stored).toEqual({ numbered: false, confirmed: true });
  });

  it('is for nobody under 16, and keeps nothing of them', async () => {
    await forgetTries();
    const email = `young.${unique()}@example.org`;
    const proof = await sent(email);
    const birthDate = `${new Date().getFullYear() - 12}-06-01`;
    expect((await register({ email, ...proof, birthDate })).__typename).toBe('Under16');
    expect(await peopleOf(email)).toEqual({ people: 0, records: 0 });
    expect((await asNobody().graphql(AGE, { birthDate })).registrationAge).toBe('UNDER_16');
    expect((await asNobody().graphql(AGE, { birthDate: '1990-03-14' })).registrationAge).toBe('OLD_ENOUGH');
    expect((await asNobody().graphql(AGE, { birthDate: '2990-03-14' })).registrationAge).toBe(
      'NOT_A_BIRTH_DATE',
    );
  });

  it('counts sixteen by the day in London, to the minute', async () => {
    const at = await aServer(await aDatabase({ mails: true }));
    const age = async (birthDate: string) =>
      (await at.asNobody('PATIENT').graphql(AGE, { birthDate })).registrationAge;
    await at.db.setNow('2026-07-14T22:59:59Z');
    expect(await age('2010-07-15')).toBe('UNDER_16');
    await at.db.setNow('2026-07-14T23:00:00Z');
    expect(await age('2010-07-15')).toBe('OLD_ENOUGH');
  });

  it('answers a known and an unknown address alike, and tells only the mailbox', async () => {
    const known = (await aPatient(server.db).stored()).email;
    const unknown = `new.${unique()}@example.org`;
    const [first, second] = [await sent(known), await sent(unknown)];
    expect((await lastMailTo(server.db, known)).subject).toBe('You already have a sign-in for Heldwell');
    expect((await lastMailTo(server.db, unknown)).code).toMatch(/^\d{6}$/);
    const wrong = [
      await register({ email: known, ...first }),
      await register({ email: unknown, ...second, code: second.code === '123456' ? '654321' : '123456' }),
    ];
    expect(wrong[0]).toEqual(wrong[1]);
    expect(wrong[0].__typename).toBe('EmailCodeWrong');
    expect(await peopleOf(known)).toEqual({ people: 1, records: 1 });
    for (const { words } of await postedMails(server.db))
      expect(JSON.stringify(words)).not.toMatch(/Kim|Vale|record of/);
  });

  it('gives a code five tries, thirty minutes and one use', async () => {
    const email = `tries.${unique()}@example.org`;
    const proof = await sent(email);
    const other = proof.code === '111111' ? '222222' : '111111';
    for (let n = 0; n < 5; n += 1) await register({ email, ...proof, code: other });
    expect((await register({ email, ...proof })).__typename).toBe('EmailCodeWrong');
    const late = await sent(email);
    await server.db.rows(`update heldwell.email_proof set expires_at = heldwell.now() where id = $1`, [
      late.ticket,
    ]);
    expect((await register({ email, ...late })).__typename).toBe('EmailCodeWrong');
    const elsewhere = await sent(email);
    expect((await register({ email: `x${email}`, ...elsewhere })).__typename).toBe('EmailCodeWrong');
    expect((await register({ email, ...elsewhere })).__typename).toBe('SignedIn');
    expect((await register({ email, ...elsewhere })).__typename).toBe('EmailCodeWrong');
  });

  it('makes one person of fifty who register one address at once, in different case and forms', async () => {
    const base = `ﬁona.${unique()}@example.org`;
    const forms = [
      base,
      base.normalize('NFKC'),
      base.toUpperCase(),
      ` ${base.normalize('NFKC').toUpperCase()}`,
    ];
    const proofs: { email: string; ticket: string; code: string }[] = [];
    for (let n = 0; n < 50; n += 1) {
      const email = forms[n % forms.length] as string;
      await forgetTries();
      const { sendEmailCode } = await asNobody().graphql(SEND, { email });
      const mail = (await postedMails(server.db)).at(-1);
      proofs.push({ email: email.trim(), ticket: sendEmailCode.ticket, code: mail?.words.code ?? '' });
    }
    await forgetTries();
    const answers = await Promise.all(proofs.map((proof) => register(proof)));
    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'SignedIn')).toHaveLength(1);
    expect(new Set(kinds)).toEqual(new Set(['SignedIn', 'EmailCodeWrong']));
    expect(await peopleOf(base)).toEqual({ people: 1, records: 1 });
  }, 90_000);

  it('says too many mails were asked for one address, and none is sent where none is sent at all', async () => {
    const email = `often.${unique()}@example.org`;
    await forgetTries();
    const answers = [];
    for (let n = 0; n < 6; n += 1)
      answers.push((await asNobody().graphql(SEND, { email })).sendEmailCode.__typename);
    expect(answers).toEqual([...Array<string>(5).fill('EmailCodeSent'), 'TooManyAttempts']);
    const silent = await aServer();
    const { sendEmailCode } = await silent.asNobody('PATIENT').graphql(SEND, { email });
    expect(sendEmailCode.__typename).toBe('NoMailsHere');
  });
});

describe('a check of who somebody is', () => {
  /** Somebody who registered and said a number; the record they have. */
  async function registered(chosen: object = {}) {
    const email = `v.${unique()}@example.org`;
    const client = asNobody();
    await register({ email, ...(await sent(email)), ...chosen }, client);
    const [row] = await server.db.rows<{ person_id: string; id: string }>(
      `select r.person_id, r.id from heldwell.patient r join heldwell.person p on p.id = r.person_id where p.email_hash = $1`,
      [emailHash(server.db.sealing, email)],
    );
    if (!row) throw new Error('Nobody registered.');
    return { client, personId: row.person_id, patientId: row.id };
  }
  const check = (personId: string, more: object = {}) =>
    verifyIdentity(runsOf(server.db), { personId, how: 'STAFF', checkedBy: 'Tom Bell', ...more });
  const own = async (client: Awaited<ReturnType<typeof registered>>['client']) =>
    (await client.graphql('{ viewer { recordState record { id nhsNumber } } }')).viewer;

  it('puts the number a person said on their record where nobody has it', async () => {
    const { client, personId } = await registered({ nhsNumber: '987 654 3210' });
    expect((await own(client)).record.nhsNumber).toBeNull();
    expect((await check(personId)).is).toBe('TAKEN_UP');
    expect(await own(client)).toMatchObject({
      recordState: 'REGISTERED',
      record: { nhsNumber: '9876543210' },
    });
  });

  it('lets an empty record give way to the one that waits, by number, birth date and name', async () => {
    const waiting = await aPatient(server.db)
      .named('Kim', 'Välé')
      .known('4010232137', '1990-03-14')
      .withEntry()
      .stored();
    await server.db.rows('delete from heldwell.identity_check where patient_id = $1', [waiting.id]);
    await server.db.rows('update heldwell.patient set person_id = null where id = $1', [waiting.id]);
    const { client, personId, patientId } = await registered({ nhsNumber: '4010232137' });
    expect((await own(client)).record.id).not.toBe(waiting.recordId);
    expect(await check(personId)).toEqual({ is: 'TAKEN_UP', patientId: waiting.id });
    expect((await own(client)).record.id).toBe(waiting.recordId);
    const [left] = await server.db.rows('select person_id, gave_way_to from heldwell.patient where id = $1', [
      patientId,
    ]);
    expect(left).toEqual({ person_id: null, gave_way_to: waiting.id });
  });

  it('leaves to staff whatever does not agree, and never makes two records of one number', async () => {
    const taken = await aPatient(server.db).named('Ann', 'Other').known('6328796668', '1990-03-14').stored();
    const reasons: string[] = [];
    for (const chosen of [
      { nhsNumber: '6328796668', familyName: 'Other' },
      { nhsNumber: '6328796668', familyName: 'Else' },
      { nhsNumber: '6328796668', birthDate: '1991-03-14' },
    ]) {
      const { client, personId, patientId } = await registered(chosen);
      expect((await check(personId)).is).toBe('WAITS');
      expect(await own(client)).toMatchObject({ recordState: 'REGISTERED', record: { nhsNumber: null } });
      const [match] = await server.db.rows<{ reason: string; other_patient_id: string }>(
        'select reason, other_patient_id from heldwell.record_match where patient_id = $1',
        [patientId],
      );
      expect(match?.other_patient_id).toBe(taken.id);
      reasons.push(match?.reason ?? '');
    }
    expect(reasons).toEqual(['TAKEN', 'NAMES_DIFFER', 'OTHER_NUMBER']);
  });

  it('of people who are checked at once with one number, lets one have it', async () => {
    const people = [];
    for (let n = 0; n < 5; n += 1) people.push(await registered({ nhsNumber: '2983396363' }));
    const outcomes = await Promise.all(people.map(({ personId }) => inOneTransaction(personId)));
    expect(outcomes.map(({ is }) => is).sort()).toEqual(['TAKEN_UP', 'WAITS', 'WAITS', 'WAITS', 'WAITS']);
  });

  /** As callers do: all of it in one transaction. */
  async function inOneTransaction(personId: string) {
    const { services } = server.db;
    return asSystem(services.database, 'a test checks somebody', (manager) =>
      verifyIdentity(statementsOf(manager, services.sealing), { personId, how: 'STAFF' }),
    );
  }
});
