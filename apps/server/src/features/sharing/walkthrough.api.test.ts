import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { runsOf } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { giveDirectCare } from '../consent/index.ts';

const UNDECIDED = `{ viewer { record { undecidedGrantCount sharing { undecided { id version basis labels grantee { name } } } } } }`;
const KEEP = `mutation ($input: KeepSharingInput!) { keepSharing(input: $input) {
  sharing { undecided { id } grants { id version } } } }`;
const CHANGE = `mutation ($input: ChangeSharingInput!) { changeSharing(input: $input) { __typename } }`;
const STOP = `mutation ($input: StopSharingInput!) { stopSharing(input: $input) { __typename } }`;

let server: TestServer;

beforeAll(async () => {
  server = await aServer();
});

interface Scene {
  patient: MadePatient;
  team: MadeTeam;
  owner: AppClient;
}

/** A patient a team cares for, with a carer they chose themself and a discussion with another team. */
async function aScene(): Promise<Scene> {
  const { db } = server;
  const team = await aTeam(db);
  const patient = await aPatient(db)
    .sharing('GENERAL', { with: await aCarer(db) })
    .withThread({ with: await aTeam(db) })
    .stored();
  const cares = { ...team, defaultLabels: ['GENERAL', 'MENTAL_HEALTH'] as const };
  await giveDirectCare(runsOf(db), patient.id, { team: cares, givenBy: team.name });
  return { patient, team, owner: await server.asPerson(patient.email, 'PATIENT') };
}

const undecided = async (owner: AppClient) => {
  const { undecidedGrantCount, sharing } = (await owner.graphql(UNDECIDED)).viewer.record;
  expect(undecidedGrantCount).toBe(sharing.undecided.length);
  return sharing.undecided;
};

describe('what a patient has not decided about', () => {
  it('is the access of teams that care for them, until they keep it', async () => {
    const { team, owner } = await aScene();
    const [grant, ...others] = await undecided(owner);
    expect(others).toEqual([]);
    expect(grant).toMatchObject({
      version: 1,
      basis: 'DIRECT_CARE',
      labels: ['GENERAL', 'MENTAL_HEALTH'],
      grantee: { name: team.name },
    });
    const input = { grant: grant.id, version: 1 };
    for (let times = 0; times < 2; times += 1) {
      const { keepSharing } = await owner.graphql(KEEP, { input });
      expect(keepSharing.sharing.undecided).toEqual([]);
      // Nothing about the grant itself changed.
      expect(keepSharing.sharing.grants).toContainEqual({ id: grant.id, version: 1 });
    }
  });

  it('is settled by narrowing or ending it', async () => {
    for (const settle of ['narrow', 'end'] as const) {
      const { owner } = await aScene();
      const [grant] = await undecided(owner);
      if (settle === 'narrow')
        await owner.graphql(CHANGE, { input: { grant: grant.id, labels: ['GENERAL'] } });
      else await owner.graphql(STOP, { input: { grant: grant.id } });
      expect(await undecided(owner)).toEqual([]);
    }
  });

  it('is kept as it was seen: not a version that came or went since, nor another’s', async () => {
    const { owner } = await aScene();
    const [grant] = await undecided(owner);
    expect((await owner.graphql(KEEP, { input: { grant: grant.id, version: 2 } })).keepSharing).toBeNull();
    await owner.graphql(CHANGE, { input: { grant: grant.id, labels: ['GENERAL'] } });
    expect((await owner.graphql(KEEP, { input: { grant: grant.id, version: 1 } })).keepSharing).toBeNull();
    const other = await aScene();
    const [theirs] = await undecided(other.owner);
    const input = { grant: theirs.id, version: 1 };
    expect((await owner.graphql(KEEP, { input })).keepSharing).toBeNull();
    expect(await undecided(other.owner)).toHaveLength(1);
  });

  it('is for the patient alone to decide', async () => {
    const { patient, team, owner } = await aScene();
    const [grant] = await undecided(owner);
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const looks = 'query ($id: ID!) { record(id: $id) { sharing { undecided { id } } } }';
    for (const { errors } of [
      await staff.answer(KEEP, { input: { grant: grant.id, version: 1 } }),
      await staff.answer(looks, { id: patient.recordId }),
    ])
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { record } = await staff.graphql(
      'query ($id: ID!) { record(id: $id) { givenName undecidedGrantCount } }',
      { id: patient.recordId },
    );
    expect(record).toEqual({ givenName: 'Jo', undecidedGrantCount: 0 });
    expect(await undecided(owner)).toHaveLength(1);
  });
});
