import { beforeAll, describe, expect, it } from 'vitest';
import { prepareDemo } from '../src/database/seed/prepare-demo.ts';
import { seedDemo } from '../src/database/seed/seed-demo.ts';
import { THREADS } from '../src/database/seed/story/messages.ts';
import { r4Definitions } from '../src/features/feeds/fhir/r4-definitions.ts';
import { openEmail } from '../src/features/sign-in/index.ts';
import { SystemKeys } from '../src/platform/sealing/system-keys.ts';
import { runsOf } from './builders/sealed.ts';
import { aServer, type TestServer } from './harness/a-server.ts';

let server: TestServer;
beforeAll(async () => {
  r4Definitions();
  server = await aServer();
  await seedDemo(server.db.services, () => undefined);
}, 120_000);

const counted = async () => {
  const tables = [
    'entry',
    'entry_version',
    'message',
    'thread',
    'consent_grant',
    'person',
    'carer',
    'invitation',
  ];
  const counts = tables.map((table) =>
    server.db.rows<{ n: number }>(`select count(*)::integer as n from heldwell.${table}`),
  );
  return (await Promise.all(counts)).map(([row]) => row?.n);
};

describe('the demo story', () => {
  it('is told once: another start changes nothing', async () => {
    const before = await counted();
    await seedDemo(server.db.services, (line) => expect.unreachable(line));
    expect(await counted()).toEqual(before);
  });

  it('goes on where it was cut short', async () => {
    const before = await counted();
    await server.db.rows('update heldwell.demo_story set finished_at = null');
    await server.db.rows('delete from heldwell.message where position > 1');
    await server.db.rows('update heldwell.thread set last_position = 1');
    await seedDemo(server.db.services, () => undefined);
    expect(await counted()).toEqual(before);
  });

  it('lets its people sign in and see what they may', async () => {
    const { signIn } = await server
      .asNobody('PATIENT')
      .graphql(
        `mutation { signIn(input: { email: "amara.nwosu@example.org", password: "heldwell-demo-2026" }) { __typename } }`,
      );
    expect(signIn.__typename).toBe('SignedIn');
    const amara = await server.asPerson('amara.nwosu@example.org', 'PATIENT');
    const seen = await amara.graphql(
      `{ viewer { record { id nhsNumber communicationNeeds emergencyContacts { name relationship phone } entryCounts { kind count } threads { nodes { subject lastMessageAt } }
         carers { displayName } timeline(first: 100) { nodes { title detail { __typename ... on CarePlanDetail { activities { title text } } }
         attachments { title contentType path } } } } } }`,
    );
    const { record } = seen.viewer;
    expect(record).toMatchObject({ nhsNumber: '9994120387', carers: [{ displayName: 'Chidi Nwosu' }] });
    expect(record.communicationNeeds).toBe('Text message before a telephone call');
    for (const contact of record.emergencyContacts) {
      expect(contact).toEqual({ name: 'Chidi Nwosu', relationship: 'Brother', phone: '07700 900418' });
    }
    expect(record.emergencyContacts.length).toBeGreaterThan(1);
    expect(record.threads.nodes).toHaveLength(THREADS.filter(({ patient }) => patient === 'amara').length);
    for (const { lastMessageAt } of record.threads.nodes) {
      expect(Date.parse(lastMessageAt)).toBeLessThan(Date.now() - 3_600_000);
    }
    const chidi = await server.asPerson('chidi.nwosu@example.org', 'CARER');
    const cared = await chidi.graphql('{ viewer { caresFor { nodes { givenName viewerLabels } } } }');
    expect(cared.viewer.caresFor.nodes).toEqual([
      { givenName: 'Amara', viewerLabels: expect.arrayContaining(['GENERAL', 'MENTAL_HEALTH']) },
    ]);
  });

  it('gives its letters as files, to those who may see them', async () => {
    const [file] = await server.db.rows<{ path: string; id: string; email: Buffer }>(
      `select '/files/patient/' || heldwell.global_id('A', a.patient_id, a.id) as path, p.id, p.email from heldwell.attachment a
       join heldwell.patient r on r.id = a.patient_id join heldwell.person p on p.id = r.person_id
       where a.content_type = 'application/pdf' limit 1`,
    );
    const keys = await new SystemKeys(server.db.sealing, runsOf(server.db)).ofSystem('PEOPLE');
    const email = file ? openEmail(keys, file.id, file.email) : '';
    const owner = await server.asPerson(email, 'PATIENT');
    const opened = await owner.fetch(file?.path ?? '');
    expect(opened.status).toBe(200);
    expect(opened.headers.get('content-type')).toBe('application/pdf');
    expect(opened.headers.get('content-security-policy')).toBe('sandbox');
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
    expect(
      Buffer.from(await opened.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF');
    const other = email.startsWith('amara') ? 'sunil.rao@example.org' : 'amara.nwosu@example.org';
    const stranger = await server.asPerson(other, 'PATIENT');
    const hidden = await stranger.fetch(file?.path ?? '');
    const missing = await stranger.fetch('/files/patient/QUJD');
    expect([hidden.status, await hidden.text()]).toEqual([missing.status, await missing.text()]);
    expect(hidden.status).toBe(404);
    expect((await server.asNobody('PATIENT').fetch(file?.path ?? '')).status).toBe(401);
  });

  it('is refused in production', async () => {
    const env = {
      NODE_ENV: 'production',
      HELDWELL_DEMO: 'off',
      PUBLIC_URL: 'https://record.example.org',
    } as const;
    await expect(prepareDemo(server.db.services, env, () => undefined)).rejects.toThrow(/demo story/);
  });
});
