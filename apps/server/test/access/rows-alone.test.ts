import { beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema } from '../../src/api/schema.ts';
import { tokenHash } from '../../src/platform/secrets.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { type Guard, maySee } from './reference-model.ts';
import { VIEWERS, type Viewer } from './viewers.ts';
import { aWorld, type World } from './world.ts';

/** The net by itself: statements without a word of consent in them, as the serving role, by everybody of the model. */

let world: World;
let db: TestDatabase;
beforeAll(async () => {
  world = await aWorld(buildBareSchema());
  db = await aDatabase({ copyOf: world.database });
}, 120_000);

/** The rows of a statement that this viewer's transaction gets. */
async function seenBy<Row>(viewer: Viewer, text: string): Promise<Row[]> {
  const client = await db.services.database.serving.connect();
  try {
    await client.query('begin');
    const token = world.tokens.get(viewer.key);
    if (token)
      await client.query('select heldwell.open_session($1, $2, false)', [tokenHash(token), viewer.app]);
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.query('rollback');
    client.release();
  }
}

interface KeptRow {
  patient: string;
  id: string;
}
interface Kept<Row extends KeptRow> {
  table: string;
  /** Selects `patient`, `id` and what the guard looks at. */
  text: string;
  guard(row: Row): Guard;
}

const entries: Kept<KeptRow & { label: 'GENERAL'; kind: string }> = {
  table: 'entry',
  text: `select patient_id as patient, id, label, kind from heldwell.entry`,
  guard: ({ id, label, kind }) => {
    const by = world.entries.find((entry) => entry.id === id)?.by;
    return { is: 'ENTRY', label, kind, ...(by && { by }) };
  },
};
const threads: Kept<KeptRow & { label: 'GENERAL' }> = {
  table: 'thread',
  text: 'select patient_id as patient, id, label from heldwell.thread',
  // What is kept of one has a view of its own: the row itself, with what came after, is closed.
  guard: ({ id, label }) => ({ is: 'THREAD_NOW', label, thread: keyOfThread(id) }),
};
const messages: Kept<KeptRow & { thread: string; label: 'GENERAL'; position: number }> = {
  table: 'message',
  text: 'select patient_id as patient, id, thread_id as thread, label, position from heldwell.message',
  guard: ({ thread, label, position }) => ({ is: 'MESSAGE', label, thread: keyOfThread(thread), position }),
};
const identities: Kept<KeptRow> = {
  table: 'patient_identity',
  text: 'select patient_id as patient, patient_id as id from heldwell.patient_identity',
  guard: () => ({ is: 'IDENTITY' }),
};
const contacts: Kept<KeptRow> = {
  table: 'emergency_contact',
  text: 'select patient_id as patient, id from heldwell.emergency_contact',
  guard: () => ({ is: 'IDENTITY' }),
};
const names: Kept<KeptRow> = {
  table: 'patient',
  text: 'select id as patient, id from heldwell.patient',
  guard: () => ({ is: 'NAME' }),
};
const invitations: Kept<KeptRow> = {
  table: 'invitation',
  text: 'select patient_id as patient, id from heldwell.invitation',
  guard: () => ({ is: 'PATIENT_ALONE' }),
};
const keyOfThread = (id: string): string => world.threads.find((thread) => thread.id === id)?.key ?? '';
const KEPT = [entries, threads, messages, identities, contacts, names, invitations] as Kept<KeptRow>[];

describe.each(KEPT)('row security of $table', ({ text, guard }) => {
  it('shows everybody the rows the model lets them see, and no other', async () => {
    const all = await db.rows<KeptRow>(text);
    const ofRecord = all.filter(({ patient }) => patient === world.patientId);
    expect(ofRecord.length).toBeGreaterThan(0);
    for (const viewer of VIEWERS) {
      const seen = await seenBy<KeptRow>(viewer, text);
      const idsOf = (rows: readonly KeptRow[]) => rows.map(({ id }) => id).sort();
      const here = idsOf(seen.filter(({ patient }) => patient === world.patientId));
      expect(here, viewer.key).toEqual(idsOf(ofRecord.filter((row) => maySee(viewer, guard(row)))));
      const elsewhere = seen.filter(({ patient }) => patient === world.otherPatientId);
      expect(elsewhere.length > 0, viewer.key).toBe(elsewhereSeen(viewer) && all.length > ofRecord.length);
    }
  });
});

const elsewhereSeen = (viewer: Viewer): boolean => maySee(viewer, { is: 'OTHER_RECORD' });
