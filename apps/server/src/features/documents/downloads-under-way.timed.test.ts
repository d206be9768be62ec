import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFiledDocument, type Filed } from '../../../test/builders/a-filed-document.ts';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aDatabase } from '../../../test/harness/a-database.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { CHANGE, RELABEL, STOP } from '../../../test/harness/commands.ts';
import { ADD_DOCUMENT, aPicture, bytesOf, putUp } from '../../../test/harness/files.ts';
import { slowDownload } from '../../../test/harness/slow-download.ts';

const LARGE = 20_000_000;
/** From the answer to the revoke to the end of the download, on the same node. */
const AT_ONCE_MS = 100;

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
describe('a download under way', () => {
  const revokes: [string, (of: Filed, grant: string) => Promise<unknown>][] = [
    ['sharing is stopped', ({ owner }, grant) => owner.graphql(STOP, { grant })],
    [
      'its label is unticked',
      ({ owner }, grant) => owner.graphql(CHANGE, { grant, labels: ['SOCIAL_CARE'] }),
    ],
    [
      'all sharing is stopped',
      ({ owner }) => owner.graphql('mutation { stopAllSharing(input: {}) { __typename } }'),
    ],
    [
      'its entry gets another label',
      ({ owner, entry }) => owner.graphql(RELABEL, { entry, label: 'SEXUAL_HEALTH' }),
    ],
  ];
  it.each(revokes)('ends at once when %s', async (_what, revoke) => {
    const of = await filed({ size: LARGE });
    const download = slowDownload(staff, of.file);
    await download.first;
    await revoke(of, of.patient.grantId());
    const revoked = performance.now();
    download.hurry();
    const { at, bytes, whole, got } = await download.ended;
    const right = of.bytes.subarray(0, got.length).equals(got);
    expect({ whole, right, early: bytes < LARGE / 2 }).toEqual({ whole: false, right: true, early: true });
    expect(at - revoked).toBeLessThan(AT_ONCE_MS);
    expect(await statusOf(staff, of.file)).toBe(404);
  });

  it('ends at once with its session', async () => {
    const { file } = await filed({ size: LARGE });
    const member = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const download = slowDownload(member, file);
    await download.first;
    await member.graphql('mutation { signOut }');
    const ended = performance.now();
    download.hurry();
    const { at, whole } = await download.ended;
    expect(whole).toBe(false);
    expect(at - ended).toBeLessThan(AT_ONCE_MS);
  });

  it('ends when the time of its grant is over', async () => {
    const until = new Date(Date.now() + 4_000);
    const builder = aPatient(server.db).sharing('GENERAL', { with: team, validUntil: until.toISOString() });
    const { file } = await filed({ size: LARGE, builder });
    const download = slowDownload(staff, file, 30);
    await download.first;
    setTimeout(download.hurry, until.getTime() - Date.now());
    const { at, whole } = await download.ended;
    const over = performance.now() + (until.getTime() - Date.now());
    expect(whole).toBe(false);
    expect(at - over).toBeGreaterThan(-50);
    expect(at - over).toBeLessThan(AT_ONCE_MS + 50);
  });

  it('goes on where what changed is not about it, and for the patient', async () => {
    const of = await filed({ size: 3_000_000 });
    const downloads = [slowDownload(staff, of.file, 5), slowDownload(of.owner, of.file, 5)];
    await Promise.all(downloads.map(({ first }) => first));
    const input = { id: randomUUID(), record: of.patient.recordId, label: 'SOCIAL_CARE', title: 'Other' };
    const put = await putUp(of.owner, {
      bytes: aPicture(),
      record: of.patient.recordId,
      label: 'SOCIAL_CARE',
    });
    await of.owner.graphql(ADD_DOCUMENT, { input: { ...input, attachments: [put.id] } });
    const ends = await Promise.all(downloads.map(({ ended }) => ended));
    expect(ends.map(({ whole, bytes }) => [whole, bytes])).toEqual(Array(2).fill([true, 3_000_000]));
  });
});
