import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { CannotOpen } from '../../src/platform/sealing/key-ring.ts';
import { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import { aPatient, type MadePatient } from '../builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../builders/people.ts';
import { runsOf } from '../builders/sealed.ts';
import { aServer, type TestServer } from '../harness/a-server.ts';
import type { AppClient } from '../harness/app-client.ts';
import { asIn, type StoredValue, storedValues } from './stored-values.ts';

const LABELS = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE'] as const;
const TIMELINE = `query ($id: ID!) { record(id: $id) { timeline(first: 50) { nodes { id title detail { __typename } } } } }`;

let server: TestServer;
let team: MadeTeam;
let patients: MadePatient[];
let values: StoredValue[];
let keys: SystemKeys;

async function aFullRecord(): Promise<MadePatient> {
  let building = aPatient(server.db).sharing([...LABELS], { with: team });
  for (let at = 0; at < 40; at += 1) {
    const label = LABELS[at % LABELS.length];
    building = building.withEntry({ ...(label && { label }), title: `Entry ${at}`, value: at });
    if (label && at % 8 === 0) building = building.withThread({ with: team, label, subject: `About ${at}` });
  }
  return building.stored();
}

beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  patients = [await aFullRecord(), await aFullRecord()];
  values = await storedValues(server.db);
  keys = new SystemKeys(server.db.sealing, runsOf(server.db));
  await keys.ofRecords(patients.map(({ id }) => id));
  await keys.ofSystem('PEOPLE');
}, 60_000);

const any = <T>(of: readonly T[]): T => of[randomInt(of.length)] as T;

function flipped(blob: Buffer): Buffer {
  const other = Buffer.from(blob);
  const at = randomInt(other.length);
  other[at] = (other[at] as number) ^ (1 << randomInt(8));
  return other;
}

describe('sealed values', () => {
  it('are refused after ten thousand random swaps and bit flips, each of them', () => {
    expect(values.length).toBeGreaterThan(400);
    for (const value of values) expect(() => keys.openBytes(asIn(value, value.blob))).not.toThrow();
    let refused = 0;
    for (let turn = 0; turn < 10_000; turn += 1) {
      const value = any(values);
      const other = any(values);
      const blob = turn % 2 === 0 && other !== value ? other.blob : flipped(value.blob);
      try {
        keys.openBytes(asIn(value, blob));
      } catch (error) {
        if (error instanceof CannotOpen) refused += 1;
      }
    }
    expect(refused).toBe(10_000);
  });

  it('that were tampered with are null with a reference, and their neighbours are served', async () => {
    const [patient, other] = patients as [MadePatient, MadePatient];
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const whole = await owner.answer(TIMELINE, { id: patient.recordId });
    expect(whole.errors).toBeUndefined();
    const [swapped, changed, moved] = patient.entries;
    await server.db.rows(
      `update heldwell.entry e set headline = o.headline from heldwell.entry o
       where e.patient_id = $1 and e.id = $2 and o.patient_id = $3 and o.id = $4`,
      [patient.id, swapped, other.id, other.entries[0]],
    );
    await server.db.rows(
      `update heldwell.entry set detail = set_byte(detail, 20, get_byte(detail, 20) # 1) where patient_id = $1 and id = $2`,
      [patient.id, changed],
    );
    // Under another label it would be shown to others: its key does not open it.
    await server.db.rows(
      `update heldwell.entry set label = 'SOCIAL_CARE' where patient_id = $1 and id = $2`,
      [patient.id, moved],
    );
    const { data, errors } = await owner.answer(TIMELINE, { id: patient.recordId });
    const nodes = data?.record.timeline.nodes as { title: string | null; detail: object | null }[];
    const served = (whole.data as { record: { timeline: { nodes: typeof nodes } } }).record.timeline.nodes
      .length;
    expect(nodes).toHaveLength(served);
    expect(nodes.filter(({ title }) => title === null)).toHaveLength(2);
    expect(nodes.filter(({ detail }) => detail === null)).toHaveLength(2);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(Array(4).fill('INTERNAL'));
    expect(errors?.every(({ extensions }) => extensions?.unreadable === true)).toBe(true);
    expect(JSON.stringify(errors)).not.toMatch(/Entry|entry\.|sealed/);
  });
});

const ENTRY = 'query ($id: ID!) { entry(id: $id) { label title detail { __typename } } }';
const THREAD = 'query ($id: ID!) { thread(id: $id) { subject messages { nodes { text } } } }';

/** Copies a grant in force as SQL would, for another grantee and with all labels, or for one discussion. */
const FORGE = `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights,
    thread_id, basis, valid_from, given_by, recorded_at, mac)
  select patient_id, gen_random_uuid(), 1, 'TEAM', $2, 'Forged',
    case when $3::uuid is null then heldwell.all_labels() else '{}' end, heldwell.all_rights(), $3, basis, valid_from,
    given_by, recorded_at, mac from heldwell.consent_grant where patient_id = $1 and superseded_at is null limit 1`;

describe('a grant row forged by SQL', () => {
  async function withForged(thread: string | null) {
    const [patient] = patients as [MadePatient];
    const outsiders = await aTeam(server.db);
    const staff = await server.asPerson(
      (await aProfessional(server.db, { team: outsiders })).email,
      'PROFESSIONAL',
    );
    await server.db.rows(FORGE, [patient.id, outsiders.id, thread]);
    return { patient, outsiders, staff };
  }

  it('opens nothing, also while the keys are unwrapped for others', async () => {
    const { patient, staff } = await withForged(null);
    const insider = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const entry = { id: patient.entryId(5) };
    expect((await insider.graphql(ENTRY, entry)).entry.title).toBe('Entry 5');
    const answer = await staff.answer(ENTRY, entry);
    expect(answer.data?.entry).toMatchObject({ title: null, detail: null });
    expect(answer.errors?.[0]?.extensions?.code).toBe('INTERNAL');
    const thread = await staff.answer(THREAD, { id: patient.threadId() });
    expect(thread.data?.thread).toEqual({ subject: null, messages: { nodes: [{ text: null }] } });
  });

  it('for one discussion opens no other, nor that one', async () => {
    const [owned] = patients as [MadePatient];
    const { staff } = await withForged(owned.threads[0] ?? null);
    const thread = await staff.answer(THREAD, { id: owned.threadId() });
    expect(thread.data?.thread).toEqual({ subject: null, messages: { nodes: [{ text: null }] } });
  });

  it('by widening a real one opens nothing more, and no longer what it did', async () => {
    const [patient] = patients as [MadePatient];
    const narrow = await aTeam(server.db);
    const of = await aPatient(server.db)
      .sharing('GENERAL', { with: narrow })
      .withEntry({ title: 'Shown' })
      .withEntry({ label: 'MENTAL_HEALTH', title: 'Hidden' })
      .stored();
    const staff = await server.asPerson(
      (await aProfessional(server.db, { team: narrow })).email,
      'PROFESSIONAL',
    );
    expect((await staff.graphql(ENTRY, { id: of.entryId(0) })).entry.title).toBe('Shown');
    expect((await staff.graphql(ENTRY, { id: of.entryId(1) })).entry).toBeNull();
    await server.db.rows(
      `update heldwell.consent_grant set labels = heldwell.all_labels() where patient_id = $1 and grantee_id = $2`,
      [of.id, narrow.id],
    );
    for (const at of [0, 1]) {
      const answer = await staff.answer(ENTRY, { id: of.entryId(at) });
      expect(answer.data?.entry.title).toBeNull();
    }
    expect(patient.id).not.toBe(of.id);
  });
});

describe('the keys of a record', () => {
  it('are asked for by nobody but through a grant: the table is closed to the serving role', async () => {
    const serving = server.db.services.database.serving;
    await expect(serving.query('select * from heldwell.record_key')).rejects.toThrow(/permission denied/);
    const [patient] = patients as [MadePatient];
    const handed = await serving.query('select keys, grants from heldwell.hand_keys($1, $2)', [
      [patient.id, patient.id],
      ['GENERAL', 'CODES'],
    ]);
    expect(handed.rows).toEqual(Array(2).fill({ keys: null, grants: null }));
  });

  it('open nothing for anybody once they are destroyed, and other records are as before', async () => {
    const [patient, other] = patients as [MadePatient, MadePatient];
    const clients: AppClient[] = [];
    for (const { email } of [patient, other]) clients.push(await server.asPerson(email, 'PATIENT'));
    const [owner, neighbour] = clients as [AppClient, AppClient];
    await server.db.rows(
      'update heldwell.record_key set wrapped = null, destroyed_at = heldwell.now() where patient_id = $1',
      [patient.id],
    );
    server.db.sealing.cache.forget(patient.id);
    const gone = await owner.answer(ENTRY, { id: patient.entryId(7) });
    expect(gone.data?.entry).toMatchObject({ title: null, detail: null });
    expect((await neighbour.graphql(ENTRY, { id: other.entryId(7) })).entry.title).toBe('Entry 7');
  });
});
