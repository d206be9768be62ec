import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { writeId } from '../../platform/global-id.ts';

const DIFFERENCE = `query ($by: SeenByInput!) { seenBy(by: $by) { name kind
  record { viewerLabels timeline { nodes { id } } }
  difference {
    counts { label kind now after } gainedCount lostCount
    entriesGained { id } entriesLost(first: 1) { id } discussionsGained { id } discussionsLost { id subject }
  } } }`;

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let owner: AppClient;
beforeAll(async () => {
  server = await aServer();
  const { db } = server;
  team = await aTeam(db);
  patient = await aPatient(db)
    .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: team })
    .sharing('GENERAL', { with: await aCarer(db) })
    .withEntry({ label: 'GENERAL' })
    .withEntry({ label: 'MENTAL_HEALTH' })
    .withEntry({ label: 'SOCIAL_CARE' })
    .withThread({ with: await aTeam(db), label: 'MENTAL_HEALTH' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
});

const seenBy = async (by: object) => (await owner.graphql(DIFFERENCE, { by })).seenBy;
const entry = (at: number) => ({ id: patient.entryId(at) });

describe('what if', () => {
  it('says what would be lost and gained, by label and kind and by name', async () => {
    const { name, kind, record, difference } = await seenBy({
      grant: patient.grantId(0),
      labels: ['GENERAL', 'SOCIAL_CARE'],
    });
    expect([name, kind]).toEqual([team.name, 'TEAM']);
    expect(record).toEqual({
      viewerLabels: ['GENERAL', 'SOCIAL_CARE'],
      timeline: { nodes: [entry(2), entry(0)] },
    });
    const of = { kind: expect.any(String) };
    expect(difference).toEqual({
      counts: [
        { label: 'GENERAL', ...of, now: 1, after: 1 },
        { label: 'MENTAL_HEALTH', ...of, now: 1, after: 0 },
        { label: 'SOCIAL_CARE', ...of, now: 0, after: 1 },
      ],
      gainedCount: 1,
      lostCount: 1,
      entriesGained: [entry(2)],
      entriesLost: [entry(1)],
      discussionsGained: [],
      discussionsLost: [{ id: patient.threadId(), subject: expect.any(String) }],
    });
  });

  it('is a team that has nothing yet, or a carer nobody knows yet', async () => {
    const other = await aTeam(server.db);
    for (const by of [{ team: writeId('TEAM', other.id) }, { invited: 'CARER' }]) {
      expect((await seenBy(by)).record).toBeNull();
      const supposed = await seenBy({ ...by, labels: ['MENTAL_HEALTH'] });
      expect(supposed.record.timeline.nodes).toEqual([entry(1)]);
      expect(supposed.difference).toMatchObject({ gainedCount: 1, lostCount: 0, entriesGained: [entry(1)] });
    }
    expect(await server.db.rows(`select 1 from heldwell.consent_grant where grantee_name = ''`)).toEqual([]);
  });

  it('gives nothing while sharing is stopped, as it would', async () => {
    await owner.graphql('mutation { stopAllSharing(input: {}) { __typename } }');
    const by = { grant: patient.grantId(0), labels: ['GENERAL', 'SOCIAL_CARE'] };
    expect((await seenBy(by)).record).toBeNull();
    await owner.graphql('mutation { resumeSharing { __typename } }');
    expect((await seenBy(by)).record.timeline.nodes).toHaveLength(2);
  });

  it('refuses what names nobody, or two', async () => {
    const code = async (by: object) => (await owner.answer(DIFFERENCE, { by })).errors?.[0]?.extensions?.code;
    expect(await code({})).toBe('BAD_USER_INPUT');
    expect(await code({ grant: patient.grantId(0), invited: 'CARER' })).toBe('BAD_USER_INPUT');
    expect(await code({ invited: 'TEAM', labels: ['GENERAL'] })).toBe('BAD_USER_INPUT');
    expect(await seenBy({ grant: patient.entryId(0) })).toBeNull();
  });
});

describe('an operation that looks', () => {
  it('is the patient’s own again for everything beside it, in whatever order', async () => {
    const mine = `record(id: "${patient.recordId}") { viewerAccess timeline { nodes { id } } }`;
    const theirs = (as: string, labels: string) =>
      `${as}: seenBy(by: { grant: "${patient.grantId(0)}", labels: [${labels}] }) { record { viewerAccess timeline { nodes { id } } } }`;
    const alone = (await owner.graphql(`{ ${mine} }`)).record;
    expect(alone.timeline.nodes).toHaveLength(3);
    const { a, b, record, viewer, ...rest } = await owner.graphql(
      `{ first: ${mine} ${theirs('a', 'GENERAL')} record: ${mine} ${theirs('b', '')} viewer { app } last: ${mine} }`,
    );
    expect(a.record).toEqual({ viewerAccess: 'GRANTED', timeline: { nodes: [entry(0)] } });
    expect(b).toEqual({ record: null });
    expect(viewer.app).toBe('PATIENT');
    for (const own of [record, rest.first, rest.last]) expect(own).toEqual(alone);
  });

  it('shows what the grantee is shown, until it is changed', async () => {
    const staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const text = 'query ($id: ID!) { record(id: $id) { timeline { nodes { id } } } }';
    const seen = async () => (await staff.graphql(text, { id: patient.recordId })).record;
    const shown = async () => (await seenBy({ grant: patient.grantId(0) })).record?.timeline ?? null;
    expect((await seen()).timeline).toEqual(await shown());
    await owner.graphql(`mutation { stopSharing(input: { grant: "${patient.grantId(0)}" }) { __typename } }`);
    expect([await seen(), await shown()]).toEqual([null, null]);
  });
});
