import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import {
  aCarer,
  aPrivacyOfficer,
  aProfessional,
  aTeam,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { writeId } from '../../platform/global-id.ts';

const OPEN = `mutation ($input: OpenInEmergencyInput!) { openInEmergency(input: $input) { __typename } }`;
const DESK = `query ($id: ID!) { privacyDesk(organisation: $id) { emergencies { nodes {
  id person team patient reason outcome note reviewedBy viewerMayReview } } } }`;
const REVIEW = `mutation ($input: ReviewEmergencyInput!) { reviewEmergency(input: $input) }`;
const HISTORY = `{ viewer { record { sharing { history { nodes { basis emergencyReview } } } } } }`;

let server: TestServer;
let team: MadeTeam;
let staff: AppClient;
let officer: AppClient;
let owner: AppClient;
let readsTheLog: AppClient;
let readsNoLog: AppClient;

beforeAll(async () => {
  server = await aServer();
  const { db } = server;
  team = await aTeam(db);
  const carers = [await aCarer(db), await aCarer(db)] as const;
  const patient = await aPatient(db)
    .named('Jo', 'Ashcroft')
    .known('9960000013', '1971-03-04')
    .sharing('GENERAL', { with: carers[0], rights: ['SEE', 'SEE_LOG'] })
    .sharing('GENERAL', { with: carers[1], rights: ['SEE'] })
    .sharing('GENERAL', { with: await aTeam(db) })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  readsTheLog = await server.asPerson(carers[0].email, 'CARER');
  readsNoLog = await server.asPerson(carers[1].email, 'CARER');
  const member = await aProfessional(db, { team });
  // Somebody of the team who is an officer too reviews no emergency of their own.
  await db.rows(
    `insert into heldwell.organisation_officer (organisation_id, person_id, role) values ($1, $2, 'PRIVACY_OFFICER')`,
    [team.organisationId, member.personId],
  );
  staff = await server.asPerson(member.email, 'PROFESSIONAL');
  officer = await server.asPerson((await aPrivacyOfficer(db, team.organisationId)).email, 'PROFESSIONAL');
  const input = {
    ...{ nhsNumber: '9960000013', birthDate: '1971-03-04', familyName: 'Ashcroft' },
    ...{ team: writeId('TEAM', team.id), reason: 'Found unwell in the street.' },
  };
  expect((await staff.graphql(OPEN, { input })).openInEmergency.__typename).toBe('OpenedInEmergency');
});

const onDesk = async (by: AppClient) => {
  const { privacyDesk } = await by.graphql(DESK, { id: writeId('ORGANISATION', team.organisationId) });
  return privacyDesk.emergencies.nodes[0];
};
const history = async () => (await owner.graphql(HISTORY)).viewer.record.sharing.history.nodes;

describe('an emergency', () => {
  it('is told at once to a carer whom the patient lets see who looked, and to no other', async () => {
    const told = async (by: AppClient) =>
      (
        await by.graphql('{ viewer { notices { nodes { kind recordName madeBy } } } }')
      ).viewer.notices.nodes.filter(({ kind }: { kind: string }) => kind === 'EMERGENCY_ACCESS');
    expect(await told(readsTheLog)).toEqual([
      { kind: 'EMERGENCY_ACCESS', recordName: 'Jo Ashcroft', madeBy: null },
    ]);
    expect(await told(readsNoLog)).toEqual([]);
  });
});

describe('an emergency on the desk', () => {
  it('is reviewed by another officer, and the patient reads what was found, not the officers’ words', async () => {
    const waiting = await onDesk(officer);
    expect(waiting).toMatchObject({
      ...{ team: team.name, patient: 'Jo Ashcroft', reason: 'Found unwell in the street.' },
      ...{ outcome: null, note: null, viewerMayReview: true },
    });
    expect((await onDesk(staff)).viewerMayReview).toBe(false);
    expect((await history())[0]).toEqual({ basis: 'EMERGENCY', emergencyReview: null });
    expect((await history())[1]).toEqual({ basis: 'PATIENT_CHOICE', emergencyReview: null });
    const input = { emergency: waiting.id, outcome: 'NOT_JUSTIFIED', note: 'They were awake.' };
    expect((await staff.graphql(REVIEW, { input })).reviewEmergency).toBe(false);
    expect((await officer.graphql(REVIEW, { input })).reviewEmergency).toBe(true);
    expect(await onDesk(officer)).toMatchObject({
      ...{ outcome: 'NOT_JUSTIFIED', note: 'They were awake.' },
      ...{ reviewedBy: expect.stringContaining('Pat'), viewerMayReview: false },
    });
    expect((await history())[0]).toEqual({ basis: 'EMERGENCY', emergencyReview: 'NOT_JUSTIFIED' });
    // What the patient has read stands, whoever comes next.
    const next = await aPrivacyOfficer(server.db, team.organisationId);
    const second = await server.asPerson(next.email, 'PROFESSIONAL');
    const other = { ...input, outcome: 'JUSTIFIED' };
    expect((await second.graphql(REVIEW, { input: other })).reviewEmergency).toBe(false);
    expect((await history())[0].emergencyReview).toBe('NOT_JUSTIFIED');
  });
});
