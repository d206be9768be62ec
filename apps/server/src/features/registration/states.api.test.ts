import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { runsOf } from '../../../test/builders/sealed.ts';
import { unique } from '../../../test/builders/unique.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { inviteToRecord } from '../invitations/index.ts';

const RECORD = 'query ($id: ID!) { record(id: $id) { state viewerRights } }';
const OWN = '{ viewer { recordState record { id } } }';
const CLOSE = 'mutation ($record: ID!) { closeRecord(input: { record: $record }) }';
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename
  ... on SignedIn { viewer { recordState record { id givenName timeline { nodes { id } } } } } } }`;

let server: TestServer;
let team: MadeTeam;
beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
});

const staffOf = async () => server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');

describe('the state of a record', () => {
  it('goes from unregistered to registered, and is nothing carers are told', async () => {
    const carer = await aCarer(server.db);
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: team })
      .sharing('GENERAL', { with: carer })
      .stored();
    const staff = await staffOf();
    const state = async (client = staff) =>
      (await client.graphql(RECORD, { id: patient.recordId })).record.state;
    expect(await state()).toBe('REGISTERED');
    expect(await state(await server.asPerson(carer.email, 'CARER'))).toBeNull();
    await server.db.rows('delete from heldwell.identity_check where patient_id = $1', [patient.id]);
    expect(await state()).toBe('REGISTERING');
    await server.db.rows('update heldwell.patient set person_id = null where id = $1', [patient.id]);
    expect(await state()).toBe('UNREGISTERED');
    await inviteToRecord(runsOf(server.db), {
      patientId: patient.id,
      email: 'x@example.org',
      checkedBy: 'Tom Bell',
    });
    expect(await state()).toBe('INVITED');
    await server.db.rows('update heldwell.invitation set expires_at = heldwell.now() where patient_id = $1', [
      patient.id,
    ]);
    expect(await state()).toBe('UNREGISTERED');
  });

  it('is begun, and shows nothing, by an invitation of somebody who has not checked', async () => {
    const fed = await aPatient(server.db).named('Jo', 'Bell').withEntry().stored();
    await server.db.rows('delete from heldwell.identity_check where patient_id = $1', [fed.id]);
    await server.db.rows('update heldwell.patient set person_id = null where id = $1', [fed.id]);
    const invited = await inviteToRecord(runsOf(server.db), {
      ...{ patientId: fed.id, email: `b${unique()}@example.org`, checkedBy: 'Tom Bell' },
      ...{ vouched: false, organisationId: team.organisationId },
    });
    const code = invited.is === 'INVITED' ? invited.link.split('/').at(-1) : '';
    const named = { code, password: 'three quiet green lamps', givenName: 'Robin', familyName: 'Reader' };
    const accept = async (birthDate: string | null) =>
      (await server.asNobody('PATIENT').graphql(ACCEPT, { input: { ...named, birthDate } })).acceptInvitation;
    expect((await accept(`${new Date().getFullYear() - 9}-01-01`)).__typename).toBe('Under16');
    const { viewer } = await accept('1980-01-02');
    expect(viewer.recordState).toBe('REGISTERING');
    expect(viewer.record).toMatchObject({ givenName: 'Robin', timeline: { nodes: [] } });
    expect(viewer.record.id).not.toBe(fed.recordId);
    const [state] = await server.db.rows('select heldwell.record_state($1) as state', [fed.id]);
    expect(state).toEqual({ state: 'REGISTERING' });
  });

  it('closed by its person ends what others see, and opens again to the person alone', async () => {
    const patient = await aPatient(server.db).sharing('GENERAL', { with: team }).stored();
    const [client, staff] = [await server.asPerson(patient.email, 'PATIENT'), await staffOf()];
    expect((await staff.graphql(RECORD, { id: patient.recordId })).record).not.toBeNull();
    const other = await aPatient(server.db).stored();
    expect((await client.answer(CLOSE, { record: other.recordId })).errors).toHaveLength(1);
    expect((await client.graphql(CLOSE, { record: patient.recordId })).closeRecord).toBe(true);
    expect((await client.graphql(OWN)).viewer).toEqual({ recordState: 'DEREGISTERED', record: null });
    expect((await staff.graphql(RECORD, { id: patient.recordId })).record).toBeNull();
    expect((await client.graphql('mutation { reopenRecord }')).reopenRecord).toBe(true);
    expect((await client.graphql(OWN)).viewer).toEqual({
      recordState: 'REGISTERED',
      record: { id: patient.recordId },
    });
    expect((await staff.graphql(RECORD, { id: patient.recordId })).record).toBeNull();
    expect((await client.graphql('mutation { reopenRecord }')).reopenRecord).toBe(false);
  });

  it('of somebody who has died leaves others to read, tells the person nothing, and is taken back', async () => {
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: team, rights: ['SEE', 'ADD', 'MESSAGE'] })
      .stored();
    const [client, staff] = [await server.asPerson(patient.email, 'PATIENT'), await staffOf()];
    const died = (deceased: boolean) =>
      server.db.rows('update heldwell.patient set deceased = $2 where id = $1', [patient.id, deceased]);
    const seen = async () => (await staff.graphql(RECORD, { id: patient.recordId })).record;
    const notices = async () =>
      (await server.db.rows('select from heldwell.notice where person_id = $1', [patient.personId])).length;
    const rights = (await seen()).viewerRights.sort();
    expect(rights).toEqual(['ADD', 'MESSAGE', 'SEE']);
    await died(true);
    expect(await seen()).toEqual({ state: 'DECEASED', viewerRights: ['SEE'] });
    expect((await client.graphql(OWN)).viewer).toEqual({ recordState: 'DECEASED', record: null });
    const before = await notices();
    const tell = `select heldwell.tell('ACCESS_GIVEN', array[$1::uuid], 'PATIENT', jsonb_build_object('patient', $2::uuid), true)`;
    await server.db.rows(tell, [patient.personId, patient.id]);
    expect(await notices()).toBe(before);
    await died(false);
    expect((await seen()).viewerRights.sort()).toEqual(rights);
    expect((await client.graphql(OWN)).viewer.record).toEqual({ id: patient.recordId });
    await server.db.rows(tell, [patient.personId, patient.id]);
    expect(await notices()).toBe(before + 1);
  });
});
