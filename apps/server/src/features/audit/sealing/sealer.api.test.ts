import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../../test/builders/people.ts';
import { aSealer } from '../../../../test/harness/a-sealer.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';

let server: TestServer;
let team: MadeTeam;
let staff: AppClient;

beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
});

const shared = () =>
  aPatient(server.db)
    .sharing('GENERAL', { with: team })
    .withEntry({ label: 'GENERAL' })
    .withThread({ with: team });
const OPEN = 'query ($id: ID!) { record(id: $id) { givenName } }';

describe('what was written', () => {
  it('is changed by nobody: not the serving roles, nor the sealer, nor the owner', async () => {
    const patient = await shared().stored();
    await staff.graphql(OPEN, { id: patient.recordId });
    const sealer = aSealer(server.db);
    await sealer.seal();
    const { serving, system, sealing } = server.db.services.database;
    for (const table of ['access_log', 'access_chain', 'access_head']) {
      for (const change of [
        `delete from heldwell.${table}`,
        `update heldwell.${table} set patient_id = patient_id`,
      ]) {
        for (const role of [serving, system, sealing])
          await expect(role.query(change)).rejects.toThrow(/denied/);
        await expect(server.db.rows(change)).rejects.toThrow('The access log is never changed.');
      }
      await expect(server.db.rows(`truncate heldwell.${table} cascade`)).rejects.toThrow(/never changed/);
      for (const role of [serving, system])
        await expect(
          role.query(`insert into heldwell.${table} select * from heldwell.${table}`),
        ).rejects.toThrow(/denied/);
    }
    await expect(
      sealing.query('insert into heldwell.access_log select * from heldwell.access_log'),
    ).rejects.toThrow(/denied/);
    await expect(sealing.query('select 1 from heldwell.entry')).rejects.toThrow(/denied/);
    const log = `select heldwell.log_change('${patient.id}', '{}')`;
    for (const role of [serving, system]) await expect(role.query(log)).rejects.toThrow(/denied/);
  });

  it('waits for nobody who holds the row of the patient', async () => {
    const patient = await shared().stored();
    const holder = await server.db.owner.connect();
    try {
      await holder.query('begin');
      await holder.query('select from heldwell.patient where id = $1 for update', [patient.id]);
      expect((await staff.graphql(OPEN, { id: patient.recordId })).record).toBeTruthy();
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  });

  it('is one unbroken chain after fifty looks at once, sealed meanwhile by two processes', async () => {
    const patient = await shared().stored();
    const sealers = [aSealer(server.db), aSealer(server.db)];
    const reading = Promise.all(
      Array.from({ length: 50 }, () => staff.graphql(OPEN, { id: patient.recordId })),
    );
    let done = false;
    const sealing = sealers.map(async ({ seal }) => {
      while (!done) {
        await seal();
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    });
    await reading;
    done = true;
    await Promise.all(sealing);
    await sealers[0]?.seal();
    const places = await server.db.rows<{ position: number }>(
      'select position from heldwell.access_chain where patient_id = $1 order by position',
      [patient.id],
    );
    // Two grants stand before the fifty looks.
    expect(places.map(({ position }) => position)).toEqual(
      Array.from({ length: 52 }, (_, index) => index + 1),
    );
    expect(await sealers[0]?.verify(patient.id)).toMatchObject({ entries: 52, waiting: 0, faults: [] });
  });
});
