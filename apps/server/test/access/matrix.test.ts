import { buildASTSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema, printedSchema } from '../../src/api/schema.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { noteSeen } from './answers.ts';
import { documentOf, MEASURE, type Measured, measured } from './matrix-document.ts';
import { type Operation, operationsOf, variablesOf } from './operations.ts';
import { aTwinOnStage, type Stage, theWorldOnStage, theWorldWithoutRules } from './players.ts';
import { maySee, seesAnything, sightOf } from './reference-model.ts';
import { sampleOf } from './sample.ts';
import { SEEN_ELSEWHERE } from './seen-elsewhere.ts';
import { TWINS, twinOf } from './twins.ts';
import { LABELS, VIEWERS, type Viewer } from './viewers.ts';
import { aWorld, type World } from './world.ts';

/** Nightly and by hand: every operation by everybody. Otherwise a sample that changes with its seed. */
const whole = process.env.VERIFY_LONG === '1';
const seed = Number(process.env.MATRIX_SEED ?? 20);

let schema: GraphQLSchema;
let world: World;
let stage: Stage;
let bare: Stage;
let twins: Map<string, Stage>;
let operations: Operation[];
const ROOTS = [
  'viewer',
  'seenBy',
  'record',
  'entry',
  'thread',
  'team',
  'invitation',
  'privacyDesk',
  'markThreadRead',
];
const patient = VIEWERS.find(({ key }) => key === 'patient') as Viewer;

beforeAll(async () => {
  schema = buildASTSchema(parse(printedSchema(buildBareSchema())));
  world = await aWorld(schema);
  stage = await theWorldOnStage(world);
  bare = await theWorldWithoutRules(world);
  twins = new Map();
  for (const twin of TWINS) twins.set(twin, await aTwinOnStage(world, twin));
  operations = operationsOf(schema, world);
}, 120_000);

/** What is wrong with an answer; empty when nothing is. */
class Findings {
  readonly list: string[] = [];
  add(viewer: Viewer, operation: Operation, words: string): void {
    this.list.push(`${viewer.key} asks ${operation.name}: ${words}`);
  }
}

const leaked = (viewer: Viewer, answer: string): string[] =>
  [...world.canaries.in(answer)].filter((mark) => !maySee(viewer, world.canaries.guardOf(mark)));

/** Marks of the record itself, rather than of who somebody is. */
const ofTheRecord = (answer: string) =>
  [...world.canaries.in(answer)].filter((mark) => {
    const guard = world.canaries.guardOf(mark).is;
    return guard !== 'OTHER_RECORD' && guard !== 'PERSON' && guard !== 'DESK';
  });

/** Whether an answer held something of the record, and who looked according to the log. */
async function logged(viewer: Viewer, answer: string): Promise<string | undefined> {
  const looks = (await stage.looks()).filter((look) => look.patient_id === world.patientId);
  const due = !viewer.owns && ofTheRecord(answer).length > 0;
  // An entry without parts is read too, although nothing in the answer is marked.
  const mayBe = seesAnything(sightOf(viewer));
  if (due && looks.length === 0) return 'read without an entry in the log';
  if (!due && !mayBe && looks.length > 0) return 'an entry in the log without a reading';
  if (looks.some((look) => look.person_id !== world.personIds.get(viewer.person))) return 'logged as another';
  return undefined;
}

/** The patient's answers in a world without what is hidden, asked once. */
const fullAnswers = new Map<string, Promise<string>>();
function fullAnswer(viewer: Viewer, operation: Operation): Promise<string> {
  const variables = variablesOf(world, viewer);
  const key = `${operation.name} ${twinOf(viewer)} ${operation.text.includes('$') ? JSON.stringify(variables) : ''}`;
  const known =
    fullAnswers.get(key) ?? (twins.get(twinOf(viewer)) ?? stage).ask(patient, operation, variables);
  fullAnswers.set(key, known);
  return known;
}

/** What the patient sees there and the viewer does not: all of it is theirs to see, but for the patient's own fields. */
async function withheld(viewer: Viewer, operation: Operation, answer: string): Promise<string[]> {
  if (!['record', 'entry', 'thread', 'markThreadRead'].includes(operation.root)) return [];
  // The log names what was opened or relabelled, and is the patient's alone; its neighbours stand in other operations.
  // So is sharing, which names discussions that others reach in another way.
  if (/\.(accessLog|sharing)/.test(operation.name)) return [];
  const seen = world.canaries.in(answer);
  return ofTheRecord(await fullAnswer(viewer, operation)).filter((mark) => {
    const guard = world.canaries.guardOf(mark);
    // What is kept of a discussion stands in places of its own, which have a test of their own.
    const elsewhere = viewer.kept && ['THREAD', 'THREAD_NOW', 'MESSAGE'].includes(guard.is);
    return guard.is !== 'GRANT' && guard.is !== 'PATIENT_ALONE' && !elsewhere && !seen.has(mark);
  });
}

async function play(operation: Operation, viewer: Viewer, findings: Findings): Promise<void> {
  const variables = variablesOf(world, viewer);
  const answer = await stage.ask(viewer, operation, variables);
  if (answer.includes('"INTERNAL"') || answer.includes('"GRAPHQL_'))
    findings.add(viewer, operation, answer.slice(0, 300));
  const leak = leaked(viewer, answer);
  if (leak.length > 0) findings.add(viewer, operation, `sees ${leak.map(named).slice(0, 3).join(', ')}`);
  const log = await logged(viewer, answer);
  if (log) findings.add(viewer, operation, log);
  const twin = twins.get(twinOf(viewer));
  // Who looked is no part of what is compared.
  await Promise.all([twin?.looks(), bare.looks()]);
  if (twin && (await twin.ask(viewer, operation, variables)) !== answer)
    findings.add(viewer, operation, 'tells that something is hidden');
  const missing = await withheld(viewer, operation, answer);
  if (missing.length > 0)
    findings.add(viewer, operation, `is refused ${missing.map(named).slice(0, 3).join(', ')}`);
  const beneath = leaked(viewer, await bare.ask(viewer, operation, variables));
  if (beneath.length > 0)
    findings.add(viewer, operation, `sees without rules ${beneath.map(named).slice(0, 3).join(', ')}`);
}

const named = (mark: string): string => `${mark} ${JSON.stringify(world.canaries.guardOf(mark))}`;

describe('every kind of viewer, under every grant, by every way', () => {
  it.each(ROOTS)(
    'sees what the model says by %s, no more and no less, and cannot tell that there is more',
    async (root) => {
      const findings = new Findings();
      const ways = operations.filter((operation) => operation.root === root);
      for (const operation of whole ? ways : sampleOf(ways, { seed, of: 2 })) {
        fullAnswers.clear();
        for (const viewer of VIEWERS) await play(operation, viewer, findings);
      }
      expect(findings.list.slice(0, 20), `seed ${seed}`).toEqual([]);
    },
    whole ? 3_600_000 : 120_000,
  );

  it('begins at every root field there is', () => {
    expect([...new Set(operations.map(({ root }) => root))].sort()).toEqual([...ROOTS].sort());
  });

  it('shows every field to somebody', async () => {
    const seen = new Set<string>();
    const by = (key: string) => VIEWERS.find((viewer) => viewer.key === key) as Viewer;
    const others = [
      'staff:ALL_FOUR:IN_FORCE',
      'carer:ALL_FOUR:IN_FORCE',
      'whole-organisation',
      'privacy_officer',
    ].map(by);
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    );
    const elsewhere = (field: string) => SEEN_ELSEWHERE.some(([pattern]) => pattern.test(field));
    // Those that show a field for the first time come early or late: asked until every field was seen.
    for (const operation of operations) {
      if (fields.every((field) => seen.has(field) || elsewhere(field))) break;
      const lists = operation.root === 'viewer' || operation.root === 'team';
      for (const viewer of lists
        ? [...others, patient]
        : [
            by('staff:GENERAL:IN_FORCE'),
            by('whole-organisation'),
            ...['emergency:IN_FORCE', 'former-team', 'privacy_officer'].map(by),
            patient,
          ]) {
        const answer = await stage.ask(viewer, operation, variablesOf(world, viewer));
        noteSeen(schema, operation.text, answer, seen);
      }
    }
    const never = fields.filter((field) => !seen.has(field) && !elsewhere(field));
    expect(never).toEqual([]);
    const idle = SEEN_ELSEWHERE.filter(
      ([pattern]) => !fields.some((field) => pattern.test(field) && !seen.has(field)),
    );
    expect(idle.map(([pattern]) => pattern.source)).toEqual([]);
  }, 300_000);

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
        if (may) expect(leaked(viewer, file.text)).toEqual([]);
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
      expect(leaked(viewer, answer)).toEqual([]);
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
