import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { runsOf } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { writeId } from '../../platform/global-id.ts';
import { writeCheck } from './index.ts';

const ENTRY = `query ($entry: ID!) { entry(id: $entry) { title detail { __typename } versions { title } attachments { id } } }`;
const LISTS = `query ($entry: ID!) { viewer { record { timeline { nodes { id } } entries(kind: TEST_RESULT) { nodes { id } }
  entryCounts { kind count } trend(entry: $entry) { title } checksAskedBy { id } } } }`;
const SEEN = `query ($team: ID!) { seenBy(by: { team: $team, labels: [GENERAL] }) { record { timeline { nodes { id } } } } }`;

let server: TestServer;
let asking: MadeTeam;
let other: MadeTeam;
let patient: MadePatient;
beforeAll(async () => {
  server = await aServer();
  [asking, other] = [await aTeam(server.db), await aTeam(server.db)];
  await server.db.rows('update heldwell.organisation set asks_own_check = true where id = $1', [
    asking.organisationId,
  ]);
  patient = await aPatient(server.db)
    .sharing('GENERAL', { with: asking })
    .sharing('GENERAL', { with: other })
    .withEntry({ kind: 'TEST_RESULT' })
    .withEntry({ kind: 'TEST_RESULT' })
    .withEntry({ kind: 'TEST_RESULT' })
    .stored();
  const sources = [asking.organisationId, other.organisationId, null];
  for (const [at, source] of sources.entries())
    await server.db.rows('update heldwell.entry set source_organisation_id = $2 where id = $1', [
      patient.entries[at],
      source,
    ]);
});

const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id).sort();
const entries = (...at: number[]) => at.map((index) => patient.entryId(index)).sort();

/** Everything by which a person reads their own record. */
async function ownReading() {
  const client = await server.asPerson(patient.email, 'PATIENT');
  const one = async (at: number) =>
    (await client.graphql(ENTRY, { entry: patient.entryId(at) })).entry !== null;
  const { viewer } = await client.graphql(LISTS, { entry: patient.entryId(0) });
  const { record } = viewer;
  const { seenBy } = await client.graphql(SEEN, { team: writeId('TEAM', other.id) });
  return {
    single: [await one(0), await one(1), await one(2)],
    timeline: ids(record.timeline.nodes),
    ofKind: ids(record.entries.nodes),
    counted: record.entryCounts[0]?.count ?? 0,
    trend: record.trend !== null,
    asked: ids(record.checksAskedBy),
    simulated: ids(seenBy.record.timeline.nodes),
  };
}

async function staffSees() {
  const professional = await aProfessional(server.db, { team: asking });
  const staff = await server.asPerson(professional.email, 'PROFESSIONAL');
  const { record } = await staff.graphql(
    'query ($id: ID!) { record(id: $id) { state timeline { nodes { id } } } }',
    { id: patient.recordId },
  );
  return { state: record.state, timeline: ids(record.timeline.nodes) };
}

describe('what is shown to a person of themself', () => {
  it('holds nothing of an organisation that asks for its own check until there is one', async () => {
    const before = await ownReading();
    expect(before).toMatchObject({
      ...{
        single: [false, true, true],
        timeline: entries(1, 2),
        ofKind: entries(1, 2),
        counted: 2,
        trend: false,
      },
      // Looking as others would shows no more of it either.
      ...{ asked: [writeId('ORGANISATION', asking.organisationId)], simulated: entries(1, 2) },
    });
    // Its own staff see it all along.
    expect(await staffSees()).toEqual({ state: 'REGISTERED', timeline: entries(0, 1, 2) });
    const { organisationId } = asking;
    await writeCheck(runsOf(server.db), patient.id, {
      personId: patient.personId,
      how: 'STAFF',
      organisationId,
    });
    const after = await ownReading();
    expect(after).toMatchObject({
      single: [true, true, true],
      timeline: entries(0, 1, 2),
      counted: 3,
      asked: [],
    });
    await server.db.rows('delete from heldwell.identity_check where organisation_id is not null');
    expect(await ownReading()).toEqual(before);
  });

  it('holds nothing of any organisation before the first check', async () => {
    const kept = await server.db.rows('select * from heldwell.identity_check where patient_id = $1', [
      patient.id,
    ]);
    expect(kept).toHaveLength(1);
    await server.db.rows('delete from heldwell.identity_check where patient_id = $1', [patient.id]);
    expect(await ownReading()).toMatchObject({
      single: [false, false, true],
      timeline: entries(2),
      counted: 1,
    });
    expect((await staffSees()).state).toBe('REGISTERING');
    await writeCheck(runsOf(server.db), patient.id, { personId: patient.personId, how: 'NATIONAL_SIGN_IN' });
    expect(await ownReading()).toMatchObject({ single: [false, true, true] });
  });

  it.each([
    ['themself', () => ({ app: 'PATIENT', record: patient.id })],
    ['as one of a team', () => ({ app: 'PROFESSIONAL', grantees: `{${other.id}}` })],
  ])('is held to that by the policies alone, %s', async (_, viewer) => {
    const client = await server.db.services.database.serving.connect();
    try {
      await client.query('begin');
      const rows = async (settings: Record<string, string>) => {
        for (const [name, value] of Object.entries({ person: patient.personId, ...viewer(), ...settings }))
          await client.query('select set_config($1, $2, true)', [`heldwell.${name}`, value]);
        const found = await client.query('select id from heldwell.entry where patient_id = $1', [patient.id]);
        const versions = await client.query(
          'select distinct entry_id from heldwell.entry_version where patient_id = $1',
          [patient.id],
        );
        return [found.rowCount, versions.rowCount];
      };
      for (const at_hand of ['', patient.id]) {
        expect(await rows({ at_hand, withheld: '' })).toEqual([3, 3]);
        expect(await rows({ at_hand, withheld: `{${asking.organisationId}}` })).toEqual([2, 2]);
      }
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
