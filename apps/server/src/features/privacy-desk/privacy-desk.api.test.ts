import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { anEntryRow } from '../../../test/builders/an-entry-row.ts';
import {
  aCarer,
  aPrivacyOfficer,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { SHARE } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const FREEZE = 'mutation ($input: FreezeRecordInput!) { freezeRecord(input: $input) }';
const CONFIRM = 'mutation ($freeze: ID!) { confirmFreeze(input: { freeze: $freeze }) }';
const LIFT = 'mutation ($freeze: ID!) { liftFreeze(input: { freeze: $freeze, reason: "Looked into." }) }';
const PERSON = 'mutation ($input: FreezePersonInput!) { freezePerson(input: $input) }';
const DESK = `query ($id: ID!) { privacyDesk(organisation: $id) { organisation { name }
  freezes { id kind name reason askedBy confirmedBy inForce viewerMayConfirm liftReason }
  courtOrders { id reference patient grantee } people { id name } teams { name } questions { nodes { id } } emergencies { nodes { patient reason } } } }`;
const SEEN = `query ($id: ID!) { record(id: $id) { givenName viewerAccess viewerLabels timeline { nodes { title kind } }
  threads { nodes { id } } } }`;

let server: TestServer;
let patient: MadePatient;
let team: MadeTeam;
let member: MadePerson;
let owner: AppClient;
let staff: AppClient;
let helper: AppClient;
let officers: [AppClient, AppClient];
let exact: { nhsNumber: string; birthDate: string; familyName: string };
let number = 9_970_000_000;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  team = await aTeam(db);
  const carer = await aCarer(db);
  exact = { nhsNumber: String(number++), birthDate: '1971-03-04', familyName: 'Ashcroft' };
  patient = await aPatient(db)
    .named('Jo', 'Ashcroft')
    .known(exact.nhsNumber, exact.birthDate)
    .sharing(['GENERAL'], { with: team })
    .sharing(['GENERAL'], { with: carer })
    .withEntry({ title: 'From the organisation', sourceOrganisationId: team.organisationId })
    .withEntry({ title: 'From elsewhere' })
    .withEntry({ title: 'Safety plan', kind: 'CARE_PLAN', label: 'MENTAL_HEALTH' })
    .withThread({ with: team })
    .stored();
  member = await aProfessional(db, { team });
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson(member.email, 'PROFESSIONAL');
  helper = await server.asPerson(carer.email, 'CARER');
  const office = async () =>
    server.asPerson((await aPrivacyOfficer(db, team.organisationId)).email, 'PROFESSIONAL');
  officers = [await office(), await office()];
});

const organisation = () => writeId('ORGANISATION', team.organisationId);
const seen = (by: AppClient) => by.graphql(SEEN, { id: patient.recordId }).then(({ record }) => record);
const desk = (by: AppClient) =>
  by.graphql(DESK, { id: organisation() }).then(({ privacyDesk }) => privacyDesk);
const freeze = (by: AppClient, kind: 'RECORD' | 'SOURCE', chosen: object = {}) =>
  by
    .graphql(FREEZE, {
      input: {
        id: randomUUID(),
        organisation: organisation(),
        kind,
        reason: 'Safeguarding',
        ...exact,
        ...chosen,
      },
    })
    .then(({ freezeRecord }) => freezeRecord);
const own = async (by: AppClient) =>
  (
    await by.graphql(`{ viewer { record { givenName viewerAccess nhsNumber
  timeline { nodes { title } } threads { nodes { id } } } } }`)
  ).viewer.record;

describe('a frozen record', () => {
  it('takes two officers, closes to everybody but the patient’s plan, and opens again as it was', async () => {
    const [first, second] = officers;
    expect(await freeze(first, 'RECORD')).toBe(true);
    const [asked] = (await desk(first)).freezes;
    expect(asked).toMatchObject({
      kind: 'RECORD',
      name: 'Jo Ashcroft',
      inForce: false,
      viewerMayConfirm: false,
    });
    // Asked for is not frozen, and nobody confirms their own.
    expect((await first.graphql(CONFIRM, { freeze: asked.id })).confirmFreeze).toBe(false);
    expect((await seen(staff)).viewerLabels).toEqual(['GENERAL']);
    const stream = staff.subscribe('subscription ($id: ID!) { recordChanged(record: $id) { change } }', {
      id: patient.recordId,
    });
    await stream.next();
    await server.db.rows('update heldwell.entry set author_team_id = $2 where patient_id = $1', [
      patient.id,
      team.id,
    ]);
    expect((await desk(second)).freezes[0].viewerMayConfirm).toBe(true);
    expect((await second.graphql(CONFIRM, { freeze: asked.id })).confirmFreeze).toBe(true);
    expect(await stream.ended()).toBe('COMPLETE');
    for (const client of [staff, helper]) expect(await seen(client)).toBeNull();
    expect(await own(owner)).toEqual({
      givenName: 'Jo',
      viewerAccess: 'FROZEN',
      nhsNumber: null,
      timeline: { nodes: [{ title: 'Safety plan' }] },
      threads: { nodes: [] },
    });
    const { errors } = await owner.answer(SHARE, {
      input: { id: randomUUID(), team: writeId('TEAM', team.id), labels: ['GENERAL'], rights: ['SEE'] },
    });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await first.graphql(LIFT, { freeze: asked.id })).liftFreeze).toBe(true);
    expect((await seen(staff)).viewerLabels).toEqual(['GENERAL']);
    expect((await seen(helper)).viewerLabels).toEqual(['GENERAL']);
    expect((await own(owner)).viewerAccess).toBe('OWN');
    expect((await desk(first)).freezes[0]).toMatchObject({ inForce: false, liftReason: 'Looked into.' });
  });

  it('is no matter for a stranger to the office, nor for an office that does not know the record', async () => {
    const elsewhere = await aTeam(server.db);
    const stranger = await server.asPerson(
      (await aPrivacyOfficer(server.db, elsewhere.organisationId)).email,
      'PROFESSIONAL',
    );
    const theirs = { organisation: writeId('ORGANISATION', elsewhere.organisationId) };
    for (const refused of [
      freeze(stranger, 'RECORD'),
      freeze(stranger, 'RECORD', theirs),
      freeze(staff, 'SOURCE'),
    ]) {
      expect(await refused).toBe(false);
    }
    const { viewer } = await stranger.graphql('{ viewer { privacyDesks { id } } }');
    expect(viewer.privacyDesks).toEqual([{ id: theirs.organisation }]);
    expect((await staff.graphql('{ viewer { privacyDesks { id } } }')).viewer.privacyDesks).toEqual([]);
    expect(await desk(stranger)).toBeNull();
    expect(await desk(staff)).toBeNull();
    expect(await freeze(officers[0], 'RECORD')).toBe(true);
  });
});

it('closes what an organisation sent to a record, to the patient too, and what it sends after', async () => {
  expect(await freeze(officers[0], 'SOURCE')).toBe(true);
  for (const client of [staff, owner]) {
    expect((await seen(client)).timeline.nodes.map(({ title }: { title: string }) => title)).not.toContain(
      'From the organisation',
    );
    expect((await seen(client)).timeline.nodes).toContainEqual({
      title: 'From elsewhere',
      kind: 'CONDITION',
    });
  }
  await anEntryRow(server.db, patient.id, { sourceOrganisationId: team.organisationId });
  expect((await seen(owner)).timeline.nodes).toHaveLength(2);
  const [frozen] = (await desk(officers[0])).freezes;
  await officers[0].graphql(LIFT, { freeze: frozen.id });
  expect((await seen(owner)).timeline.nodes).toHaveLength(4);
});

it('leaves a line in the log for each record an officer reads of, and none for a person', async () => {
  await freeze(officers[0], 'SOURCE');
  const { freezePerson } = await officers[0].graphql(PERSON, {
    input: {
      id: randomUUID(),
      organisation: organisation(),
      person: writeId('PERSON', member.personId),
      reason: 'Looked without a reason',
    },
  });
  expect(freezePerson).toBe(true);
  await desk(officers[1]);
  await desk(officers[1]);
  const looks = await server.db.rows(
    `select action, what, role, purpose from heldwell.access_log where patient_id = $1 and role = 'PRIVACY_OFFICER'
       and action = 'LISTED'`,
    [patient.id],
  );
  expect(looks).toEqual([
    { action: 'LISTED', what: 'FREEZE', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_OFFICE' },
  ]);
});

it('keeps a frozen person out of the teams of the organisation, and ends their sessions and streams', async () => {
  const stream = staff.subscribe('subscription ($id: ID!) { recordChanged(record: $id) { change } }', {
    id: patient.recordId,
  });
  await stream.next();
  const input = {
    id: randomUUID(),
    organisation: organisation(),
    person: writeId('PERSON', member.personId),
    reason: 'x',
  };
  expect((await helper.answer(PERSON, { input })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await officers[0].graphql(PERSON, { input })).freezePerson).toBe(true);
  expect(await stream.ended()).toBe('COMPLETE');
  const again = await server.asPerson(member.email, 'PROFESSIONAL');
  expect(await seen(again)).toBeNull();
  const [frozen] = (await desk(officers[0])).freezes;
  expect(frozen).toMatchObject({ kind: 'PERSON', inForce: true });
  await officers[1].graphql(LIFT, { freeze: frozen.id });
  expect((await seen(again)).viewerLabels).toEqual(['GENERAL']);
});

it('takes the office of an officer who is frozen: their own freeze another one lifts', async () => {
  const { db } = server;
  const second = await aProfessional(db, { team });
  await db.rows(
    `insert into heldwell.organisation_officer (organisation_id, person_id, role) values ($1, $2, 'PRIVACY_OFFICER')`,
    [team.organisationId, second.personId],
  );
  const input = { organisation: organisation(), person: writeId('PERSON', second.personId), reason: 'x' };
  const { freezePerson } = await officers[0].graphql(PERSON, { input: { ...input, id: randomUUID() } });
  expect(freezePerson).toBe(true);
  const theirs = await server.asPerson(second.email, 'PROFESSIONAL');
  expect(await desk(theirs)).toBeNull();
  const freeze = (await desk(officers[0])).freezes.find(({ inForce }: { inForce: boolean }) => inForce);
  const lift = async (by: AppClient) => (await by.graphql(LIFT, { freeze: freeze.id })).liftFreeze;
  expect(await lift(theirs)).toBe(false);
  expect(await lift(officers[0])).toBe(true);
  expect(await desk(theirs)).not.toBeNull();
});
