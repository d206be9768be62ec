import { beforeAll, expect, it } from 'vitest';
import { buildBareSchema } from '../../src/api/schema.ts';
import { tokenHash } from '../../src/platform/secrets.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { maySee } from './reference-model.ts';
import { VIEWERS, type Viewer } from './viewers.ts';
import { aWorld, type World } from './world.ts';

/** The function that moves a discussion for a message, by itself: asked by everybody of the model, with no code before it. */

let world: World;
let db: TestDatabase;
beforeAll(async () => {
  world = await aWorld(buildBareSchema());
  db = await aDatabase({ copyOf: world.database });
}, 120_000);

const TAKE = `select allowed, place, team_id is not null as named from heldwell.take_position($1, $2, gen_random_uuid(), $3, $4, true, '{}')`;
const MOVED = 'select last_position, words from heldwell.thread where id = $1';

interface Taken {
  allowed: boolean;
  place: number | null;
  named: boolean;
}

/** What this viewer's transaction is told of each discussion of the record; nothing of it stays. */
async function takenBy(viewer: Viewer): Promise<Map<string, Taken>> {
  const client = await db.services.database.serving.connect();
  const taken = new Map<string, Taken>();
  const role = viewer.app === 'PROFESSIONAL' ? 'STAFF' : (viewer.app ?? 'PATIENT');
  try {
    await client.query('begin');
    const token = world.tokens.get(viewer.key);
    if (token)
      await client.query('select heldwell.open_session($1, $2, false)', [tokenHash(token), viewer.app]);
    for (const { id, key } of world.threads) {
      const { rows } = await client.query<Taken>(TAKE, [world.patientId, id, role, Buffer.from('moved')]);
      taken.set(key, rows[0] as Taken);
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
  return taken;
}

it('moves a discussion for those alone who may see it and write in it, and says nothing of its place to others', async () => {
  const allowed = new Map<string, number>();
  for (const viewer of VIEWERS) {
    for (const [key, taken] of await takenBy(viewer)) {
      const { label } = world.threads.find((thread) => thread.key === key) as World['threads'][number];
      if (!maySee(viewer, { is: 'THREAD_NOW', label, thread: key })) {
        expect(taken, `${viewer.key} ${key}`).toEqual({ allowed: false, place: null, named: false });
      }
      if (taken.allowed) allowed.set(viewer.app ?? 'NOBODY', (allowed.get(viewer.app ?? 'NOBODY') ?? 0) + 1);
    }
  }
  expect([...allowed.keys()].sort()).toEqual(['CARER', 'PATIENT', 'PROFESSIONAL']);
});

it('leaves a discussion where it was when it refuses', async () => {
  const [thread] = world.threads as [World['threads'][number]];
  const before = await db.rows(MOVED, [thread.id]);
  const client = await db.services.database.serving.connect();
  try {
    const values = [world.patientId, thread.id, 'PATIENT', Buffer.from('moved')];
    expect((await client.query(TAKE, values)).rows).toEqual([{ allowed: false, place: null, named: false }]);
  } finally {
    client.release();
  }
  expect(await db.rows(MOVED, [thread.id])).toEqual(before);
});
