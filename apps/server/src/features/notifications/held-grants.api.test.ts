import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
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

const LIST = '{ viewer { notices { nodes { kind recordName } } } }';
const STOP_ALL = 'mutation { stopAllSharing(input: {}) { stop { stoppedAt } } }';
const RESUME = 'mutation { resumeSharing { __typename } }';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let member: MadePerson;
let owner: AppClient;
let staff: AppClient;

async function aScene(): Promise<void> {
  const { db } = server;
  team = await aTeam(db);
  patient = await aPatient(db).withEntry({ label: 'GENERAL' }).stored();
  member = await aProfessional(db, { team });
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson(member.email, 'PROFESSIONAL');
}
const told = async (client: AppClient): Promise<{ kind: string; recordName: string | null }[]> =>
  (await client.graphql(LIST)).viewer.notices.nodes;
const kinds = async (client: AppClient) => (await told(client)).map(({ kind }) => kind);
const share = () =>
  owner.graphql(SHARE, {
    input: { id: randomUUID(), team: writeId('TEAM', team.id), labels: ['GENERAL'], rights: ['SEE'] },
  });

beforeAll(async () => {
  server = await aServer();
});

describe('stopping all sharing', () => {
  it('is told to the patient and to everybody it holds back, each time, as is resuming', async () => {
    await aScene();
    await share();
    for (let turn = 0; turn < 2; turn += 1) {
      await owner.graphql(STOP_ALL);
      await owner.graphql(RESUME);
    }
    const turns = (one: string[]) => [...one, ...one];
    expect(await kinds(staff)).toEqual([...turns(['ACCESS_GIVEN', 'ACCESS_ENDED']), 'ACCESS_GIVEN']);
    expect(await kinds(owner)).toEqual([...turns(['SHARING_RESUMED', 'SHARING_STOPPED']), 'ACCESS_GIVEN']);
  });

  it('names no record while it lasts, and what is given meanwhile is told when it holds', async () => {
    await aScene();
    await owner.graphql(STOP_ALL);
    await share();
    expect(await told(staff)).toEqual([]);
    await owner.graphql(RESUME);
    expect(await told(staff)).toEqual([
      { kind: 'ACCESS_GIVEN', recordName: `${patient.givenName} ${patient.familyName}` },
    ]);
    await owner.graphql(STOP_ALL);
    expect((await told(staff)).map(({ recordName }) => recordName)).toEqual([null, null]);
  });
});

describe('an emergency', () => {
  it('is told to the patient, to who opened the record, and to the privacy officers of their organisation', async () => {
    await aScene();
    const officer = await server.asPerson(
      (await aPrivacyOfficer(server.db, team.organisationId)).email,
      'PROFESSIONAL',
    );
    const elsewhere = await server.asPerson(
      (await aPrivacyOfficer(server.db, (await aTeam(server.db)).organisationId)).email,
      'PROFESSIONAL',
    );
    await server.db.rows(
      `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights,
         summary_labels, basis, valid_from, valid_until, given_by, given_by_person, recorded_at, acting_team_id)
       values ($1, $2, 1, 'PROFESSIONAL', $3, 'Sam', '{}', '{SEE}', '{GENERAL}', 'EMERGENCY', now(), now() + interval '1 hour',
         'Sam', $3, now(), $4)`,
      [patient.id, randomUUID(), member.personId, team.id],
    );
    for (const client of [owner, staff, officer]) expect(await kinds(client)).toEqual(['EMERGENCY_ACCESS']);
    expect(await kinds(elsewhere)).toEqual([]);
    // An office gives no reading by itself, not even of a name.
    expect((await told(officer))[0]?.recordName).toBeNull();
  });
});
