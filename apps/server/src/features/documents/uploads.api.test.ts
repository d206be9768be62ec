import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, utimes } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { STOP } from '../../../test/harness/commands.ts';
import { aPicture, fileHeaders, putUp, sendFiles } from '../../../test/harness/files.ts';
import { formsOf } from '../../../test/sealing/canary-forms.ts';
import { writeId } from '../../platform/global-id.ts';
import { removeUnattached } from './index.ts';

let server: TestServer;
let team: MadeTeam;
let staff: AppClient;

beforeAll(async () => {
  server = await aServer(await aDatabase({ pool: 12 }));
  team = await aTeam(server.db);
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
});

async function aDiscussion(label: 'GENERAL' | 'MENTAL_HEALTH' = 'MENTAL_HEALTH') {
  const patient = await aPatient(server.db).withThread({ with: team, label }).stored();
  const owner = await server.asPerson(patient.email, 'PATIENT');
  return { patient, owner, thread: patient.threadId() };
}
const files = async (): Promise<string[]> =>
  (await readdir(server.db.documentsDir, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => one.name);
const rowsOf = (patient: MadePatient) =>
  server.db.rows<{ id: string }>('select id from heldwell.attachment where patient_id = $1', [patient.id]);

describe('putting a file up', () => {
  it('is refused where writing is: to strangers, without the right, after access ended, and as for what is not there', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const stranger = (await aDiscussion()).owner;
    const bytes = aPicture();
    const missing = writeId('THREAD', randomUUID(), patient.id);
    const [hidden, none] = await Promise.all([
      putUp(stranger, { bytes, thread }),
      putUp(stranger, { bytes, thread: missing }),
    ]);
    expect(hidden).toEqual(none);
    expect(hidden.status).toBe(404);
    expect((await putUp(server.asNobody('PATIENT'), { bytes, thread })).status).toBe(401);
    expect((await putUp(staff, { bytes, thread })).status).toBe(201);
    const { record } = await owner.graphql(
      'query ($id: ID!) { record(id: $id) { sharing { grants { id } } } }',
      { id: patient.recordId },
    );
    await owner.graphql(STOP, { grant: record.sharing.grants[0].id });
    expect((await putUp(staff, { bytes, thread })).status).toBe(404);
    expect((await rowsOf(patient)).length).toBe(1);
  });

  it('is taken from our own pages alone', async () => {
    const { owner, thread } = await aDiscussion();
    const bytes = aPicture();
    const from = (headers: Record<string, string>) => putUp(owner, { bytes, thread, headers });
    expect((await from({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await from({ origin: server.url })).status).toBe(201);
    const bare = await owner.fetch('/files/carer', {
      ...{ method: 'POST', headers: fileHeaders({ bytes, thread }), body: new Uint8Array(bytes) },
    });
    expect(bare.status).toBe(403);
  });

  it('keeps the same file once, and refuses another under the same id', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const bytes = aPicture(90_000);
    const id = randomUUID();
    const before = (await files()).length;
    const first = await putUp(owner, { bytes, thread, id });
    const [again, atOnce] = await Promise.all([
      putUp(owner, { bytes, thread, id }),
      putUp(owner, { bytes, thread, id }),
    ]);
    expect([again, atOnce]).toEqual([first, first]);
    expect((await putUp(owner, { bytes: aPicture(90_000), thread, id })).status).toBe(409);
    expect((await putUp(owner, { bytes, thread, id, name: 'Other.png' })).status).toBe(409);
    expect([(await rowsOf(patient)).length, (await files()).length - before]).toEqual([1, 1]);
  });

  it('goes by the first bytes: what is not taken is refused, whatever it is called, and leaves nothing', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const before = await files();
    const zip = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), randomBytes(200)]);
    const program = Buffer.concat([Buffer.from('4d5a9000', 'hex'), randomBytes(200)]);
    for (const bytes of [zip, program, randomBytes(300), Buffer.from('a\u0000b')]) {
      expect(await putUp(owner, { bytes, thread, name: 'Picture.png' })).toMatchObject({
        status: 415,
        problem: 'KIND',
      });
    }
    expect(await putUp(owner, { bytes: Buffer.alloc(0), thread })).toMatchObject({ status: 422 });
    const large = await putUp(owner, { bytes: aPicture(25_000_001), thread });
    expect(large).toMatchObject({ status: 413, problem: 'TOO_LARGE', mostBytes: 25_000_000 });
    expect(await rowsOf(patient)).toEqual([]);
    expect(await files()).toEqual(before);
    const kinds = [
      ['%PDF-1.7\n%âãÏÓ\n', 'application/pdf'],
      ['Grüße\n<script>alert(1)</script>', 'text/plain'],
      ['GIF89a\u0001\u0000\u0001\u0000', 'image/gif'],
    ] as const;
    for (const [words, contentType] of kinds) {
      expect(await putUp(owner, { bytes: Buffer.from(words), thread })).toMatchObject({
        status: 201,
        contentType,
      });
    }
  });

  it('that breaks off leaves nothing behind', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const before = await files();
    const headers = { ...fileHeaders({ bytes: Buffer.alloc(0), thread }), 'content-length': '5000000' };
    await broken(owner, headers, aPicture(2_000_000));
    await expect.poll(files).toEqual(before);
    expect(await rowsOf(patient)).toEqual([]);
  });

  it('leaves nothing readable on the disk', async () => {
    const { owner, thread } = await aDiscussion();
    const word = `zq${randomBytes(8).toString('hex')}qz`;
    const put = await putUp(owner, {
      bytes: Buffer.from(`${'Lines of text. '.repeat(9_000)}${word}`),
      thread,
      name: `${word}.txt`,
    });
    expect(put.status).toBe(201);
    const everything: string[] = [];
    for (const one of await readdir(server.db.documentsDir, { recursive: true, withFileTypes: true })) {
      everything.push(one.name);
      if (one.isFile())
        everything.push((await readFile(path.join(one.parentPath, one.name))).toString('latin1'));
    }
    const text = everything.join('\n').toLowerCase();
    expect(text).toContain(
      (
        await server.db.rows<{ id: string }>(
          'select id from heldwell.attachment order by put_at desc limit 1',
        )
      )[0]?.id,
    );
    for (const form of formsOf(word))
      expect(text.includes(Buffer.from(form).toString('latin1').toLowerCase())).toBe(false);
  });
});

describe('what was never attached', () => {
  it('is removed after a day, with files that no row speaks of; what is attached or new stays', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const sent = await putUp(owner, { bytes: aPicture(), thread });
    await sendFiles(owner, thread, [sent.id]);
    const old = await putUp(owner, { bytes: aPicture(), thread });
    const fresh = await putUp(owner, { bytes: aPicture(), thread });
    const [stray, young] = [randomUUID(), randomUUID()];
    const { store } = server.db.services.documents;
    for (const id of [stray, young]) await store.put(id, parts(randomBytes(10)));
    const longAgo = new Date(Date.now() - 30 * 3_600_000);
    const rowId = (id: string) =>
      Buffer.from(id, 'base64url')
        .toString('hex', 17)
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    for (const id of [stray, rowId(sent.id), rowId(old.id)]) {
      await utimes(path.join(server.db.documentsDir, id.slice(-2), id), longAgo, longAgo);
    }
    await server.db.rows('update heldwell.attachment set put_at = $1 where id = any ($2)', [
      longAgo,
      [rowId(sent.id), rowId(old.id)],
    ]);
    expect(await removeUnattached(server.db.services)).toBe(2);
    const left = await files();
    expect([sent.id, old.id, fresh.id].map((id) => left.includes(rowId(id)))).toEqual([true, false, true]);
    expect([stray, young].map((id) => left.includes(id))).toEqual([false, true]);
    expect(await rowsOf(patient)).toHaveLength(2);
    expect((await sendFiles(owner, thread, [old.id])).__typename).toBe('FilesNotAttached');
  });
});

async function* parts(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Sends a part of a body and hangs up. */
async function broken(client: AppClient, headers: Record<string, string>, part: Buffer): Promise<void> {
  const named = { ...headers, 'x-heldwell-app': client.app, cookie: client.cookies };
  await new Promise<void>((resolve) => {
    const request = http.request(`${server.url}/files/patient`, { method: 'POST', headers: named });
    request.on('error', () => resolve());
    request.write(part, () => setTimeout(() => request.destroy(new Error('gone')), 100));
  });
}
