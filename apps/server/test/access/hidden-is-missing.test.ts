import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema } from '../../src/api/schema.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { byId, hiddenIds, listCases } from './hidden-cases.ts';
import { aTwinOnStage, type Stage, theWorldOnStage } from './players.ts';
import { seesAnything, sightOf } from './reference-model.ts';
import { twinOf } from './twins.ts';
import { VIEWERS, type Viewer } from './viewers.ts';
import { aWorld, type World } from './world.ts';

const ASKING = ['staff:GENERAL:IN_FORCE', 'carer:GENERAL:IN_FORCE', 'staff:GENERAL:ENDED', 'stranger'];
const asking = VIEWERS.filter(({ key }) => ASKING.includes(key));

let world: World;
let stage: Stage;
const twins = new Map<string, Stage>();
/** Different questions, each by one viewer, that both worlds were asked. */
const compared = new Set<string>();

beforeAll(async () => {
  world = await aWorld(buildBareSchema());
  stage = await theWorldOnStage(world);
  for (const twin of new Set(asking.map(twinOf))) twins.set(twin, await aTwinOnStage(world, twin));
}, 120_000);
afterAll(() => Promise.all([stage, ...twins.values()].map((one) => one.close())));

const twin = (viewer: Viewer) => twins.get(twinOf(viewer)) as Stage;

describe.each(asking)('what $key may not see', (viewer) => {
  it('answers in the bytes of a world without it, in every list, count, page, search and trend', async () => {
    const cases = listCases(world, viewer);
    expect(cases.length).toBeGreaterThan(25);
    let seen = 0;
    for (const { name, text } of cases) {
      const answers = [await stage.ask(viewer, { text }, {}), await twin(viewer).ask(viewer, { text }, {})];
      expect(answers[0], name).toBe(answers[1]);
      compared.add(`${viewer.key} ${text}`);
      expect(answers[0], name).not.toContain('"INTERNAL"');
      seen += world.canaries.in(answers[0] ?? '').size;
    }
    // Two worlds of which nobody sees anything would be alike as well.
    expect(seen > 0).toBe(seesAnything(sightOf(viewer)));
  });

  it('answers in the bytes of what never was, asked for by its id', async () => {
    const { entries, threads } = hiddenIds(world, viewer);
    expect(entries.length + threads.length).toBeGreaterThan(8);
    const record = writeId('RECORD', world.patientId);
    const questions = [
      ...entries.flatMap((ids) => pairs(ids, (id) => [...byId.entry(id), byId.trend(record, id)])),
      ...threads.flatMap((ids) => pairs(ids, byId.thread)),
    ];
    for (const [hidden, missing] of questions) {
      const answers = [
        await stage.ask(viewer, { text: hidden }, {}),
        await stage.ask(viewer, { text: missing }, {}),
        await twin(viewer).ask(viewer, { text: hidden }, {}),
      ];
      expect(answers[0], hidden).toBe(answers[1]);
      expect(answers[0], hidden).toBe(answers[2]);
      compared.add(`${viewer.key} ${hidden}`);
      expect(answers[0], hidden).not.toContain('"INTERNAL"');
    }
  });

  it('opens streams that say the same', async () => {
    const { threads } = hiddenIds(world, viewer);
    const streams = [
      ...threads.flatMap(({ hidden, missing }) =>
        [hidden, missing].map(
          (id) => `subscription { messagesAdded(thread: "${id}") { position thread { subject } } }`,
        ),
      ),
      `subscription { recordChanged(record: "${writeId('RECORD', world.patientId)}") { change record { entryCounts { count } } } }`,
      ...['front', viewer.team ?? 'front'].map(
        (key) =>
          `subscription { inboxChanged(team: "${writeId('TEAM', world.teamIds.get(key) as string)}") { counts { all unread } thread { id } } }`,
      ),
    ];
    for (const text of streams) {
      expect(await stage.listen(viewer, text), text).toBe(await twin(viewer).listen(viewer, text));
    }
    const [one] = threads;
    const [hidden, missing] = [one?.hidden, one?.missing].map(
      (id) => `subscription { messagesAdded(thread: "${id}") { position } }`,
    );
    expect(await stage.listen(viewer, hidden as string)).toBe(await stage.listen(viewer, missing as string));
  });
});

it('answered two hundred questions alike in both worlds, or more', () => {
  expect(compared.size).toBeGreaterThanOrEqual(200);
});

/** The same questions with the hidden id and with the missing one. */
function pairs(ids: { hidden: string; missing: string }, ask: (id: string) => string[]): [string, string][] {
  const missing = ask(ids.missing);
  return ask(ids.hidden).map((text, index) => [text, missing[index] as string]);
}

describe("somebody else's grants and teams that are not", () => {
  const stranger = VIEWERS.find(({ key }) => key === 'stranger') as Viewer;
  const ask = (text: string) => stage.ask(stranger, { text }, {});

  it('are not found by another patient, changed or ended', async () => {
    const [grant] = await stage.db.rows<{ id: string }>(
      'select id from heldwell.consent_grant where patient_id = $1 and superseded_at is null and not ended limit 1',
      [world.patientId],
    );
    const ids = [
      writeId('GRANT', grant?.id as string, world.patientId),
      writeId('GRANT', world.patientId, world.patientId),
    ];
    for (const command of [
      (id: string) => `mutation { stopSharing(input: { grant: "${id}" }) { __typename } }`,
      (id: string) =>
        `mutation { changeSharing(input: { grant: "${id}", labels: [GENERAL] }) { __typename } }`,
    ]) {
      const [hidden, missing] = await Promise.all(ids.map((id) => ask(command(id))));
      expect(hidden).toBe(missing);
      expect(hidden).toContain('NotFound');
    }
  });

  it('are not written to or shared with', async () => {
    const nothing = writeId('TEAM', world.patientId);
    const id = crypto.randomUUID();
    expect(
      await ask(
        `mutation { startThread(input: { id: "${id}", team: "${nothing}", subject: "S", label: GENERAL, text: "T", copyTo: [], allowCarersWithoutLabel: false }) { __typename } }`,
      ),
    ).toContain('NotFound');
    expect(
      await ask(
        `mutation { shareWithTeam(input: { id: "${id}", team: "${nothing}", labels: [GENERAL], rights: [SEE] }) { __typename } }`,
      ),
    ).toContain('NotFound');
  });
});
