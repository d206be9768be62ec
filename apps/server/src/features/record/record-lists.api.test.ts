import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { anEntryRow } from '../../../test/builders/an-entry-row.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { statementsOf } from '../../../test/harness/statements.ts';
import { writeId } from '../../platform/global-id.ts';

const ENTRY =
  'id kind label title summary source { organisation { name } team { name } author } hasTrend versions { version } parts { id } detail { __typename }';
const THREAD =
  'id subject preview unreadCount viewerMayReply team { name organisation { name } } participants { name relationship } record { givenName }';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let owner: AppClient;
let staff: AppClient;
beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  const builder = aPatient(server.db).sharing(['GENERAL', 'MENTAL_HEALTH'], { with: team });
  for (let n = 0; n < 23; n += 1) {
    // Some at the very same moment: the order must still be total.
    builder.withEntry({
      label: n % 3 ? 'GENERAL' : 'SEXUAL_HEALTH',
      at: `2026-03-${String(1 + (n >> 2)).padStart(2, '0')}T10:00:00Z`,
    });
  }
  for (let n = 0; n < 3; n += 1) builder.withThread({ with: team, subject: `Discussion ${n}` });
  patient = await builder.stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
});

const PAGE = `query ($id: ID!, $first: Int!, $after: String) {
  record(id: $id) { timeline(first: $first, after: $after) { nodes { id title } pageInfo { hasNextPage endCursor } } }
}`;
const page = async (client: AppClient, first: number, after: string | null = null) =>
  (await client.graphql(PAGE, { id: patient.recordId, first, after })).record.timeline;

describe('pages', () => {
  it('hold every row once, whatever their length, while newer rows arrive', async () => {
    for (const client of [owner, staff]) {
      const whole = (await page(client, 100)).nodes.map(({ id }: { id: string }) => id);
      if (client === staff) expect(whole.length).toBe(15);
      for (const first of [1, 4, 7]) {
        const found: string[] = [];
        let after: string | null = null;
        do {
          const { nodes, pageInfo } = await page(client, first, after);
          found.push(...nodes.map(({ id }: { id: string }) => id));
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
          await anEntryRow(server.db, patient.id, { label: 'SEXUAL_HEALTH', at: new Date().toISOString() });
        } while (after);
        expect(found).toEqual(whole);
        // What came meanwhile is newer than every page: the next first page has it.
        if (client === owner)
          whole.splice(
            0,
            whole.length,
            ...(await page(client, 100)).nodes.map(({ id }: { id: string }) => id),
          );
      }
    }
  });

  it('are refused with a length of 0 or 101, or with a cursor nobody gave', async () => {
    for (const [variables, path] of [
      [{ first: 0 }, 'first'],
      [{ first: 101 }, 'first'],
      [{ first: 5, after: 'nonsense' }, 'after'],
      [{ first: 5, after: Buffer.from('["one"]').toString('base64url') }, 'after'],
      [
        { first: 5, after: Buffer.from('["2026-02-31 10:00:00+00; no","no id"]').toString('base64url') },
        'after',
      ],
    ] as const) {
      const { errors } = await owner.answer(PAGE, { id: patient.recordId, ...variables });
      expect([variables, errors?.[0]?.extensions]).toMatchObject([
        variables,
        { code: 'BAD_USER_INPUT', fields: [{ path }] },
      ]);
    }
    expect((await page(owner, 1)).nodes.length).toBe(1);
  });
});

describe('what a screen reads', () => {
  const record = () => ({ id: patient.recordId });
  const ofTeam = () => ({ id: writeId('TEAM', team.id) });
  const reads: { name: string; by: () => AppClient; query: string; variables: () => object }[] = [
    {
      name: "the patient's home",
      by: () => owner,
      query: `query ($id: ID!) { record(id: $id) { givenName unreadThreadCount upcomingAppointments { ${ENTRY} } threads(first: 3) { nodes { ${THREAD} } } entryCounts { kind count } timeline(first: 5) { nodes { ${ENTRY} } } } }`,
      variables: record,
    },
    {
      name: 'a page of the timeline',
      by: () => owner,
      query: `query ($id: ID!) { record(id: $id) { timeline(first: 50) { nodes { ${ENTRY} } pageInfo { hasNextPage endCursor } } } }`,
      variables: record,
    },
    {
      name: "a team's inbox",
      by: () => staff,
      query: `query ($id: ID!) { team(id: $id) { name inboxCounts { all unread } inbox { nodes { ${THREAD} } pageInfo { hasNextPage } } } }`,
      variables: ofTeam,
    },
    {
      name: "a team's caseload",
      by: () => staff,
      query: `query ($id: ID!) { team(id: $id) { caseload(search: "pat") { nodes { givenName familyName nhsNumber viewerLabels unreadThreadCount } } } }`,
      variables: ofTeam,
    },
    {
      name: 'a discussion',
      by: () => staff,
      query: `query ($id: ID!) { thread(id: $id) { ${THREAD} messages { nodes { text author authorTeam { name } sentByViewer } } } }`,
      variables: () => ({ id: patient.threadId() }),
    },
  ];
  // Once the keys are at hand, the grants that open them come with the rows.
  it.each(reads)('$name is one statement', async ({ by, query, variables }) => {
    const answer = await by().answer(query, variables());
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data).length).toBeGreaterThan(100);
    const statements = await statementsOf(() => by().graphql(query, variables()));
    expect(statements).toBe(1);
  });
});
