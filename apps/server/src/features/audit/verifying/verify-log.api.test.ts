import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../../test/builders/a-patient.ts';
import { aProfessional, aTeam } from '../../../../test/builders/people.ts';
import { aSealer, type TestSealer } from '../../../../test/harness/a-sealer.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';

const OPEN = 'query ($id: ID!) { record(id: $id) { timeline { nodes { id } } } }';

let server: TestServer;
let sealer: TestSealer;
let staff: AppClient;
let team: Awaited<ReturnType<typeof aTeam>>;
/** The owner with every trigger asleep, as somebody who has the database in their hands. */
let intruder: pg.Client;

beforeAll(async () => {
  server = await aServer();
  sealer = aSealer(server.db);
  team = await aTeam(server.db);
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
  intruder = new pg.Client({
    connectionString: server.db.ownerUrl,
    options: '-c session_replication_role=replica',
  });
  await intruder.connect();
});
afterAll(() => intruder.end());

/** A patient whose record was opened five times by the team, each look sealed; the grant itself is the first entry. */
async function fiveLooks(): Promise<MadePatient> {
  const patient = await aPatient(server.db).sharing('GENERAL', { with: team }).withEntry().stored();
  for (let look = 0; look < 5; look += 1) {
    await staff.graphql(OPEN, { id: patient.recordId });
    if (look === 2) await sealer.seal();
  }
  await sealer.seal();
  expect(await sealer.verify(patient.id)).toMatchObject({ entries: 6, waiting: 0, faults: [] });
  return patient;
}

const entryAt = async (patient: MadePatient, position: number): Promise<string> => {
  const [row] = await server.db.rows<{ entry_id: string }>(
    'select entry_id from heldwell.access_chain where patient_id = $1 and position = $2',
    [patient.id, position],
  );
  return row?.entry_id ?? '';
};

async function firstFault(patient: MadePatient) {
  const { faults } = await sealer.verify(patient.id);
  expect(faults).toHaveLength(1);
  // The whole log has just this fault of this record, beside those of the tests before.
  expect((await sealer.verify()).faults.filter(({ record }) => record === patient.id)).toEqual(faults);
  return faults[0];
}

describe('the verifier names the first entry that is not as it was sealed', () => {
  it('where one was edited', async () => {
    const patient = await fiveLooks();
    const entry = await entryAt(patient, 3);
    await intruder.query('update heldwell.access_log set person_name = $$Nobody$$ where id = $1', [entry]);
    expect(await firstFault(patient)).toMatchObject({
      position: 3,
      entry,
      reason: expect.stringMatching(/changed/),
    });
  });

  it.each(['role', 'team_name', 'organisation_name', 'purpose', 'what', 'about', 'app', 'bucket'])(
    'where its %s was edited',
    async (column) => {
      const patient = await fiveLooks();
      const entry = await entryAt(patient, 4);
      await intruder.query(`update heldwell.access_log set ${column} = 'other' where id = $1`, [entry]);
      expect(await firstFault(patient)).toMatchObject({ position: 4, entry });
    },
  );

  it('where one was deleted, with its place or without', async () => {
    const one = await fiveLooks();
    const entry = await entryAt(one, 2);
    await intruder.query('delete from heldwell.access_log where id = $1', [entry]);
    expect(await firstFault(one)).toMatchObject({ position: 2, entry, reason: 'was deleted' });
    const other = await fiveLooks();
    await intruder.query('delete from heldwell.access_log where id = $1', [await entryAt(other, 2)]);
    await intruder.query('delete from heldwell.access_chain where patient_id = $1 and position = 2', [
      other.id,
    ]);
    expect(await firstFault(other)).toMatchObject({
      position: 2,
      entry: null,
      reason: 'is gone: the next is place 3',
    });
  });

  it('where one was put in, with a place or without', async () => {
    const one = await fiveLooks();
    const added = `insert into heldwell.access_log (patient_id, at, person_id, person_name, app, role, action, purpose, what, bucket)
      values ($1, now(), $2, 'Planted', 'PROFESSIONAL', 'MEMBER', 'OPENED', 'DIRECT_CARE', 'DETAILS', 'planted') returning id`;
    const { rows } = await intruder.query<{ id: string }>(added, [one.id, one.personId]);
    expect(await firstFault(one)).toMatchObject({ position: null, entry: rows[0]?.id });
    const other = await fiveLooks();
    const { rows: planted } = await intruder.query<{ id: string }>(added, [other.id, other.personId]);
    await intruder.query(
      `update heldwell.access_chain set position = position + 100 where patient_id = $1 and position >= 3`,
      [other.id],
    );
    await intruder.query(
      `update heldwell.access_chain set position = position - 99 where patient_id = $1 and position > 100`,
      [other.id],
    );
    await intruder.query(`insert into heldwell.access_chain values ($1, 3, $2, sha256('made up'::bytea))`, [
      other.id,
      planted[0]?.id,
    ]);
    expect(await firstFault(other)).toMatchObject({ position: 3, entry: planted[0]?.id });
  });

  it('where two were swapped', async () => {
    const patient = await fiveLooks();
    const [third, fourth] = [await entryAt(patient, 3), await entryAt(patient, 4)];
    const chain = `with gone as (delete from heldwell.access_chain where patient_id = $1 and position in (3, 4) returning *)
      select position, hash from gone order by position`;
    const { rows } = await intruder.query<{ hash: Buffer }>(chain, [patient.id]);
    await intruder.query('insert into heldwell.access_chain values ($1, 3, $2, $3), ($1, 4, $4, $5)', [
      ...[patient.id, fourth, rows[0]?.hash, third, rows[1]?.hash],
    ]);
    expect(await firstFault(patient)).toMatchObject({ position: 3, entry: fourth });
  });

  it('where the end was cut off with everything the database knows of it', async () => {
    const patient = await fiveLooks();
    const cut = async (above: number) => {
      await intruder.query(
        'delete from heldwell.access_log l using heldwell.access_chain c where c.entry_id = l.id and c.patient_id = $1 and c.position > $2',
        [patient.id, above],
      );
      for (const table of ['access_chain', 'access_head'])
        await intruder.query(`delete from heldwell.${table} where patient_id = $1 and position > $2`, [
          patient.id,
          above,
        ]);
    };
    // To the last place but two, where a signed head stood: the database alone is in order.
    await cut(4);
    expect(await firstFault(patient)).toMatchObject({
      position: 5,
      reason: expect.stringMatching(/cut off.*reaches place 6/),
    });
    await cut(0);
    expect(await firstFault(patient)).toMatchObject({
      position: 1,
      reason: expect.stringMatching(/cut off/),
    });
  });

  it('where all was written anew by somebody without the key', async () => {
    const patient = await fiveLooks();
    await intruder.query('delete from heldwell.access_chain where patient_id = $1', [patient.id]);
    await intruder.query('delete from heldwell.access_head where patient_id = $1', [patient.id]);
    await intruder.query('update heldwell.access_log set person_name = $$Nobody$$ where patient_id = $1', [
      patient.id,
    ]);
    await intruder.query(
      'insert into heldwell.access_unsealed select patient_id, id from heldwell.access_log where patient_id = $1',
      [patient.id],
    );
    // Even sealed again by the sealer itself: the files remember what stood there.
    await sealer.seal();
    expect(await firstFault(patient)).toMatchObject({
      position: 4,
      reason: expect.stringMatching(/outside the database/),
    });
  });

  it('where a head was signed by another key', async () => {
    const patient = await fiveLooks();
    await intruder.query(
      `update heldwell.access_head set signature = decode(repeat('ab', 64), 'hex') where patient_id = $1 and position = 6`,
      [patient.id],
    );
    expect(await firstFault(patient)).toMatchObject({
      position: 6,
      reason: expect.stringMatching(/did not sign/),
    });
  });
});

describe('the heads outside the database', () => {
  const fileOf = () => join(sealer.headsDir, readdirSync(sealer.headsDir).sort().at(-1) ?? '');

  it('are missed where there are none: nothing else would tell what was cut off', async () => {
    const patient = await fiveLooks();
    expect(await sealer.verify(patient.id)).toMatchObject({ blind: false, faults: [] });
    const elsewhere = await aSealer(server.db).verify(patient.id);
    expect(elsewhere).toMatchObject({ blind: true, faults: [] });
  });

  it('are caught up with by the next process when one ended between the database and the file', async () => {
    const patient = await fiveLooks();
    const whole = readFileSync(fileOf(), 'utf8');
    const lines = whole.split('\n');
    writeFileSync(fileOf(), `${lines.slice(0, -3).join('\n')}\n${lines.at(-2)?.slice(0, 20)}`);
    const next = aSealer(server.db);
    expect(readdirSync(next.headsDir)).toEqual([]);
    await next.seal();
    const again = readFileSync(join(next.headsDir, readdirSync(next.headsDir)[0] ?? ''), 'utf8');
    expect(again).toContain(`"record":"${patient.id}","position":6`);
    // The torn line is left behind and the rest is read.
    appendFileSync(fileOf(), '\n');
    appendFileSync(fileOf(), whole);
    expect(await sealer.verify(patient.id)).toMatchObject({ entries: 6, faults: [] });
  });
});
