import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  aPerson,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { signAgain } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { STOP } from '../../../test/harness/commands.ts';
import { statementsOf } from '../../../test/harness/statements.ts';

const SHARED = `query ($first: Int = 20, $after: String) { viewer { hasSharedRecords
  sharedRecords(first: $first, after: $after) { nodes { id givenName viewerLabels } pageInfo { hasNextPage endCursor } } } }`;

interface Page {
  nodes: { familyName: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let server: TestServer;
let team: MadeTeam;
let robin: MadePerson;
let alone: AppClient;
let member: AppClient;

const byThemself = ({ personId, givenName, familyName }: MadePerson) =>
  ({ kind: 'PROFESSIONAL', id: personId, name: `${givenName} ${familyName}` }) as const;
const wholeOrganisation = (of: MadeTeam) =>
  ({ kind: 'ORGANISATION', id: of.organisationId, name: 'The organisation' }) as const;

async function listed(client: AppClient): Promise<string[]> {
  const { hasSharedRecords, sharedRecords } = (await client.graphql(SHARED)).viewer;
  expect(hasSharedRecords).toBe(sharedRecords.nodes.length > 0);
  return sharedRecords.nodes.map(({ id }: { id: string }) => id);
}
const stop = async (patient: MadePatient) =>
  (await server.asPerson(patient.email, 'PATIENT')).graphql(STOP, { grant: patient.grantId() });
const looks = (patient: MadePatient): Promise<{ what: string; person_name: string }[]> =>
  server.db.rows('select * from heldwell.access_log where patient_id = $1 and action = $2', [
    patient.id,
    'LISTED',
  ]);

beforeAll(async () => {
  server = await aServer();
});

async function aScene(): Promise<void> {
  team = await aTeam(server.db);
  robin = await aPerson(server.db);
  alone = await server.asPerson(robin.email, 'PROFESSIONAL');
  member = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
}

describe('records shared with the viewer', () => {
  it('are those shared with a professional by themself, until the patient stops', async () => {
    await aScene();
    const patient = await aPatient(server.db)
      .sharing('MENTAL_HEALTH', { with: byThemself(robin) })
      .stored();
    const { viewer } = await alone.graphql(SHARED);
    expect(viewer.hasSharedRecords).toBe(true);
    expect(viewer.sharedRecords.nodes).toEqual([
      { id: patient.recordId, givenName: patient.givenName, viewerLabels: ['MENTAL_HEALTH'] },
    ]);
    expect(await listed(member)).toEqual([]);
    await stop(patient);
    expect(await listed(alone)).toEqual([]);
  });

  it('are those shared with a whole organisation, for whoever works in it and for nobody of another', async () => {
    await aScene();
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: wholeOrganisation(team) })
      .stored();
    const sister = await aTeam(server.db, { organisationId: team.organisationId });
    const colleague = await aProfessional(server.db, { team: sister });
    const stranger = await aProfessional(server.db, { team: await aTeam(server.db) });
    const inside = await server.asPerson(colleague.email, 'PROFESSIONAL');
    const outside = await server.asPerson(stranger.email, 'PROFESSIONAL');
    expect(await listed(member)).toEqual([patient.recordId]);
    expect(await listed(inside)).toEqual([patient.recordId]);
    expect(await listed(outside)).toEqual([]);
    expect(await listed(alone)).toEqual([]);
    await server.db.rows('update heldwell.team_member set left_at = now() where person_id = $1', [
      colleague.personId,
    ]);
    expect(await listed(await server.asPerson(colleague.email, 'PROFESSIONAL'))).toEqual([]);
    expect(await listed(member)).toEqual([patient.recordId]);
    await stop(patient);
    expect(await listed(member)).toEqual([]);
  });

  it('are not those of a team, which stand in its caseload, nor anything in another app', async () => {
    await aScene();
    await aPatient(server.db).sharing('GENERAL', { with: team }).stored();
    expect(await listed(member)).toEqual([]);
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: team })
      .sharing('SOCIAL_CARE', { with: wholeOrganisation(team) })
      .sharing('GENERAL', { with: byThemself(robin) })
      .stored();
    expect(await listed(member)).toEqual([patient.recordId]);
    expect(await listed(alone)).toEqual([patient.recordId]);
    expect(await listed(await server.asPerson(robin.email, 'CARER'))).toEqual([]);
  });

  it('are not what somebody may not see now: not begun, run out, or to write in alone', async () => {
    await aScene();
    const robins = byThemself(robin);
    const hour = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
    await aPatient(server.db)
      .sharing('GENERAL', { with: robins, validFrom: hour(1) })
      .stored();
    await aPatient(server.db)
      .sharing('GENERAL', { with: robins, validFrom: hour(-2), validUntil: hour(-1) })
      .stored();
    await aPatient(server.db)
      .sharing('GENERAL', { with: robins, rights: ['MESSAGE'] })
      .stored();
    expect(await listed(alone)).toEqual([]);
    const patient = await aPatient(server.db).sharing('GENERAL', { with: robins }).stored();
    expect(await listed(alone)).toEqual([patient.recordId]);
  });

  it('are not what the viewer opened in an emergency, which nobody shares', async () => {
    await aScene();
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: byThemself(robin) })
      .stored();
    expect(await listed(alone)).toEqual([patient.recordId]);
    await server.db.rows(
      `update heldwell.consent_grant set basis = 'EMERGENCY', valid_until = now() + interval '1 hour'
        where patient_id = $1`,
      [patient.id],
    );
    await signAgain(server.db, patient.id, patient.grants[0] ?? '');
    expect(await listed(alone)).toEqual([]);
    const open = 'query ($id: ID!) { record(id: $id) { id } }';
    expect((await alone.graphql(open, { id: patient.recordId })).record).not.toBeNull();
  });

  it('come page by page by family name, each once, in one statement', async () => {
    await aScene();
    for (const name of ['Okoro', 'adeyemi', 'Nwosu']) {
      const one = aPatient(server.db)
        .named('Jo', name)
        .sharing('GENERAL', { with: byThemself(robin) });
      await one.sharing('GENERAL', { with: wholeOrganisation(team) }).stored();
    }
    const text = `query ($after: String) { viewer { sharedRecords(first: 1, after: $after) {
      nodes { familyName } pageInfo { hasNextPage endCursor } } } }`;
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { sharedRecords }: { sharedRecords: Page } = (await alone.graphql(text, { after })).viewer;
      names.push(...sharedRecords.nodes.map(({ familyName }) => familyName));
      after = sharedRecords.pageInfo.hasNextPage ? sharedRecords.pageInfo.endCursor : null;
    } while (after);
    expect(names).toEqual(['adeyemi', 'Nwosu', 'Okoro']);
    expect(await statementsOf(() => alone.graphql(text))).toBe(1);
  });

  it('are told to the patient as a list is, and only where they were named', async () => {
    await aScene();
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: byThemself(robin) })
      .stored();
    await alone.graphql('{ viewer { hasSharedRecords } }');
    await member.graphql(SHARED);
    expect(await looks(patient)).toEqual([]);
    await alone.graphql(SHARED);
    await alone.graphql(SHARED);
    expect(await looks(patient)).toMatchObject([
      { what: 'LIST', person_name: `${robin.givenName} ${robin.familyName}` },
    ]);
  });
});
