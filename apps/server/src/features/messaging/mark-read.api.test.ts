import { beforeAll, expect, it, vi } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { STOP } from '../../../test/harness/commands.ts';

const MARK = 'mutation ($id: ID!) { markThreadRead(input: { thread: $id, position: 1 }) { unreadCount } }';
const GRANTS = '{ viewer { record { sharing { grants { id } } } } }';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});

/** A discussion with a carer in copy, whose mark stands at its beginning. */
async function aDiscussion() {
  const { db } = server;
  const [carer, team] = [await aCarer(db), await aTeam(db)];
  const patient = await aPatient(db)
    .sharing(['GENERAL'], { with: carer })
    .withThread({ with: team, label: 'GENERAL', inCopy: [carer] })
    .stored();
  const owner = await server.asPerson(patient.email, 'PATIENT');
  const { viewer } = await owner.graphql(GRANTS);
  const mark = async () => {
    const [row] = await db.rows<{ read_position: number }>(
      'select read_position from heldwell.participant where patient_id = $1 and reader_id = $2',
      [patient.id, carer.id],
    );
    return row?.read_position;
  };
  const helper = await server.asPerson(carer.email, 'CARER');
  return {
    ...{ patient, mark, carer },
    marks: () => helper.graphql(MARK, { id: patient.threadId() }),
    stops: () =>
      Promise.all(
        viewer.record.sharing.grants.map(({ id }: { id: string }) => owner.graphql(STOP, { grant: id })),
      ),
  };
}

it('moves forward for whoever sees the discussion', async () => {
  const { marks, mark } = await aDiscussion();
  expect(await mark()).toBe(0);
  expect((await marks()).markThreadRead).toEqual({ unreadCount: 0 });
  expect(await mark()).toBe(1);
});

it('waits for a revoke under way, and then does not move', async () => {
  const { patient, carer, marks, mark, stops } = await aDiscussion();
  const { owner: pool, rows } = server.db;
  const waiting = (count: number) =>
    vi.waitFor(async () => {
      const waits =
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      expect(await rows(waits)).toHaveLength(count);
    });
  const holding = await pool.connect();
  try {
    await holding.query('begin');
    const head = 'select from heldwell.grant_head where patient_id = $1 and grantee_id = $2 for update';
    await holding.query(head, [patient.id, carer.id]);
    const stopping = stops();
    await waiting(1);
    const marking = marks();
    await waiting(2);
    await holding.query('commit');
    await stopping;
    expect((await marking).markThreadRead).toBeNull();
    expect(await mark()).toBe(0);
  } finally {
    holding.release();
  }
});
