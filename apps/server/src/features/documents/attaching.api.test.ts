import { randomUUID } from 'node:crypto';
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
import { START } from '../../../test/harness/commands.ts';
import {
  ADD_DOCUMENT,
  aPicture,
  bytesOf,
  fileAddress,
  putUp,
  sendFiles,
} from '../../../test/harness/files.ts';
import { writeId } from '../../platform/global-id.ts';

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
const rowsOf = (patient: MadePatient) =>
  server.db.rows<{ id: string }>('select id from heldwell.attachment where patient_id = $1', [patient.id]);

describe('a file with a message', () => {
  it('is put up, sent and opened by both sides, with the name it had', async () => {
    const { owner, thread } = await aDiscussion();
    const bytes = aPicture(300_000);
    const put = await putUp(owner, { bytes, thread, name: 'Räume / “x”.png' });
    expect(put).toMatchObject({ status: 201, title: '“x”.png', contentType: 'image/png', size: 300_000 });
    expect((await bytesOf(owner, put.id)).status).toBe(404);
    const { message } = await sendFiles(owner, thread, [put.id]);
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
      const sent = await sendFiles(client, patient.threadId(), [put.id]);
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
    expect(await sendFiles(staff, thread, [put.id])).toEqual(refused);
    expect(await sendFiles(other.owner, other.thread, [put.id])).toEqual(refused);
    const foreign = await putUp(other.owner, { bytes: aPicture(), thread: other.thread });
    expect(await sendFiles(owner, thread, [put.id, foreign.id])).toEqual(refused);
    const both = await Promise.all([sendFiles(owner, thread, [put.id]), sendFiles(owner, thread, [put.id])]);
    expect(new Set(both.map(({ __typename }) => __typename))).toEqual(
      new Set(['FilesNotAttached', 'MessageSent']),
    );
    expect(await sendFiles(owner, thread, [put.id])).toEqual(refused);
    const sent = await server.db.rows('select from heldwell.message where patient_id = $1', [patient.id]);
    expect(sent).toHaveLength(2);
  });

  it('stays with the team it was sent to when access ends, as its message does; nothing new comes', async () => {
    const { owner, thread, patient } = await aDiscussion();
    const bytes = aPicture(70_000);
    const [sent, later] = [await putUp(owner, { bytes, thread }), await putUp(owner, { bytes, thread })];
    await sendFiles(owner, thread, [sent.id]);
    await owner.graphql('mutation { stopAllSharing(input: {}) { __typename } }');
    await sendFiles(owner, thread, [later.id]);
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
    const first = await sendFiles(owner, thread, [put.id], id);
    expect(await sendFiles(owner, thread, [put.id], id)).toEqual(first);
    expect((await sendFiles(owner, thread, [], id)).__typename).toBe('SentDifferently');
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
