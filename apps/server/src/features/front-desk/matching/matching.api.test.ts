import { beforeEach, describe, expect, it } from 'vitest';
import { aClaim, aKnownRecord } from '../../../../test/builders/a-claim.ts';
import {
  alsoWorksIn,
  anAdministrator,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { writeId } from '../../../platform/global-id.ts';

const CASES = `query ($team: ID!) { team(id: $team) { matchCases { id kind reason how sameNumber givenName familyName birthDate
  record recordGivenName recordFamilyName recordBirthDate recordTaken ifSamePerson viewerMaySettle } } }`;
const SETTLE = `mutation ($input: SettleMatchInput!) { done: settleMatch(input: $input) { __typename
  ... on MatchSettled { outcome } ... on FrontDeskRefused { why } } }`;
const OWN = '{ viewer { record { id } } }';

let server: TestServer;
let team: MadeTeam;
let coordinator: MadePerson;
let desk: AppClient;

beforeEach(async () => {
  server ??= await aServer();
  team = await aTeam(server.db);
  coordinator = await aProfessional(server.db, { team, role: 'COORDINATOR' });
  desk = await staff(coordinator);
});

const staff = (person: MadePerson) => server.asPerson(person.email, 'PROFESSIONAL');
const casesOf = async (by = desk) => {
  const { team: found } = await by.graphql(CASES, { team: writeId('TEAM', team.id) });
  return (found?.matchCases ?? []) as Record<string, unknown>[];
};
const settle = async (id: unknown, samePerson: boolean, { by = desk, documents = ['PASSPORT'] } = {}) => {
  const input = { case: id, team: writeId('TEAM', team.id), samePerson, documents };
  const { done } = await by.graphql(SETTLE, { input });
  return done.outcome ?? done.why ?? done.__typename;
};

const known = (chosen: Partial<Parameters<typeof aKnownRecord>[1]> = {}) =>
  aKnownRecord(server.db, { teams: [team], ...chosen });
const claimant = async (number: string, familyName = 'Vale-Reed') => {
  const claim = await aClaim(server.db, { number, familyName, birthDate: '1990-03-14' });
  return { ...claim, client: await server.asPerson(claim.email, 'PATIENT') };
};

const toldTo = async (personId: string) => {
  const text = 'select kind from heldwell.notice where person_id = $1 order by at, kind';
  return (await server.db.rows<{ kind: string }>(text, [personId])).map(({ kind }) => kind);
};
const logOf = (record: string) =>
  server.db.rows<{ what: string; team_name: string }>(
    `select what, person_name, purpose, team_name, role from heldwell.access_log
      where patient_id = $1 and person_id = $2 order by at, id`,
    [record, coordinator.personId],
  );
const isHolder = async (client: AppClient, recordId: string) =>
  (await client.graphql(OWN)).viewer.record?.id === recordId;

describe('a claim that no program may decide', () => {
  it('is shown to those who lead a team that cares for the patient, with what was claimed, and logged', async () => {
    const record = await known();
    const { own } = await claimant(record.number);
    const [one, ...others] = await casesOf();
    expect(others).toEqual([]);
    expect(one).toEqual({
      ...{ id: one?.id, kind: 'RECORD', reason: 'NAMES_DIFFER', how: 'LETTER', sameNumber: true },
      ...{ givenName: 'Kim', familyName: 'Vale-Reed', birthDate: '1990-03-14', record: record.recordId },
      ...{
        recordGivenName: 'Kim',
        recordFamilyName: 'Vale',
        recordBirthDate: '1990-03-14',
        recordTaken: false,
      },
      ...{ ifSamePerson: 'RECORD_OPENS', viewerMaySettle: true },
    });
    const look = { what: 'MATCH', person_name: `Sam ${coordinator.familyName}`, purpose: 'IDENTITY' };
    expect(await logOf(record.id)).toEqual([{ ...look, team_name: team.name, role: 'COORDINATOR' }]);
    // Of the claimant's own record nothing was read: its log would tell them which team knows the other.
    expect(await logOf(own)).toEqual([]);
    const manager = await staff(await aProfessional(server.db, { team, role: 'MANAGER' }));
    expect(await casesOf(manager)).toHaveLength(1);
  });

  it('names in the log the team whose front desk looked, of all that they work in', async () => {
    const beside = await aTeam(server.db, { name: 'A team that comes first' });
    await alsoWorksIn(server.db, beside, coordinator.personId);
    const record = await known({ teams: [beside, team] });
    await claimant(record.number);
    const both = await staff(coordinator);
    expect(await casesOf(both)).toHaveLength(1);
    expect(await logOf(record.id)).toMatchObject([
      { what: 'MATCH', team_name: team.name, role: 'COORDINATOR' },
    ]);
  });

  it('is nothing to members, to other teams, and to anybody once the team’s access has ended', async () => {
    const record = await known();
    await claimant(record.number);
    const id = (await casesOf())[0]?.id;
    const member = await staff(await aProfessional(server.db, { team }));
    const beside = await aTeam(server.db, { organisationId: team.organisationId });
    const other = await staff(await aProfessional(server.db, { team: beside, role: 'COORDINATOR' }));
    const administrator = await staff(await anAdministrator(server.db, team.organisationId));
    for (const by of [member, other, administrator]) {
      expect(await casesOf(by)).toEqual([]);
      expect(await settle(id, true, { by })).toBe('NotFound');
    }
    await server.db.rows('update heldwell.consent_grant set ended = true where patient_id = $1', [record.id]);
    expect(await casesOf()).toEqual([]);
    expect(await settle(id, true)).toBe('NotFound');
    await server.db.rows('update heldwell.consent_grant set ended = false where patient_id = $1', [
      record.id,
    ]);
    expect(await settle(id, true)).toBe('RECORD_OPENS');
  });

  it('reaches an administrator who works in the team where no team cares for the record yet', async () => {
    const record = await known();
    await claimant(record.number);
    await server.db.rows('update heldwell.consent_grant set ended = true where patient_id = $1', [record.id]);
    await server.db.rows(
      `insert into heldwell.patient_source (patient_id, organisation_id, digest, received_at, resource)
       values ($1, $2, '\\x00', heldwell.now(), '\\x00')`,
      [record.id, team.organisationId],
    );
    expect(await casesOf()).toEqual([]);
    await server.db.rows(
      `insert into heldwell.organisation_officer (organisation_id, person_id, role) values ($1, $2, 'ADMINISTRATOR')`,
      [team.organisationId, coordinator.personId],
    );
    expect(await casesOf()).toMatchObject([{ record: null, recordFamilyName: 'Vale' }]);
  });

  it('is not for somebody to settle about themself, nor with a sign-in of long ago', async () => {
    const record = await known({ unclaimed: false });
    await claimant(record.number);
    await server.db.rows('update heldwell.patient set person_id = $2 where id = $1', [
      record.id,
      coordinator.personId,
    ]);
    const [one] = await casesOf();
    expect(one?.viewerMaySettle).toBe(false);
    expect(await settle(one?.id, false)).toBe('ONESELF');
    const later = await aProfessional(server.db, { team, role: 'COORDINATOR' });
    const stale = await staff(later);
    await server.db.rows(
      `update heldwell.session set started_at = started_at - interval '6 minutes' where person_id = $1`,
      [later.personId],
    );
    const input = { case: one?.id, team: writeId('TEAM', team.id), samePerson: false, documents: [] };
    const { errors } = await stale.answer(SETTLE, { input });
    expect(errors?.[0]?.extensions?.code).toBe('FRESH_SIGN_IN_NEEDED');
  });
});

describe('settling it', () => {
  it('opens the record to one and the same person, once documents were seen', async () => {
    const record = await known();
    const { client, personId, own } = await claimant(record.number);
    const id = (await casesOf())[0]?.id;
    expect(await settle(id, true, { documents: [] })).toBe('DOCUMENTS_NOT_CHECKED');
    expect(await isHolder(client, record.recordId)).toBe(false);
    expect(await settle(id, true)).toBe('RECORD_OPENS');
    expect(await isHolder(client, record.recordId)).toBe(true);
    expect(await casesOf()).toEqual([]);
    expect(await toldTo(personId)).toContain('RECORD_TAKEN_UP');
    expect((await logOf(record.id)).map(({ what }) => what)).toContain('IDENTITY_SETTLED');
    const [left] = await server.db.rows('select person_id, gave_way_to from heldwell.patient where id = $1', [
      own,
    ]);
    expect(left).toEqual({ person_id: null, gave_way_to: record.id });
    const checks = await server.db.rows<{ how: string }>(
      'select how from heldwell.identity_check where patient_id = $1 order by checked_at',
      [record.id],
    );
    expect(checks.at(-1)).toEqual({ how: 'STAFF' });
    // Sent again it is what it was; somebody else is told that it is done.
    expect(await settle(id, true)).toBe('RECORD_OPENS');
    const colleague = await staff(await aProfessional(server.db, { team, role: 'MANAGER' }));
    expect(await settle(id, false, { by: colleague })).toBe('ALREADY');
  });

  it('moves nothing of a record that holds something already, and says so to its person', async () => {
    const record = await known();
    const person = await claimant(record.number);
    await server.db.rows(
      `insert into heldwell.carer (patient_id, person_id, display_name, since) values ($1, $2, 'A carer', heldwell.now())`,
      [person.own, coordinator.personId],
    );
    expect(await settle((await casesOf())[0]?.id, true)).toBe('BOTH_KEPT');
    expect(await isHolder(person.client, writeId('RECORD', person.own))).toBe(true);
    expect(await toldTo(person.personId)).toEqual(['SECOND_RECORD']);
  });

  it('sends whoever has the record by another sign-in to that one, and tells both', async () => {
    const record = await known({ unclaimed: false });
    const person = await claimant(record.number, 'Vale');
    const [one] = await casesOf();
    expect(one).toMatchObject({ reason: 'TAKEN', recordTaken: true, ifSamePerson: 'OTHER_SIGN_IN' });
    expect(await settle(one?.id, true)).toBe('OTHER_SIGN_IN');
    expect(await isHolder(person.client, record.recordId)).toBe(false);
    expect(await toldTo(person.personId)).toEqual(['SECOND_RECORD']);
    expect(await toldTo(record.personId)).toContain('IDENTITY_LOOKED_AT');
  });

  it('leaves two people apart, says nothing to the claimant, and is not asked again', async () => {
    const record = await known({ unclaimed: false });
    const person = await claimant(record.number);
    expect(await settle((await casesOf())[0]?.id, false, { documents: [] })).toBe('NOT_SAME');
    expect(await toldTo(person.personId)).toEqual([]);
    expect(await toldTo(record.personId)).toContain('IDENTITY_LOOKED_AT');
    expect(await isHolder(person.client, record.recordId)).toBe(false);
    expect((await person.check()).is).toBe('WAITS');
    expect(await casesOf()).toEqual([]);
  });

  it('is done once, however many settle it at the same moment', async () => {
    const record = await known();
    await claimant(record.number);
    const id = (await casesOf())[0]?.id;
    const others = await Promise.all(
      Array.from({ length: 5 }, async () => staff(await aProfessional(server.db, { team, role: 'MANAGER' }))),
    );
    const said = await Promise.all(
      others.map((by, index) => settle(id, index % 2 === 0, { by, documents: ['PASSPORT'] })),
    );
    expect(said.filter((one) => one !== 'ALREADY')).toHaveLength(1);
  });

  it('opens nothing of somebody who has died or is under sixteen', async () => {
    const young = await known({ born: `${new Date().getFullYear() - 9}-01-01` });
    await claimant(young.number);
    expect(await settle((await casesOf())[0]?.id, true)).toBe('UNDER_SIXTEEN');
    await server.db.rows('update heldwell.patient set deceased = true where id = $1', [young.id]);
    const [one] = await casesOf();
    expect(one?.ifSamePerson).toBeNull();
    expect(await settle(one?.id, true)).toBe('DECEASED');
    expect(await settle(one?.id, false)).toBe('NOT_SAME');
  });
});
