import { randomUUID } from 'node:crypto';
import { buildASTSchema, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema, printedSchema } from '../../src/api/schema.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { aDatabase } from '../harness/a-database.ts';
import { aServer, NO_BOUNDS } from '../harness/a-server.ts';
import { selectionsOfRecord } from './operations.ts';
import { Stage, theWorldOnStage, theWorldWithoutRules } from './players.ts';
import { sampleOf } from './sample.ts';
import { LABELS, VIEWERS, type Viewer } from './viewers.ts';
import { aWorld, type World } from './world.ts';

/** What the patient is shown of somebody's sight is what the API shows that somebody, byte for byte. */

const whole = process.env.VERIFY_LONG === '1';
const seed = Number(process.env.MATRIX_SEED ?? 20);
const patient = VIEWERS.find(({ key }) => key === 'patient') as Viewer;
/** Everybody a grant names, whatever became of it. */
const ONLOOKERS = VIEWERS.filter(({ holds, shutOut }) => holds && !shutOut && holds.state !== 'NONE');

let world: World;
let stage: Stage;
let bare: Stage;
let selections: string[];
let record: string;
const grants = new Map<string, string>();

beforeAll(async () => {
  const schema = buildASTSchema(parse(printedSchema(buildBareSchema())));
  world = await aWorld(schema);
  stage = await theWorldOnStage(world);
  bare = await theWorldWithoutRules(world);
  record = writeId('RECORD', world.patientId);
  const results = world.entries.filter(({ kind }) => kind === 'TEST_RESULT');
  const trends = results.map(
    ({ id }, at) =>
      `t${at}: trend(entry: "${writeId('ENTRY', id, world.patientId)}") { lines { points { at value } } }`,
  );
  const fixed = [
    'id nhsNumber viewerLabels viewerRights viewerAccess viewerMayMessage entryCounts { kind count }',
    'timeline(first: 100) { nodes { id title summary label keptAsAuthor hasTrend versions { version title } detail { __typename } } pageInfo { endCursor } }',
    'entries(kind: REPORT, first: 3) { nodes { id parts { id } attachments { id title text path } } pageInfo { hasNextPage endCursor } }',
    'threads(first: 100) { nodes { id subject state unreadCount viewerMayReply participants { name } messages(first: 50) { nodes { id text sentByViewer } } } }',
    'keptThreads { nodes { id subject keptUntil messages(first: 50) { nodes { id text } } } } unreadThreadCount',
    (whole ? trends : sampleOf(trends, { seed, of: LABELS.length })).join(' '),
  ];
  const all = selectionsOfRecord(schema, world);
  selections = [...fixed, ...(whole ? all : sampleOf(all, { seed, of: 4 }))];
  for (const row of await stage.db.rows<{ id: string; grantee_id: string }>(
    `select id, grantee_id from heldwell.consent_grant where patient_id = '${world.patientId}' and superseded_at is null
      order by recorded_at`,
  )) {
    grants.set(row.grantee_id, writeId('GRANT', row.id, world.patientId));
  }
}, 120_000);

const granteeOf = ({ key, holds }: Viewer): string => {
  const { teamIds, personIds, organisationIds } = world;
  const ids = { TEAM: teamIds, CARER: personIds, ORGANISATION: organisationIds, PROFESSIONAL: personIds };
  return ids[holds?.through ?? 'TEAM'].get(key) as string;
};
const grantOf = (viewer: Viewer): string => grants.get(granteeOf(viewer)) as string;

const codeOf = (error: { extensions: { code: string } }): string => error.extensions.code;

/**
 * Who works where and as what, which is not the patient's to see, nor what they may do as that; and the log, refused to others
 * and empty in their sight.
 */
const ACTS = ['viewerMayClose', 'viewerMayRecordDeath', 'viewerMayTakeBackDeath'];
const AS_WHAT = ['viewerRole', ...ACTS, 'matchCases', 'closedRecords'];
const NOT_COMPARED = [...AS_WHAT, 'accessLog', 'accessLogChain', 'accessLogHead', 'accessLogParties'];

/** The record of an answer, as far as it is compared. */
function recordIn(answer: string, from: (data: Answered) => unknown): string {
  const { data, errors = [] } = JSON.parse(answer);
  expect(errors.map(codeOf).filter((code: string) => code !== 'FORBIDDEN')).toEqual([]);
  return JSON.stringify(from(data), (key, value) => (NOT_COMPARED.includes(key) ? null : value));
}
type Answered = { record?: unknown; seenBy?: { record: unknown } | null };

/** One after the other: there is one connection, and some wait for it too long where all ask at once. */
async function inTurn<T>(all: readonly string[], ask: (one: string) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (const one of all) answers.push(await ask(one));
  return answers;
}

/** By whom a record is seen, as the API takes it. */
type By = { grant?: string; team?: string; labels?: string[] };

const asShown = (selection: string) => ({
  text: `query ($by: SeenByInput!) { seenBy(by: $by) { ${selection} } }`,
});
const shown = async (by: By, selection: string) =>
  recordIn(
    await stage.ask(patient, asShown(`record { ${selection} }`), { by }),
    (data) => data.seenBy?.record,
  );
const seen = async (viewer: Viewer, selection: string, on: Stage = stage) =>
  recordIn(
    await on.ask(viewer, { text: `{ record(id: "${record}") { ${selection} } }` }, {}),
    (data) => data.record,
  );

/** Everything looking could leave behind. */
const traces = (on: Stage = stage) =>
  on.db.rows(`select (select count(*) from heldwell.consent_grant) as grants, (select sum(changes) from heldwell.grant_head) as heads,
    (select count(*) from heldwell.access_log) as log, (select count(*) from heldwell.access_unsealed) as unsealed,
    (select count(*) from heldwell.notice) as notices, (select count(*) from heldwell_jobs.jobs) as jobs`);

describe('the patient looking as somebody else', () => {
  it.each(ONLOOKERS.map((viewer) => [viewer.key, viewer] as const))(
    'is shown what %s is shown, and leaves no trace',
    async (_, viewer) => {
      const texts = await inTurn(selections, (selection) => seen(viewer, selection));
      const before = await traces();
      const by = { grant: grantOf(viewer) };
      for (const [at, selection] of selections.entries()) {
        expect(await shown(by, selection), selection).toBe(texts[at]);
      }
      expect(await traces()).toEqual(before);
    },
    whole ? 600_000 : 30_000,
  );

  it('is somebody’s alone whose record it is', async () => {
    const grant = grantOf(VIEWERS.find(({ key }) => key === 'staff:ALL_FOUR:IN_FORCE') as Viewer);
    const asked = asShown('name record { id timeline { nodes { id } } } difference { gainedCount }');
    const by = { by: { grant } };
    expect(await stage.ask(patient, asked, by)).toContain(record);
    for (const viewer of VIEWERS.filter(({ owns }) => owns !== 'RECORD')) {
      const codes = viewer.owns
        ? []
        : [viewer.app && viewer.shutOut !== 'DISABLED' ? 'FORBIDDEN' : 'UNAUTHENTICATED'];
      const { data, errors = [] } = JSON.parse(await stage.ask(viewer, asked, by));
      expect([viewer.key, data.seenBy, errors.map(codeOf)]).toEqual([viewer.key, null, codes]);
      // And without a rule before it.
      expect(JSON.parse(await bare.ask(viewer, asked, by)).data, viewer.key).toEqual({ seenBy: null });
    }
  });
});

interface Supposed {
  who: string;
  labels: string[];
  team?: true;
}
const FOUR = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'];
const SUPPOSED: Supposed[] = [
  { who: 'staff:ALL_FOUR:IN_FORCE', labels: ['GENERAL'] },
  { who: 'staff:ALL_FOUR:IN_FORCE', labels: [] },
  { who: 'staff:GENERAL:IN_FORCE', labels: FOUR },
  { who: 'staff:GENERAL:FUTURE', labels: ['GENERAL', 'SOCIAL_CARE'] },
  { who: 'staff:ONE_THREAD:IN_FORCE', labels: [] },
  { who: 'staff:ALL_FOUR:NONE', labels: ['MENTAL_HEALTH'], team: true },
  { who: 'carer:ALL_FOUR:IN_FORCE', labels: ['SOCIAL_CARE'] },
  { who: 'carer:GENERAL:IN_FORCE', labels: [] },
  { who: 'whole-organisation', labels: FOUR },
  { who: 'professional', labels: ['GENERAL'] },
  { who: 'author', labels: ['SOCIAL_CARE'], team: true },
];

describe('what if', () => {
  it.each(SUPPOSED.map((one) => [one.who, one.labels.join(' and ') || 'nothing', one] as const))(
    'had %s %s: shown is what comes to be when it is done',
    async (_, __, { who, labels, team }) => {
      const viewer = VIEWERS.find(({ key }) => key === who) as Viewer;
      const named = team ? { team: writeId('TEAM', granteeOf(viewer)) } : { grant: grantOf(viewer) };
      const by = { ...named, labels };
      const was = idsOf(await seen(viewer, IDS));
      const before = await traces();
      const texts = await inTurn(selections, (selection) => shown(by, selection));
      const difference = asShown(`difference { lostCount gainedCount counts { now after }
        entriesLost(first: 100) { id } entriesGained(first: 100) { id } }`);
      const told = JSON.parse(await stage.ask(patient, difference, { by })).data.seenBy.difference;
      expect(await traces()).toEqual(before);

      const db = await aDatabase({ copyOf: world.database, pool: 2 });
      const done = new Stage(world, db, (await aServer(db, { bounds: NO_BOUNDS })).url);
      const [command, input]: [string, object] = team
        ? ['shareWithTeam', { id: randomUUID(), ...by }]
        : labels.length > 0
          ? ['changeSharing', by]
          : ['stopSharing', named];
      const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
      const text = `mutation ($input: ${type}!) { ${command}(input: $input) { __typename } }`;
      const answer = await done.ask(patient, { text }, { input });
      expect(answer).toContain('"SharingChanged"');
      for (const [at, selection] of selections.entries()) {
        // A grant that was made has an id of its own.
        const grantIds = (words: string | undefined) =>
          team ? words?.replaceAll(/"R[\w-]{43}"/g, '""') : words;
        expect(grantIds(texts[at]), selection).toBe(grantIds(await seen(viewer, selection, done)));
      }
      const is = idsOf(await seen(viewer, IDS, done));
      const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);
      expect(ids(told.entriesLost)).toEqual(was.filter((id) => !is.includes(id)));
      expect(ids(told.entriesGained)).toEqual(is.filter((id) => !was.includes(id)));
      expect([told.lostCount, told.gainedCount]).toEqual([
        told.entriesLost.length,
        told.entriesGained.length,
      ]);
      await done.close();
    },
    whole ? 600_000 : 60_000,
  );

  const IDS = 'timeline(first: 100) { nodes { id } }';
  const idsOf = (text: string): string[] =>
    (JSON.parse(text) as { timeline: { nodes: { id: string }[] } } | null)?.timeline.nodes.map(
      ({ id }) => id,
    ) ?? [];
});
