import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  anAdministrator,
  aPerson,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { postedMails } from '../../../test/harness/posted-mails.ts';
import { writeId } from '../../platform/global-id.ts';
import { hashPassword } from '../sign-in/index.ts';

const RESULT = '{ __typename ... on OfficeActRefused { why } }';
const INVITE = `mutation ($input: InviteStaffInput!) { done: inviteStaff(input: $input) ${RESULT} }`;
const WITHDRAW = `mutation ($input: ID!) { done: withdrawStaffInvitation(invitation: $input) ${RESULT} }`;
const REMOVE = `mutation ($input: TeamMemberInput!) { done: removeMember(input: $input) ${RESULT} }`;
const ACCEPT = `mutation ($input: AcceptStaffInvitationInput!) { done: acceptStaffInvitation(input: $input) { __typename } }`;
const ACCEPT_IN =
  'mutation ($code: String!) { done: acceptStaffInvitationSignedIn(code: $code) { __typename } }';
const WAITING =
  'query ($id: ID!) { staffTeam(team: $id) { invitations { id email role } members { name role } } }';
const PASSWORD = 'three words and a number 7';

let server: TestServer;
let team: MadeTeam;
let administrator: AppClient;
let coordinator: AppClient;
let boss: MadePerson;
const teamId = () => writeId('TEAM', team.id);
const as = (person: MadePerson) => server.asPerson(person.email, 'PROFESSIONAL');
const kindOf = async (by: AppClient, query: string, input: unknown) => {
  const { done } = await by.graphql(query, { input });
  return done.why ?? done.__typename;
};
const codeOf = (link = '') => link.split('/').at(-1) ?? '';

beforeEach(async () => {
  server ??= await aServer();
  team = await aTeam(server.db);
  administrator = await as(await anAdministrator(server.db, team.organisationId));
  boss = await aProfessional(server.db, { team, role: 'COORDINATOR' });
  coordinator = await as(boss);
});

async function invited(by: AppClient, more: object = {}) {
  const email = `new.${randomUUID()}@example.org`;
  const input = { id: randomUUID(), team: teamId(), email, role: 'MEMBER', jobTitle: 'Nurse', ...more };
  const outcome = await kindOf(by, INVITE, input);
  const mail = (await postedMails(server.db)).find(({ to }) => to === input.email);
  return { input, outcome, mail, code: codeOf(mail?.link) };
}

describe('an invitation of staff', () => {
  it('goes by mail, makes a sign-in and a member, once of fifty at the same moment', async () => {
    const { outcome, mail, code, input } = await invited(coordinator);
    expect(outcome).toBe('OfficeActDone');
    expect(mail?.what.join(' ')).toContain(team.name);
    // Sent twice, mailed once.
    expect(await kindOf(coordinator, INVITE, input)).toBe('OfficeActDone');
    expect((await postedMails(server.db)).filter(({ to }) => to === input.email)).toHaveLength(1);
    const nobody = server.asNobody('PROFESSIONAL');
    const { staffInvitation } = await nobody.graphql(
      'query ($code: String!) { staffInvitation(code: $code) { organisation team role email hasSignIn } }',
      { code },
    );
    expect(staffInvitation).toMatchObject({ team: team.name, email: input.email, hasSignIn: false });
    const take = { code, password: PASSWORD, givenName: 'Nia', familyName: 'New' };
    expect(await kindOf(nobody, ACCEPT, { ...take, password: 'short' })).toBe('PasswordUnsuitable');
    const all = await Promise.all(Array.from({ length: 50 }, () => kindOf(nobody, ACCEPT, take)));
    expect(all.filter((outcome) => outcome === 'StaffInvitationAccepted')).toHaveLength(1);
    const { staffTeam } = await coordinator.graphql(WAITING, { id: teamId() });
    expect(staffTeam.invitations).toEqual([]);
    expect(staffTeam.members).toContainEqual({ name: 'Nia New', role: 'MEMBER' });
  });

  it('asks a person who signs in already for their password, and for nothing else', async () => {
    const known = await aPerson(server.db);
    await server.db.rows('update heldwell.person set password_hash = $2 where id = $1', [
      known.personId,
      await hashPassword(PASSWORD),
    ]);
    const { code } = await invited(administrator, { email: known.email, role: 'MANAGER' });
    const nobody = server.asNobody('PROFESSIONAL');
    expect(await kindOf(nobody, ACCEPT, { code, password: 'a guess of somebody' })).toBe('SignInRefused');
    expect(await kindOf(nobody, ACCEPT, { code, password: PASSWORD })).toBe('StaffInvitationAccepted');
    expect(await kindOf(nobody, ACCEPT, { code, password: PASSWORD })).toBe('InvitationUnusable');
    // It opened no session: the door for signing in stays the only one.
    expect(nobody.cookies).toBe('');
    const { staffTeam } = await coordinator.graphql(WAITING, { id: teamId() });
    expect(staffTeam.members).toContainEqual({ name: `Robin ${known.familyName}`, role: 'MANAGER' });
  });

  it('is taken up by whoever is signed in with its address, by a fresh sign-in and without a password', async () => {
    const known = await aPerson(server.db);
    const { code } = await invited(administrator, { email: known.email, role: 'MANAGER' });
    const [own, other] = [await as(known), await as(await aPerson(server.db))];
    const take = async (by: AppClient) => {
      const { data, errors } = await by.answer(ACCEPT_IN, { code });
      return data?.done?.__typename ?? errors?.[0]?.extensions?.code;
    };
    const grown = `update heldwell.session set started_at = started_at - interval '6 minutes' where person_id = $1`;
    await server.db.rows(grown, [known.personId]);
    expect(await take(server.asNobody('PROFESSIONAL'))).toBe('UNAUTHENTICATED');
    expect(await take(await server.asPerson(known.email, 'PATIENT'))).toBe('FORBIDDEN');
    expect(await take(other)).toBe('InvitationForAnother');
    expect(await take(own)).toBe('FRESH_SIGN_IN_NEEDED');
    await server.db.rows('update heldwell.session set confirmed_at = heldwell.now() where person_id = $1', [
      known.personId,
    ]);
    const all = await Promise.all(Array.from({ length: 50 }, () => take(own)));
    expect(all.filter((outcome) => outcome === 'StaffInvitationAccepted')).toHaveLength(1);
    expect(new Set(all).size).toBe(2);
    const { viewer } = await own.graphql('{ viewer { teams { name } } }');
    expect(viewer.teams).toEqual([{ name: team.name }]);
  });

  it('is a coordinator’s for members alone, and nobody else’s', async () => {
    expect((await invited(coordinator, { role: 'MANAGER' })).outcome).toBe('ADMINISTRATOR_ONLY');
    expect((await invited(coordinator, { office: 'ADMINISTRATOR' })).outcome).toBe('ADMINISTRATOR_ONLY');
    const member = await as(await aProfessional(server.db, { team }));
    const elsewhere = await as(await anAdministrator(server.db, (await aTeam(server.db)).organisationId));
    for (const other of [member, elsewhere]) expect((await invited(other)).outcome).toBe('NotFound');
    const organisation = writeId('ORGANISATION', team.organisationId);
    const office = { team: null, role: null, organisation, office: 'ADMINISTRATOR' };
    expect((await invited(coordinator, office)).outcome).toBe('NotFound');
    const { outcome, code, input } = await invited(administrator, office);
    expect(outcome).toBe('OfficeActDone');
    const take = { code, password: PASSWORD, givenName: 'Olu', familyName: 'Office' };
    expect(await kindOf(server.asNobody('PROFESSIONAL'), ACCEPT, take)).toBe('StaffInvitationAccepted');
    const second = await server.asPerson(input.email, 'PROFESSIONAL');
    const { viewer } = await second.graphql('{ viewer { administers { id } } }');
    expect(viewer.administers).toEqual([{ id: organisation }]);
  });

  it('can be taken back, and ends with the right of whoever sent it', async () => {
    const { code } = await invited(coordinator);
    const { staffTeam } = await coordinator.graphql(WAITING, { id: teamId() });
    expect(await kindOf(coordinator, WITHDRAW, staffTeam.invitations[0].id)).toBe('OfficeActDone');
    expect(await kindOf(coordinator, WITHDRAW, staffTeam.invitations[0].id)).toBe('NotFound');
    const take = { password: PASSWORD, givenName: 'Nia', familyName: 'New' };
    const nobody = server.asNobody('PROFESSIONAL');
    expect(await kindOf(nobody, ACCEPT, { ...take, code })).toBe('InvitationUnusable');
    const last = await invited(coordinator);
    const input = { team: teamId(), person: writeId('PERSON', boss.personId) };
    expect(await kindOf(administrator, REMOVE, input)).toBe('OfficeActDone');
    expect(await kindOf(nobody, ACCEPT, { ...take, code: last.code })).toBe('InvitationUnusable');
  });
});

describe('a member who leaves', () => {
  const SEEN = 'query ($id: ID!) { record(id: $id) { givenName } }';
  const RECORD = 'subscription ($id: ID!) { recordChanged(record: $id) { change } }';
  const INBOX = 'subscription ($id: ID!) { inboxChanged(team: $id) { counts { unread } } }';

  async function aMemberWhoLooks(of: MadeTeam) {
    const person = await aProfessional(server.db, { team: of });
    const patient: MadePatient = await aPatient(server.db).sharing('GENERAL', { with: team }).stored();
    const client = await as(person);
    const streams = [
      client.subscribe(RECORD, { id: patient.recordId }),
      client.subscribe(INBOX, { id: writeId('TEAM', team.id) }),
    ];
    await Promise.all(streams.map((stream) => stream.next()));
    return { person, patient, client, streams };
  }

  it('loses everything of the team at once: rows, open streams, and the session when nothing is left', async () => {
    const { person, patient, client, streams } = await aMemberWhoLooks(team);
    expect((await client.graphql(SEEN, { id: patient.recordId })).record).toEqual({ givenName: 'Jo' });
    const input = { team: teamId(), person: writeId('PERSON', person.personId) };
    const other = await as(await aProfessional(server.db, { team }));
    expect(await kindOf(other, REMOVE, input)).toBe('NotFound');
    expect(await kindOf(coordinator, REMOVE, input)).toBe('OfficeActDone');
    const left = performance.now();
    for (const stream of streams) expect(await stream.ended()).toBe('COMPLETE');
    expect(performance.now() - left).toBeLessThan(1_000);
    const { errors } = await client.answer(SEEN, { id: patient.recordId });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await kindOf(coordinator, REMOVE, input)).toBe('NO_MEMBER');
    // The colleague who stays sees what they saw.
    expect((await other.graphql(SEEN, { id: patient.recordId })).record).toEqual({ givenName: 'Jo' });
  });

  it('keeps the session and the rest where they work elsewhere too', async () => {
    const { person, patient, client, streams } = await aMemberWhoLooks(team);
    const second = await aTeam(server.db);
    await server.db.rows(
      `insert into heldwell.team_member (team_id, person_id, role) values ($1, $2, 'MEMBER')`,
      [second.id, person.personId],
    );
    const input = { team: teamId(), person: writeId('PERSON', person.personId) };
    expect(await kindOf(administrator, REMOVE, input)).toBe('OfficeActDone');
    for (const stream of streams) expect(await stream.ended()).toBe('COMPLETE');
    expect((await client.graphql(SEEN, { id: patient.recordId })).record).toBeNull();
    const { viewer } = await client.graphql('{ viewer { teams { id } } }');
    expect(viewer.teams).toEqual([{ id: writeId('TEAM', second.id) }]);
  });

  it('is no coordinator to the coordinator, who looks after members alone', async () => {
    const manager = await aProfessional(server.db, { team, role: 'MANAGER' });
    const input = { team: teamId(), person: writeId('PERSON', manager.personId) };
    expect(await kindOf(coordinator, REMOVE, input)).toBe('ADMINISTRATOR_ONLY');
    expect(await kindOf(administrator, REMOVE, input)).toBe('OfficeActDone');
  });
});
