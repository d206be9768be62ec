import { buildASTSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema, printedSchema } from '../../src/api/schema.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { noteSeen } from './answers.ts';
import { Judge, type Stages } from './judge.ts';
import { documentOf, MEASURE, type Measured, measured } from './matrix-document.ts';
import { type Operation, operationsOf, variablesOf } from './operations.ts';
import { aTwinOnStage, type Stage, theWorldOnStage, theWorldWithoutRules } from './players.ts';
import { maySee } from './reference-model.ts';
import { sampleOf } from './sample.ts';
import { SEEN_ELSEWHERE } from './seen-elsewhere.ts';
import { fieldsOf, shortestWays } from './shortest.ts';
import { TWINS } from './twins.ts';
import { LABELS, VIEWERS, type Viewer } from './viewers.ts';
import { aWorld, type World } from './world.ts';

/**
 * By hand and nightly every operation by everybody, with all that is asked of an answer. Otherwise the shortest way to each
 * field by everybody, and a sample of the rest that changes with its seed.
 */
const whole = process.env.VERIFY_LONG === '1';
const seed = Number(process.env.MATRIX_SEED ?? 20);

let schema: GraphQLSchema;
let world: World;
let stage: Stage;
let stages: Stages;
let operations: Operation[];
const ROOTS = [
  'viewer',
  'seenBy',
  'record',
  'entry',
  'thread',
  'team',
  'invitation',
  'joinOffer',
  'passwordReset',
  'privacyDesk',
  'nationalSignIn',
  'organisationSignIns',
  'appRequest',
  'staffOrganisation',
  'staffTeam',
  'staffInvitation',
  'registration',
  'registrationsWaiting',
  'markThreadRead',
];
const SEE_PLENTY = ['staff:ALL_FOUR:IN_FORCE', 'whole-organisation', 'emergency:IN_FORCE', 'patient'];

beforeAll(async () => {
  schema = buildASTSchema(parse(printedSchema(buildBareSchema())));
  world = await aWorld(schema);
  stage = await theWorldOnStage(world);
  const twins = new Map<string, Stage>();
  for (const twin of TWINS) twins.set(twin, await aTwinOnStage(world, twin));
  stages = { served: stage, twins, bare: await theWorldWithoutRules(world) };
  operations = operationsOf(schema, world);
}, 120_000);

const aJudge = () => new Judge(world, stages);

describe('every kind of viewer, under every grant, by every way', () => {
  it.each(ROOTS)(
    'sees what the model says by %s, no more and no less, and cannot tell that there is more',
    async (root) => {
      const judge = aJudge();
      const ways = operations.filter((operation) => operation.root === root);
      const pairs = ways.flatMap((operation) => VIEWERS.map((viewer) => ({ operation, viewer })));
      for (const { operation, viewer } of whole ? pairs : sampleOf(pairs, { seed, of: 12 }))
        await judge.play(operation, viewer);
      expect(judge.findings.slice(0, 20), `seed ${seed}`).toEqual([]);
    },
    whole ? 14_400_000 : 120_000,
  );

  it('begins at every root field there is', () => {
    expect([...new Set(operations.map(({ root }) => root))].sort()).toEqual([...ROOTS].sort());
  });

  it('shows every field to somebody, and by its shortest way to nobody who may not see it', async () => {
    const judge = aJudge();
    const seen = new Set<string>();
    for (const operation of shortestWays(schema, world)) {
      for (const viewer of VIEWERS)
        noteSeen(schema, operation.text, await judge.look(operation, viewer), seen);
    }
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    );
    const elsewhere = (field: string) => SEEN_ELSEWHERE.some(([pattern]) => pattern.test(field));
    const unseen = (field: string) => !seen.has(field) && !elsewhere(field);
    // Some show nothing where they are met first, as the log, which is emptied after each look.
    const plenty = VIEWERS.filter(({ key }) => SEE_PLENTY.includes(key));
    const more = [...operationsOf(schema, world, { deepest: 4, together: 0 }), ...operations];
    // Entries of every kind stand in the record, where another way begins at one entry.
    more.sort((a, b) => Number(b.root === 'record') - Number(a.root === 'record'));
    for (const operation of more) {
      if (!fields.some(unseen)) break;
      if (![...fieldsOf(schema, operation.text)].some(unseen)) continue;
      for (const viewer of plenty)
        noteSeen(
          schema,
          operation.text,
          await stage.ask(viewer, operation, variablesOf(world, viewer)),
          seen,
        );
    }
    expect(judge.findings.slice(0, 20)).toEqual([]);
    expect(fields.filter(unseen)).toEqual([]);
    const idle = SEEN_ELSEWHERE.filter(
      ([pattern]) => !fields.some((field) => pattern.test(field) && !seen.has(field)),
    );
    expect(idle.map(([pattern]) => pattern.source)).toEqual([]);
  }, 600_000);

  it('gets the files of what they may see, and for the rest what a file answers that is not there', async () => {
    const documents = world.entries.filter(({ kind }) => kind === 'DOCUMENT');
    await stage.looks();
    for (const viewer of VIEWERS) {
      for (const { id, label } of documents) {
        const file = await stage.file(viewer, writeId('ATTACHMENT', id, world.patientId));
        const missing = await stage.file(viewer, writeId('ATTACHMENT', world.patientId, world.patientId));
        const may = maySee(viewer, { is: 'ENTRY', kind: 'DOCUMENT', label });
        expect([viewer.key, label, file.status], 'a file').toEqual([
          viewer.key,
          label,
          may ? 200 : missing.status,
        ]);
        expect(missing.status).toBeGreaterThanOrEqual(401);
        if (may) expect(aJudge().leaked(viewer, file.text)).toEqual([]);
        else expect(file.text).toBe(missing.text);
        const looks = (await stage.looks()).length;
        expect([viewer.key, label, looks], 'looks').toEqual([viewer.key, label, may && !viewer.owns ? 1 : 0]);
      }
    }
  }, 120_000);

  it('keeps of a discussion with its team what was said until access ended, in its own places', async () => {
    const viewer = VIEWERS.find(({ kept }) => kept) as Viewer;
    const { thread } = variablesOf(world, viewer);
    const record = writeId('RECORD', world.patientId);
    const fields = 'id subject messages(first: 9) { nodes { text } } keptUntil';
    for (const text of [
      `{ thread(id: "${thread}") { ${fields} } }`,
      `{ record(id: "${record}") { keptThreads { nodes { ${fields} } } } }`,
    ]) {
      const answer = await stage.ask(viewer, { text }, {});
      expect(answer.match(/zq\d{5}qz/g), text).toHaveLength(2);
      expect(aJudge().leaked(viewer, answer)).toEqual([]);
    }
  });

  it('gets just what the document for people says', async () => {
    const found = new Map<string, Measured>();
    for (const viewer of VIEWERS) {
      const variables = { id: writeId('RECORD', world.patientId) };
      const row = measured(await stage.ask(viewer, { text: MEASURE }, variables));
      found.set(viewer.key, row);
      for (const label of LABELS) {
        const may = world.entries.some(
          (entry) =>
            entry.label === label &&
            maySee(viewer, { is: 'ENTRY', kind: entry.kind, label, ...(entry.by && { by: entry.by }) }),
        );
        expect([viewer.key, label, (row.entries[label] ?? 0) > 0]).toEqual([viewer.key, label, may]);
      }
    }
    await expect(documentOf(found)).toMatchFileSnapshot('../../../../docs/access-matrix.md');
  }, 60_000);
});
