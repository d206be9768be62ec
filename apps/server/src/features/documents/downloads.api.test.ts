import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFiledDocument } from '../../../test/builders/a-filed-document.ts';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { bytesOf, fileAddress } from '../../../test/harness/files.ts';
import { slowDownload } from '../../../test/harness/slow-download.ts';
import { SEALED_CHUNK } from '../../platform/documents/sealed-chunks.ts';
import { readRowId, writeId } from '../../platform/global-id.ts';

let server: TestServer;
let team: MadeTeam;
let staff: AppClient;

beforeAll(async () => {
  server = await aServer(await aDatabase({ pool: 12 }));
  team = await aTeam(server.db);
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
});
const filed = (of: { size?: number; builder?: ReturnType<typeof aPatient> } = {}) =>
  aFiledDocument(server, team, of);

const statusOf = async (client: AppClient, file: string) => (await bytesOf(client, file)).status;
const looks = (patient: MadePatient) =>
  server.db.rows("select from heldwell.access_log where patient_id = $1 and what = 'FILE'", [patient.id]);

describe('a file', () => {
  it('is opened by those who may see its label, logged once each, and by nobody else; hidden and missing are alike', async () => {
    const carer = await aCarer(server.db);
    const other = await aCarer(server.db);
    const { patient, owner, file, bytes } = await filed({
      builder: aPatient(server.db)
        .sharing('GENERAL', { with: team })
        .sharing('GENERAL', { with: carer })
        .sharing('MENTAL_HEALTH', { with: other }),
    });
    const helper = await server.asPerson(carer.email, 'CARER');
    for (const client of [owner, staff, helper]) {
      expect((await bytesOf(client, file)).bytes.equals(bytes)).toBe(true);
    }
    expect(await looks(patient)).toHaveLength(2);
    const missing = writeId('ATTACHMENT', randomUUID(), patient.id);
    const stranger = (await filed()).owner;
    for (const client of [stranger, await server.asPerson(other.email, 'CARER')]) {
      const [hidden, none] = await Promise.all(
        [file, missing].map(async (id) => {
          const response = await client.fetch(fileAddress(client, id));
          const headers = [...response.headers].filter(([name]) => name !== 'date');
          return { status: response.status, headers, body: await response.text() };
        }),
      );
      expect(hidden).toEqual(none);
      expect(hidden?.status).toBe(404);
    }
    expect(await statusOf(server.asNobody('PATIENT'), file)).toBe(401);
    expect(await looks(patient)).toHaveLength(2);
  });

  it('is not given where the look cannot be kept', async () => {
    const { file } = await filed();
    await server.db.rows('alter function heldwell.log_access rename to log_access_away');
    try {
      expect(await statusOf(staff, file)).toBe(500);
    } finally {
      await server.db.rows('alter function heldwell.log_access_away rename to log_access');
    }
    expect(await statusOf(staff, file)).toBe(200);
  });

  it('that is changed, cut, or another file’s on the disk gives no wrong byte', async () => {
    const { file, bytes } = await filed({ size: 400_000 });
    const another = await filed({ size: 400_000 });
    const place = (id: string) => {
      const { row } = readRowId('ATTACHMENT', id);
      return path.join(server.db.documentsDir, row.slice(-2), row);
    };
    const stored = await readFile(place(file));
    const flipped = Buffer.from(stored);
    flipped[3 * SEALED_CHUNK + 9] = (flipped[3 * SEALED_CHUNK + 9] ?? 0) ^ 1;
    const [first, second] = [0, 1].map((n) => stored.subarray(n * SEALED_CHUNK, (n + 1) * SEALED_CHUNK)) as [
      Buffer,
      Buffer,
    ];
    const swapped = Buffer.concat([second, first, stored.subarray(2 * SEALED_CHUNK)]);
    const others = await readFile(place(another.file));
    for (const broken of [
      flipped,
      swapped,
      stored.subarray(0, 4 * SEALED_CHUNK),
      stored.subarray(0, 50),
      others,
    ]) {
      await writeFile(place(file), broken);
      const { whole, got } = await slowDownload(staff, file, 0).ended;
      expect(whole).toBe(false);
      expect(bytes.subarray(0, got.length).equals(got)).toBe(true);
    }
    await writeFile(place(file), stored);
    expect((await bytesOf(staff, file)).bytes.equals(bytes)).toBe(true);
  });

  it('whose row holds the key of another’s file does not open', async () => {
    const [{ file, patient }, another] = [await filed(), await filed()];
    await server.db.rows(
      `update heldwell.attachment set file_key = (select o.file_key from heldwell.attachment o where o.patient_id = $2)
       where patient_id = $1`,
      [patient.id, another.patient.id],
    );
    expect(await statusOf(staff, file)).toBe(500);
  });
});
