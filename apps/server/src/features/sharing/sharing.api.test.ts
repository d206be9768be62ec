import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { saidIn } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { CHANGE, RELABEL, SHARE, STOP } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const HISTORY = `query ($id: ID!) { record(id: $id) { sharing {
  grants { version labels state grantee { name } }
  history { nodes { version labels ended givenBy reason } }
} } }`;
const SEEN = 'query ($id: ID!) { record(id: $id) { viewerLabels timeline { nodes { id } } } }';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let owner: AppClient;
let staff: AppClient;

async function aScene(): Promise<void> {
  const { db } = server;
  team = await aTeam(db);
  patient = await aPatient(db).withEntry({ label: 'GENERAL' }).withEntry({ label: 'MENTAL_HEALTH' }).stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL');
}
const share = (labels: string[], chosen: object = {}) =>
  owner.graphql(SHARE, {
    input: {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      labels,
      rights: ['SEE', 'MESSAGE'],
      ...chosen,
    },
  });
const seen = async () =>
  (await staff.graphql(SEEN, { id: patient.recordId })).record?.timeline.nodes.length ?? null;

beforeAll(async () => {
  server = await aServer();
});

describe('sharing with a team', () => {
  it('is one grant: every change a version, and every version kept with who, when and why', async () => {
    await aScene();
    const given = (await share(['GENERAL', 'MENTAL_HEALTH'])).shareWithTeam;
    expect(given.grant).toMatchObject({
      version: 1,
      labels: ['GENERAL', 'MENTAL_HEALTH'],
      state: 'IN_FORCE',
    });
    expect(await seen()).toBe(2);
    const again = (await share(['GENERAL'])).shareWithTeam;
    expect(again.grant).toMatchObject({ id: given.grant.id, version: 2, labels: ['GENERAL'] });
    expect(await seen()).toBe(1);
    expect((await share(['GENERAL'])).shareWithTeam.grant.version).toBe(2);
    await owner.graphql(CHANGE, { grant: given.grant.id, labels: ['GENERAL', 'SOCIAL_CARE'] });
    await owner.graphql(STOP, { grant: given.grant.id, reason: 'Discharged' });
    await owner.graphql(STOP, { grant: given.grant.id });
    expect(await seen()).toBeNull();
    const { sharing } = (await owner.graphql(HISTORY, { id: patient.recordId })).record;
    expect(sharing.grants).toEqual([]);
    const by = `${patient.givenName} ${patient.familyName}`;
    expect(sharing.history.nodes).toEqual([
      { version: 4, labels: ['GENERAL', 'SOCIAL_CARE'], ended: true, givenBy: by, reason: 'Discharged' },
      { version: 3, labels: ['GENERAL', 'SOCIAL_CARE'], ended: false, givenBy: by, reason: null },
      { version: 2, labels: ['GENERAL'], ended: false, givenBy: by, reason: null },
      { version: 1, labels: ['GENERAL', 'MENTAL_HEALTH'], ended: false, givenBy: by, reason: null },
    ]);
  });

  it('gives what nobody has sorted only with all four labels', async () => {
    await aScene();
    const four = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'];
    expect((await share(four)).shareWithTeam.grant.labels).toEqual([...four, 'UNLABELLED']);
    expect((await share(four.slice(1))).shareWithTeam.grant.labels).toEqual(four.slice(1));
    expect((await share([...four.slice(1), 'UNLABELLED'])).shareWithTeam.grant.labels).toEqual(four.slice(1));
  });

  it('refuses a grant of nothing, and ends by itself when its time is over', async () => {
    await aScene();
    const input = { id: randomUUID(), team: writeId('TEAM', team.id), labels: [], rights: ['SEE'] };
    expect((await owner.answer(SHARE, { input })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'labels' }],
    });
    await share(['GENERAL'], { validUntil: new Date(Date.now() + 700).toISOString() });
    expect(await seen()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await seen()).toBeNull();
  });

  it('does not combine the labels of one grant with the rights of another', async () => {
    await aScene();
    await share(['MENTAL_HEALTH'], { rights: ['MESSAGE'] });
    expect(await seen()).toBeNull();
    await share(['MENTAL_HEALTH'], { rights: ['SEE'] });
    expect(await seen()).toBe(1);
  });

  it('is for the patient alone', async () => {
    await aScene();
    const { shareWithTeam } = await share(['GENERAL']);
    for (const [query, variables, needs] of [
      [STOP, { grant: shareWithTeam.grant.id }, 'MANAGE_SHARING'],
      [CHANGE, { grant: shareWithTeam.grant.id, labels: ['GENERAL', 'SEXUAL_HEALTH'] }, 'MANAGE_SHARING'],
      [RELABEL, { entry: patient.entryId(), label: 'SOCIAL_CARE' }, 'PATIENT'],
    ] as const) {
      const { errors } = await staff.answer(query, variables);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', needs });
    }
    const answer = await staff.answer(HISTORY, { id: patient.recordId });
    expect(answer.data?.record.sharing).toBeNull();
  });

  it('is undone by a carer who leaves, for themself alone', async () => {
    const { db } = server;
    const [leaving, staying] = [await aCarer(db), await aCarer(db)];
    const one = await aPatient(db)
      .sharing('GENERAL', { with: leaving })
      .sharing('GENERAL', { with: staying })
      .stored();
    const records = async (email: string) => {
      const client = await server.asPerson(email, 'CARER');
      return (await client.graphql('{ viewer { caresFor { nodes { id } } } }')).viewer.caresFor.nodes.length;
    };
    expect([await records(leaving.email), await records(staying.email)]).toEqual([1, 1]);
    const client = await server.asPerson(leaving.email, 'CARER');
    const leave = 'mutation ($id: ID!) { leaveRecord(input: { record: $id }) }';
    expect((await client.graphql(leave, { id: one.recordId })).leaveRecord).toBe(true);
    expect((await client.graphql(leave, { id: one.recordId })).leaveRecord).toBe(false);
    expect([await records(leaving.email), await records(staying.email)]).toEqual([0, 1]);
  });
});

describe('relabelling', () => {
  it('keeps who changed what, shows it to those who hold both labels, and hides it from the rest', async () => {
    await aScene();
    await share(['GENERAL', 'SOCIAL_CARE']);
    const entry = patient.entryId(0);
    const ask = 'query ($id: ID!) { entry(id: $id) { label version versions { version label changedBy } } }';
    const { relabelEntry } = await owner.graphql(RELABEL, { entry, label: 'SOCIAL_CARE', reason: 'Private' });
    expect(relabelEntry.entry).toEqual({ label: 'SOCIAL_CARE', version: 2 });
    await owner.graphql(RELABEL, { entry, label: 'SOCIAL_CARE' });
    const by = `${patient.givenName} ${patient.familyName}`;
    const versions = [
      { version: 2, label: 'SOCIAL_CARE', changedBy: by },
      { version: 1, label: 'GENERAL', changedBy: null },
    ];
    expect((await owner.graphql(ask, { id: entry })).entry).toEqual({
      label: 'SOCIAL_CARE',
      version: 2,
      versions,
    });
    expect((await staff.graphql(ask, { id: entry })).entry.versions).toEqual(versions);
    await share(['SOCIAL_CARE']);
    expect((await staff.graphql(ask, { id: entry })).entry.versions).toEqual([versions[0]]);
    await share(['GENERAL']);
    expect((await staff.graphql(ask, { id: entry })).entry).toBeNull();
    const [stored] = await server.db.rows<{ blob: Buffer }>(
      'select content as blob from heldwell.entry_version where patient_id = $1 and version = 2',
      [patient.id],
    );
    const kept = await saidIn(server.db, {
      place: 'entry_version.content',
      row: `${patient.entries[0]}.2`,
      patient: patient.id,
      label: 'SOCIAL_CARE',
      blob: stored?.blob ?? Buffer.of(),
    });
    expect(kept).toMatchObject({ reason: 'Private', resource: { resourceType: 'Condition' } });
  });

  it('refuses the label nobody chooses', async () => {
    await aScene();
    const { errors } = await owner.answer(RELABEL, { entry: patient.entryId(), label: 'UNLABELLED' });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
