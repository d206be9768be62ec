import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  anAdministrator,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { writeId } from '../../platform/global-id.ts';

const RESULT = '{ __typename ... on OfficeActRefused { why } }';
const act = (name: string, type: string) =>
  `mutation ($input: ${type}!) { done: ${name}(input: $input) ${RESULT} }`;
const ACTS = {
  createTeam: act('createTeam', 'CreateTeamInput'),
  changeTeam: act('changeTeam', 'ChangeTeamInput'),
  setJoinCode: act('setJoinCode', 'SetJoinCodeInput'),
  changeOrganisation: act('changeOrganisation', 'ChangeOrganisationInput'),
  setLogo: act('setLogo', 'SetLogoInput'),
  changeMember: act('changeMember', 'ChangeMemberInput'),
  removeMember: act('removeMember', 'TeamMemberInput'),
  giveOffice: act('giveOffice', 'OfficeInput'),
  endOffice: act('endOffice', 'OfficeInput'),
};
const ORGANISATION = `query ($id: ID!) { staffOrganisation(organisation: $id) { name serviceName welcome logo asksOwnCheck
  defaultLabel teams { name code } officers { name office } changes(first: 20) { nodes { by kind subject was became team } } } }`;
const TEAM = `query ($id: ID!) { staffTeam(team: $id) { name defaultLabels takesMessages answerTime joinCode viewerAdministers
  members { name role jobTitle viewerMayChange } changes { nodes { kind subject was became } } } }`;

let server: TestServer;
let team: MadeTeam;
let people: Record<'coordinator' | 'member' | 'manager' | 'ada', MadePerson>;
let administrator: AppClient;
let coordinator: AppClient;
let member: AppClient;
let stranger: AppClient;
const ids = () => ({
  organisation: writeId('ORGANISATION', team.organisationId),
  team: writeId('TEAM', team.id),
});
const idOf = (person: MadePerson) => writeId('PERSON', person.personId);
const kindOf = async (by: AppClient, query: string, input: object) => {
  const { done } = await by.graphql(query, { input });
  return done.why ?? done.__typename;
};

beforeAll(async () => {
  server = await aServer();
  const { db } = server;
  team = await aTeam(db);
  people = {
    ada: await anAdministrator(db, team.organisationId),
    coordinator: await aProfessional(db, { team, role: 'COORDINATOR' }),
    member: await aProfessional(db, { team }),
    manager: await aProfessional(db, { team, role: 'MANAGER' }),
  };
  const elsewhere = await anAdministrator(db, (await aTeam(db)).organisationId);
  const as = (person: MadePerson) => server.asPerson(person.email, 'PROFESSIONAL');
  [administrator, coordinator, member, stranger] = await Promise.all([
    as(people.ada),
    as(people.coordinator),
    as(people.member),
    as(elsewhere),
  ]);
});

const settings = () => ({
  ...{ team: ids().team, name: 'Front door', description: 'First contact', takesMessages: false },
  ...{ defaultLabels: ['GENERAL', 'MENTAL_HEALTH'], answerTime: 'two days', openingHours: ' ' },
});

describe('a team', () => {
  it('is made by an administrator alone, under a code of its own', async () => {
    const input = {
      id: randomUUID(),
      organisation: ids().organisation,
      name: 'New team',
      code: `N-${team.code}`,
    };
    for (const other of [coordinator, stranger, member])
      expect(await kindOf(other, ACTS.createTeam, input)).toBe('NotFound');
    expect(await kindOf(administrator, ACTS.createTeam, input)).toBe('OfficeActDone');
    // Sent twice, stored once; another team finds the code taken.
    expect(await kindOf(administrator, ACTS.createTeam, input)).toBe('OfficeActDone');
    const another = { ...input, id: randomUUID() };
    expect(await kindOf(administrator, ACTS.createTeam, another)).toBe('CODE_TAKEN');
    const { staffOrganisation } = await administrator.graphql(ORGANISATION, { id: ids().organisation });
    expect(staffOrganisation.teams.filter(({ code }: { code: string }) => code === input.code)).toHaveLength(
      1,
    );
  });

  it('is changed by its coordinator and by the administrator, each change kept with what it was', async () => {
    for (const other of [member, stranger]) {
      expect(await kindOf(other, ACTS.changeTeam, settings())).toBe('NotFound');
      expect((await other.graphql(TEAM, { id: ids().team })).staffTeam).toBeNull();
    }
    expect(await kindOf(coordinator, ACTS.changeTeam, settings())).toBe('OfficeActDone');
    const { staffTeam } = await coordinator.graphql(TEAM, { id: ids().team });
    expect(staffTeam).toMatchObject({
      ...{ name: 'Front door', defaultLabels: ['GENERAL', 'MENTAL_HEALTH'], takesMessages: false },
      ...{ answerTime: 'two days', joinCode: null, viewerAdministers: false },
    });
    expect(staffTeam.changes.nodes).toContainEqual({
      kind: 'TEAM_CHANGED',
      subject: 'name',
      was: team.name,
      became: 'Front door',
    });
    // What stayed as it was is no change.
    expect(staffTeam.changes.nodes).toHaveLength(5);
    expect(await kindOf(administrator, ACTS.changeTeam, { ...settings(), name: team.name })).toBe(
      'OfficeActDone',
    );
    const { errors } = await coordinator.answer(ACTS.changeTeam, {
      input: { ...settings(), defaultLabels: [] },
    });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('takes people in by a code that can be changed and switched off', async () => {
    const codeNow = async () => (await coordinator.graphql(TEAM, { id: ids().team })).staffTeam.joinCode;
    const set = (by: AppClient, on: boolean) => kindOf(by, ACTS.setJoinCode, { team: ids().team, on });
    expect(await set(member, true)).toBe('NotFound');
    expect(await set(coordinator, true)).toBe('OfficeActDone');
    const first = await codeNow();
    expect(first).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ2-9]{8}$/);
    await set(administrator, true);
    expect(await codeNow()).not.toBe(first);
    await set(coordinator, false);
    expect(await codeNow()).toBeNull();
  });
});

describe('an organisation', () => {
  const brand = () => ({
    ...{ organisation: ids().organisation, serviceName: 'My Fernside', welcome: 'Good to have you.' },
    ...{ defaultLabel: 'MENTAL_HEALTH', asksOwnCheck: true },
  });
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000078000000280806000000', 'hex');

  it('is branded by its administrators alone', async () => {
    for (const other of [coordinator, stranger]) {
      expect(await kindOf(other, ACTS.changeOrganisation, brand())).toBe('NotFound');
      expect((await other.graphql(ORGANISATION, { id: ids().organisation })).staffOrganisation).toBeNull();
    }
    expect(await kindOf(administrator, ACTS.changeOrganisation, brand())).toBe('OfficeActDone');
    const { staffOrganisation } = await administrator.graphql(ORGANISATION, { id: ids().organisation });
    expect(staffOrganisation).toMatchObject({
      ...{ serviceName: 'My Fernside', welcome: 'Good to have you.', asksOwnCheck: true },
      ...{ defaultLabel: 'MENTAL_HEALTH', logo: null },
    });
    expect(staffOrganisation.changes.nodes[0].by).toBe(`Ada ${people.ada.familyName}`);
  });

  it('has a logo that is a picture by its bytes, kept as it is', async () => {
    const organisation = ids().organisation;
    const put = (bytes: Buffer) => ({ organisation, picture: bytes.toString('base64') });
    const refusal = async (bytes: Buffer) =>
      (await administrator.answer(ACTS.setLogo, { input: put(bytes) })).errors?.[0]?.extensions?.fields;
    expect(await refusal(Buffer.from('<svg onload="alert(1)"/>'))).toEqual([
      { path: 'picture', code: 'NO_PICTURE' },
    ]);
    expect(await refusal(Buffer.concat([png, Buffer.alloc(204_800)]))).toEqual([
      { path: 'picture', code: 'TOO_LARGE' },
    ]);
    const wide = Buffer.from(png);
    wide.writeUInt32BE(2_001, 16);
    expect(await refusal(wide)).toEqual([{ path: 'picture', code: 'TOO_MANY_PIXELS' }]);
    expect(await kindOf(coordinator, ACTS.setLogo, put(png))).toBe('NotFound');
    expect(await kindOf(administrator, ACTS.setLogo, put(png))).toBe('OfficeActDone');
    const { staffOrganisation } = await administrator.graphql(ORGANISATION, { id: organisation });
    expect(staffOrganisation.logo).toBe(`data:image/png;base64,${png.toString('base64')}`);
  });
});

describe('people', () => {
  it('are changed by the administrator; by the coordinator only while they are members', async () => {
    const become = (person: MadePerson, role: string) => ({
      ...{ team: ids().team, person: idOf(person), role, jobTitle: 'Nurse' },
    });
    expect(await kindOf(coordinator, ACTS.changeMember, become(people.member, 'MEMBER'))).toBe(
      'OfficeActDone',
    );
    for (const [person, role] of [
      [people.member, 'MANAGER'],
      [people.manager, 'MEMBER'],
      [people.coordinator, 'MANAGER'],
    ] as const)
      expect(await kindOf(coordinator, ACTS.changeMember, become(person, role))).toBe('ADMINISTRATOR_ONLY');
    expect(await kindOf(member, ACTS.changeMember, become(people.member, 'MANAGER'))).toBe('NotFound');
    expect(await kindOf(stranger, ACTS.changeMember, become(people.member, 'MANAGER'))).toBe('NotFound');
    expect(await kindOf(administrator, ACTS.changeMember, become(people.member, 'MANAGER'))).toBe(
      'OfficeActDone',
    );
    expect(await kindOf(administrator, ACTS.changeMember, become(people.member, 'MEMBER'))).toBe(
      'OfficeActDone',
    );
  });

  it('hold an office as long as somebody is left to run the organisation', async () => {
    const office = (person: MadePerson, what = 'ADMINISTRATOR') => ({
      ...{ organisation: ids().organisation, person: idOf(person), office: what },
    });
    expect(await kindOf(administrator, ACTS.endOffice, office(people.ada))).toBe('LAST_ADMINISTRATOR');
    expect(await kindOf(coordinator, ACTS.giveOffice, office(people.coordinator))).toBe('NotFound');
    const nobodyHere = await aProfessional(server.db, { team: await aTeam(server.db) });
    expect(await kindOf(administrator, ACTS.giveOffice, office(nobodyHere))).toBe('NO_MEMBER');
    expect(await kindOf(administrator, ACTS.giveOffice, office(people.coordinator))).toBe('OfficeActDone');
    // Two who would each leave the other in charge, at once: one stays.
    const ends = await Promise.all([
      kindOf(administrator, ACTS.endOffice, office(people.ada)),
      kindOf(coordinator, ACTS.endOffice, office(people.coordinator)),
    ]);
    expect(new Set(ends)).toEqual(new Set(['LAST_ADMINISTRATOR', 'OfficeActDone']));
    const left = await Promise.all(
      [administrator, coordinator].map((by) => by.graphql('{ viewer { administers { id } } }')),
    );
    expect(left.flatMap(({ viewer }) => viewer?.administers ?? [])).toHaveLength(1);
  });
});
