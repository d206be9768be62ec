import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, utimes } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  aCarer,
  aProfessional,
  aTeam,
  type MadeCarer,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { START, STOP } from '../../../test/harness/commands.ts';
import {
  ADD_DOCUMENT,
  aPicture,
  fileAddress,
  fileHeaders,
  putUp,
  SEND_FILES,
} from '../../../test/harness/files.ts';
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
const sendWith = async (
  client: AppClient,
  thread: string,
  attachments: string[],
  id: string = randomUUID(),
) =>
  (await client.graphql(SEND_FILES, { input: { id, thread, text: 'With a file.', attachments } }))
    .sendMessage;
const bytesOf = async (client: AppClient, id: string) => {
  const response = await client.fetch(fileAddress(client, id));
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('a file with a message', () => {
  it('is put up, sent and opened by both sides, with the name it had', async () => {
    const { owner, thread } = await aDiscussion();
    const bytes = aPicture(300_000);
    const put = await putUp(owner, { bytes, thread, name: 'Räume / “x”.png' });
    expect(put).toMatchObject({ status: 201, title: '“x”.png', contentType: 'image/png', size: 300_000 });
    expect((await bytesOf(owner, put.id)).status).toBe(404);
    const { message } = await sendWith(owner, thread, [put.id]);
    const file = { id: put.id, title: '“x”.png', contentType: 'image/png', size: 300_000 };
    expect(message.attachments).toEqual([{ ...file, path: `/files/patient/${put.id}` }]);
    for (const client of [owner, staff]) {
      const response = await client.fetch(fileAddress(client, put.id));
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-length': '300000',
        'content-disposition': `inline; filename="_x_.png"; filename*=UTF-8''%E2%80%9Cx%E2%80%9D.png`,
        'content-security-policy': 'sandbox',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });

  it('is answered by staff and by a carer in copy with files of their own', async () => {
    const carer: MadeCarer = await aCarer(server.db);
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: carer })
      .withThread({ with: team, label: 'GENERAL', inCopy: [carer] })
      .stored();
    const helper = await server.asPerson(carer.email, 'CARER');
    for (const client of [staff, helper]) {
      const put = await putUp(client, { bytes: aPicture(), thread: patient.threadId() });
      const sent = await sendWith(client, patient.threadId(), [put.id]);
      expect(sent.message.attachments).toHaveLength(1);
      const owner = await server.asPerson(patient.email, 'PATIENT');
      expect((await bytesOf(owner, put.id)).status).toBe(200);
    }
  });

  it('goes with one message only: not twice, not by somebody else, not elsewhere; then nothing is sent', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const other = await aDiscussion();
    const put = await putUp(owner, { bytes: aPicture(), thread });
    const refused = { __typename: 'FilesNotAttached' };
    expect(await sendWith(staff, thread, [put.id])).toEqual(refused);
    expect(await sendWith(other.owner, other.thread, [put.id])).toEqual(refused);
    const foreign = await putUp(other.owner, { bytes: aPicture(), thread: other.thread });
    expect(await sendWith(owner, thread, [put.id, foreign.id])).toEqual(refused);
    const both = await Promise.all([sendWith(owner, thread, [put.id]), sendWith(owner, thread, [put.id])]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['FilesNotAttached', 'MessageSent']);
    expect(await sendWith(owner, thread, [put.id])).toEqual(refused);
    const sent = await server.db.rows('select from heldwell.message where patient_id = $1', [patient.id]);
    expect(sent).toHaveLength(2);
  });

  it('stays with the team it was sent to when access ends, as its message does; nothing new comes', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const bytes = aPicture(70_000);
    const [sent, later] = [await putUp(owner, { bytes, thread }), await putUp(owner, { bytes, thread })];
    await sendWith(owner, thread, [sent.id]);
    await owner.graphql('mutation { stopAllSharing(input: {}) { __typename } }');
    await sendWith(owner, thread, [later.id]);
    const read =
      '{ thread(id: "ID") { keptUntil messages(first: 5) { nodes { attachments { id title } } } } }';
    const kept = (await staff.graphql(read.replace('ID', thread))).thread;
    expect(kept.keptUntil).not.toBeNull();
    expect(kept.messages.nodes.flatMap((one: { attachments: object[] }) => one.attachments)).toEqual([
      { id: sent.id, title: 'A file.png' },
    ]);
    expect((await bytesOf(staff, sent.id)).bytes.equals(bytes)).toBe(true);
    expect((await bytesOf(staff, later.id)).status).toBe(404);
    expect(await rowsOf(patient)).toHaveLength(2);
  });

  it('sent again with the same id is the same message; without its file it is another', async () => {
    const { owner, thread } = await aDiscussion();
    const put = await putUp(owner, { bytes: aPicture(), thread });
    const id = randomUUID();
    const first = await sendWith(owner, thread, [put.id], id);
    expect(await sendWith(owner, thread, [put.id], id)).toEqual(first);
    expect((await sendWith(owner, thread, [], id)).__typename).toBe('SentDifferently');
  });

  it('begins a discussion, under the label that is chosen last', async () => {
    const patient = await aPatient(server.db).stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const bytes = aPicture(100_000);
    const put = await putUp(owner, { bytes, record: patient.recordId, label: 'GENERAL' });
    const input = {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      subject: 'Scan',
      label: 'SEXUAL_HEALTH',
      text: 'See.',
    };
    const begun = await owner.graphql(START, { input: { ...input, attachments: [put.id] } });
    expect(begun.startThread.__typename).toBe('ThreadStarted');
    const again = await owner.graphql(START, { input: { ...input, attachments: [put.id] } });
    expect(again.startThread.thread.id).toBe(begun.startThread.thread.id);
    const [row] = await server.db.rows<{ label: string }>(
      'select label from heldwell.attachment where patient_id = $1',
      [patient.id],
    );
    expect(row?.label).toBe('SEXUAL_HEALTH');
    expect((await bytesOf(staff, put.id)).bytes.equals(bytes)).toBe(true);
  });
});

describe('a document', () => {
  it('is added by the patient, and by who may add to its label; the same id twice is one', async () => {
    const helper = await aCarer(server.db);
    const reader = await aCarer(server.db);
    const patient = await aPatient(server.db)
      .sharing('GENERAL', { with: helper, rights: ['SEE', 'ADD'] })
      .sharing('GENERAL', { with: reader, rights: ['SEE'] })
      .stored();
    const adds = async (client: AppClient, label: string) => {
      const put = await putUp(client, { bytes: aPicture(), record: patient.recordId, label });
      if (put.status !== 201) return put.status;
      const input = {
        id: randomUUID(),
        record: patient.recordId,
        label,
        title: 'A letter',
        date: '2026-03-04',
        attachments: [put.id],
      };
      const { addDocument } = await client.graphql(ADD_DOCUMENT, { input });
      expect(await client.graphql(ADD_DOCUMENT, { input })).toEqual({ addDocument });
      const other = { ...input, title: 'Another' };
      expect((await client.graphql(ADD_DOCUMENT, { input: other })).addDocument.__typename).toBe(
        'SentDifferently',
      );
      return addDocument.entry;
    };
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const carer = await server.asPerson(helper.email, 'CARER');
    expect(await adds(owner, 'SOCIAL_CARE')).toMatchObject({
      ...{
        kind: 'DOCUMENT',
        label: 'SOCIAL_CARE',
        title: 'A letter',
        attachments: [{ contentType: 'image/png' }],
      },
      ...{
        occurredAt: '2026-03-04T00:00:00+00:00',
        source: { author: `${patient.givenName} ${patient.familyName}` },
      },
    });
    expect(await adds(carer, 'GENERAL')).toMatchObject({ label: 'GENERAL' });
    expect(await adds(carer, 'SOCIAL_CARE')).toBe(404);
    expect(await adds(await server.asPerson(reader.email, 'CARER'), 'GENERAL')).toBe(404);
    expect(await adds(staff, 'GENERAL')).toBe(404);
  });

  it('keeps its file when it gets another label, and those of the old label lose it', async () => {
    const patient = await aPatient(server.db).sharing('GENERAL', { with: team }).stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const bytes = aPicture(200_000);
    const put = await putUp(owner, { bytes, record: patient.recordId });
    const input = {
      id: randomUUID(),
      record: patient.recordId,
      label: 'GENERAL',
      title: 'A letter',
      attachments: [put.id],
    };
    const { addDocument } = await owner.graphql(ADD_DOCUMENT, { input });
    expect((await bytesOf(staff, put.id)).bytes.equals(bytes)).toBe(true);
    await owner.graphql(
      'mutation ($entry: ID!) { relabelEntry(input: { entry: $entry, label: MENTAL_HEALTH }) { __typename } }',
      { entry: addDocument.entry.id },
    );
    expect((await bytesOf(staff, put.id)).status).toBe(404);
    expect((await bytesOf(owner, put.id)).bytes.equals(bytes)).toBe(true);
  });
});

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
    await sendWith(owner, thread, [sent.id]);
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
    expect((await sendWith(owner, thread, [old.id])).__typename).toBe('FilesNotAttached');
  });
});

// biome-ignore lint/suspicious/useAwait: as a stream gives it
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
