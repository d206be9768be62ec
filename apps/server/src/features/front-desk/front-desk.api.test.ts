import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadePerson, type MadeTeam } from '../../../test/builders/people.ts';
import { nhsNumber } from '../../../test/builders/unique.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { postedMails } from '../../../test/harness/posted-mails.ts';
import { writeId } from '../../platform/global-id.ts';

const REGISTER = `mutation ($input: RegisterPatientInput!) { done: registerPatient(input: $input) {
  __typename ... on PatientRegistered { registration } } }`;
const REGISTRATION = `query ($id: ID!) { registration(id: $id) { state record reason givenName nhsNumber registeredBy } }`;
const WAITING = 'query ($team: ID!) { registrationsWaiting(team: $team) { id familyName } }';
const ASIDE = 'mutation ($id: ID!) { setRegistrationAside(registration: $id) }';
const RECORD = `query ($id: ID!) { record(id: $id) { givenName familyName nhsNumber address viewerLabels takingUp {
  takenUp verified underSixteen viewerMayInvite viewerMayVouch checks { documents checkedBy } invitations { sentBy invitedBy } } } }`;
const RESULT = '{ __typename ... on FrontDeskRefused { why } }';
const VOUCH = `mutation ($input: VouchInput!) { done: vouchForIdentity(input: $input) ${RESULT} }`;
const INVITE = `mutation ($input: InviteToTakeUpInput!) { done: inviteToTakeUp(input: $input) ${RESULT} }`;
const LETTERS = `mutation ($input: MakeLettersInput!) { done: makeLetters(input: $input) { leftOut
  letterhead { organisation team serviceName } letters { name address firstCode secondCode expiresAt } } }`;

let server: TestServer;
let team: MadeTeam;
let staff: MadePerson;
let desk: AppClient;
let stranger: AppClient;
const teamId = () => writeId('TEAM', team.id);

beforeEach(async () => {
  server ??= await aServer();
  team = await aTeam(server.db, { defaultLabels: ['GENERAL', 'MENTAL_HEALTH'] });
  staff = await aProfessional(server.db, { team, role: 'COORDINATOR' });
  desk = await server.asPerson(staff.email, 'PROFESSIONAL');
  const elsewhere = await aProfessional(server.db, { team: await aTeam(server.db) });
  stranger = await server.asPerson(elsewhere.email, 'PROFESSIONAL');
});

const person = (more: object = {}) => ({
  ...{ id: randomUUID(), team: teamId(), givenName: 'Zoë', familyName: 'Lindqvist', birthDate: '1990-08-06' },
  ...{ nhsNumber: nhsNumber(), address: '1 High Street, Heldford, ZZ1 1AA', documents: [], ...more },
});
const register = async (input: object, by = desk) => (await by.graphql(REGISTER, { input })).done;
const became = async (done: { registration: string }, by = desk) =>
  (await by.graphql(REGISTRATION, { id: done.registration })).registration;
const seen = async (record: string, by = desk) => (await by.graphql(RECORD, { id: record })).record;
const kindOf = async (by: AppClient, query: string, input: object) => {
  const { done } = await by.graphql(query, { input });
  return done.why ?? done.__typename;
};

describe('registering face to face', () => {
  it('makes a record that the team sees under its default labels, once an id', async () => {
    const input = person({ documents: ['PASSPORT'] });
    const done = await register(input);
    expect(await register(input)).toEqual(done);
    expect((await register({ ...input, givenName: 'Ann' })).__typename).toBe('SentDifferently');
    const { state, record, registeredBy } = await became(done);
    expect({ state, registeredBy }).toEqual({ state: 'REGISTERED', registeredBy: `Sam ${staff.familyName}` });
    expect(await seen(record)).toEqual({
      ...{ givenName: 'Zoë', familyName: 'Lindqvist', nhsNumber: input.nhsNumber, address: input.address },
      viewerLabels: ['GENERAL', 'MENTAL_HEALTH'],
      takingUp: {
        ...{
          takenUp: false,
          verified: false,
          underSixteen: false,
          viewerMayInvite: true,
          viewerMayVouch: true,
        },
        checks: [{ documents: ['PASSPORT'], checkedBy: `Sam ${staff.familyName}` }],
        invitations: [],
      },
    });
    expect(await seen(record, stranger)).toBeNull();
    expect(await became(done, stranger)).toBeNull();
    expect((await register(person(), stranger)).__typename).toBe('NotFound');
  });

  it('answers alike for known, unknown and mismatched numbers; a mismatch waits for a person', async () => {
    const known = nhsNumber();
    const owner = await aPatient(server.db).named('Zoë', 'Lindqvist').known(known, '1990-08-06').stored();
    const fits = await register(person({ nhsNumber: known, givenName: 'Zoe' }));
    const unfit = await register(person({ nhsNumber: known, birthDate: '1991-08-06' }));
    const unknown = await register(person());
    for (const done of [fits, unfit, unknown])
      expect(Object.keys(done).concat(done.__typename)).toEqual([
        '__typename',
        'registration',
        'PatientRegistered',
      ]);
    // Who fits is cared for from now on, and told; what they had said of themselves stays.
    const { record } = await became(fits);
    expect(record).toBe(owner.recordId);
    expect((await seen(record)).givenName).toBe('Zoë');
    const told = await server.db.rows('select kind from heldwell.notice where person_id = $1', [
      owner.personId,
    ]);
    expect(told).toEqual([{ kind: 'ACCESS_GIVEN' }]);
    expect(await became(unfit)).toMatchObject({
      state: 'WAITING',
      record: null,
      givenName: 'Zoë',
      nhsNumber: known,
    });
    const { registrationsWaiting } = await desk.graphql(WAITING, { team: teamId() });
    expect(registrationsWaiting).toEqual([{ id: unfit.registration, familyName: 'Lindqvist' }]);
    expect((await stranger.graphql(WAITING, { team: teamId() })).registrationsWaiting).toEqual([]);
    const [kept] = await server.db.rows<{ details: Buffer }>(
      'select details from heldwell.desk_registration where details is not null and team_id = $1',
      [team.id],
    );
    expect(kept?.details.toString('latin1')).not.toContain('Lindqvist');
    // Corrected, it stands in for the one that waited.
    const again = await register(person({ nhsNumber: known, instead: unfit.registration }));
    expect((await became(again)).record).toBe(owner.recordId);
    expect(await became(unfit)).toMatchObject({ state: 'SET_ASIDE', givenName: null });
  });

  it('does not bring a team back that the patient took out', async () => {
    const known = nhsNumber();
    const owner = await aPatient(server.db)
      .named('Zoë', 'Lindqvist')
      .known(known, '1990-08-06')
      .sharing('GENERAL', { with: team, ended: true })
      .stored();
    const { state, record } = await became(await register(person({ nhsNumber: known })));
    expect({ state, record }).toEqual({ state: 'REGISTERED', record: null });
    expect(await seen(owner.recordId)).toBeNull();
  });

  it('sets aside what nobody needs, for the team alone', async () => {
    const twin = person({ nhsNumber: null });
    await register(twin);
    const done = await register({ ...twin, id: randomUUID() });
    expect(await became(done)).toMatchObject({ state: 'WAITING' });
    expect((await stranger.graphql(ASIDE, { id: done.registration })).setRegistrationAside).toBe(false);
    expect((await desk.graphql(ASIDE, { id: done.registration })).setRegistrationAside).toBe(true);
    expect((await desk.graphql(ASIDE, { id: done.registration })).setRegistrationAside).toBe(false);
  });

  it('makes one record of fifty registrations of one person at the same moment', async () => {
    const number = nhsNumber();
    const all = await Promise.all(Array.from({ length: 50 }, () => register(person({ nhsNumber: number }))));
    const records = await Promise.all(all.map(async (done) => (await became(done)).record));
    expect(new Set(records).size).toBe(1);
  });

  it.each([
    [{ nhsNumber: '943 476 5918' }, { path: 'nhsNumber', code: 'INVALID' }],
    [{ nhsNumber: '9999999999' }, { path: 'nhsNumber', code: 'PLACEHOLDER' }],
    [{ birthDate: '2999-01-01' }, { path: 'birthDate', code: 'IN_THE_FUTURE' }],
    [{ birthDate: '1850-01-01' }, { path: 'birthDate', code: 'TOO_LONG_AGO' }],
    [{ familyName: ' ' }, { path: 'familyName', code: 'NOT_BLANK' }],
  ])('names the field that is wrong: %j', async (more, field) => {
    const { errors } = await desk.answer(REGISTER, { input: person(more) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [field] });
  });
});

describe('taking a record up', () => {
  const registered = async (more: object = {}) =>
    (await became(await register(person(more)))).record as string;

  it('begins with a mailed link, once somebody made sure who it is', async () => {
    const record = await registered();
    const input = {
      record,
      team: teamId(),
      email: `zoe.${randomUUID()}@example.org`,
      documentsChecked: false,
    };
    expect(await kindOf(desk, INVITE, input)).toBe('DOCUMENTS_NOT_CHECKED');
    expect(await kindOf(stranger, INVITE, { ...input, documentsChecked: true })).toBe('NotFound');
    expect(await kindOf(desk, INVITE, { ...input, documentsChecked: true })).toBe('FrontDeskDone');
    const mail = (await postedMails(server.db)).find(({ to }) => to === input.email);
    expect(mail?.link).toMatch(/^\/patient\/invitation\/[\w-]{43}$/);
    expect(JSON.stringify({ ...mail, to: '' })).not.toMatch(/Zoë|Lindqvist/);
    expect((await seen(record)).takingUp.invitations).toEqual([
      { sentBy: 'EMAIL', invitedBy: `Sam ${staff.familyName}` },
    ]);
  });

  it('begins with a letter: two codes that are stored as hashes, an earlier letter of no use any more', async () => {
    const record = await registered();
    const letters = async (by = desk, records = [record]) =>
      (await by.graphql(LETTERS, { input: { team: teamId(), records } })).done;
    expect(await letters(stranger)).toBeNull();
    const unseen = (await aPatient(server.db).stored()).recordId;
    const { letters: made, leftOut, letterhead } = await letters(desk, [record, unseen, record]);
    expect(leftOut).toBe(1);
    expect(letterhead).toMatchObject({ team: team.name, serviceName: 'Heldwell' });
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ name: 'Zoë Lindqvist', address: '1 High Street, Heldford, ZZ1 1AA' });
    const form = /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/;
    for (const code of [made[0].firstCode, made[0].secondCode]) expect(code).toMatch(form);
    await letters();
    const stored = await server.db.rows<{ withdrawn: boolean; sent_by: string }>(
      `select i.withdrawn_at is not null as withdrawn, i.sent_by from heldwell.invitation i join heldwell.desk_registration r
        on r.patient_id = i.patient_id where r.team_id = $1 order by i.created_at`,
      [team.id],
    );
    expect(stored).toEqual([
      { withdrawn: true, sent_by: 'LETTER' },
      { withdrawn: false, sent_by: 'LETTER' },
    ]);
  });

  it('does not begin before sixteen', async () => {
    const record = await registered({ birthDate: '2015-01-01' });
    expect((await seen(record)).takingUp).toMatchObject({ underSixteen: true, viewerMayInvite: false });
    const input = { record, team: teamId(), email: 'child@example.org', documentsChecked: true };
    expect(await kindOf(desk, INVITE, input)).toBe('UNDER_SIXTEEN');
    const { done } = await desk.graphql(LETTERS, { input: { team: teamId(), records: [record] } });
    expect(done).toMatchObject({ letters: [], leftOut: 1 });
  });

  it('is vouched for by staff of a team that cares for them, not by a stranger and not by themself', async () => {
    const owner = await aPatient(server.db).sharing('GENERAL', { with: team }).stored();
    await server.db.rows('delete from heldwell.identity_check where patient_id = $1', [owner.id]);
    const input = { record: owner.recordId, team: teamId(), documents: ['DRIVING_LICENCE'] };
    expect((await seen(owner.recordId)).takingUp).toMatchObject({
      takenUp: true,
      verified: false,
      viewerMayVouch: true,
    });
    expect(await kindOf(stranger, VOUCH, input)).toBe('NotFound');
    expect(await kindOf(desk, VOUCH, input)).toBe('FrontDeskDone');
    expect((await seen(owner.recordId)).takingUp).toMatchObject({ verified: true, viewerMayVouch: false });
    const checks = await server.db.rows(
      'select how, person_id, organisation_id, checked_by from heldwell.identity_check where patient_id = $1',
      [owner.id],
    );
    expect(checks).toEqual([
      {
        ...{ how: 'STAFF', person_id: owner.personId, organisation_id: team.organisationId },
        checked_by: `Sam ${staff.familyName}`,
      },
    ]);
    await server.db.rows('insert into heldwell.team_member (team_id, person_id, role) values ($1, $2, $3)', [
      ...[team.id, owner.personId, 'MEMBER'],
    ]);
    const themself = await server.asPerson(owner.email, 'PROFESSIONAL');
    expect(await kindOf(themself, VOUCH, input)).toBe('ONESELF');
    // What the team may not see, it neither invites to nor vouches for.
    await server.db.rows('update heldwell.consent_grant set ended = true where patient_id = $1', [owner.id]);
    expect(await kindOf(desk, VOUCH, input)).toBe('NotFound');
  });
});
