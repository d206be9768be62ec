import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { sourceOfText } from '../../src/features/feeds/fhir/fhir-source.ts';
import { r4Definitions } from '../../src/features/feeds/fhir/r4-definitions.ts';
import { importRun } from '../../src/features/feeds/index.ts';
import { inviteToRecord } from '../../src/features/invitations/index.ts';
import { asSystem, statementsOf } from '../../src/platform/as-system.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { logger } from '../../src/platform/logger.ts';
import { aTeam, type MadeTeam } from '../builders/people.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { aServer } from '../harness/a-server.ts';
import type { AppClient } from '../harness/app-client.ts';
import { RELABEL, START } from '../harness/commands.ts';
import { formsOf } from './canary-forms.ts';

const SEEDED: string[] = [];
/** A word nobody else has, in the middle of a sentence; it must be found nowhere. */
function canary(): string {
  const word = `zq${randomBytes(8).toString('hex')}qz`;
  SEEDED.push(word);
  return word;
}
const NHS_NUMBER = '9434765919';

const observation = (id: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: canary(), display: canary() }], text: canary() },
  subject: { reference: 'Patient/p' },
  effectiveDateTime: '2026-03-04T10:00:00Z',
  valueString: canary(),
  note: [{ text: canary() }],
});

const documentReference = () => ({
  resourceType: 'DocumentReference',
  id: 'd',
  status: 'current',
  type: { text: canary() },
  subject: { reference: 'Patient/p' },
  content: [
    {
      attachment: {
        contentType: 'text/plain',
        title: canary(),
        data: Buffer.from(canary()).toString('base64'),
      },
    },
  ],
});

const person = () => ({
  resourceType: 'Patient',
  id: 'p',
  name: [{ given: ['Pat'], family: 'Seeded' }],
  birthDate: '1970-02-03',
  identifier: [
    { system: 'https://fhir.nhs.uk/Id/nhs-number', value: NHS_NUMBER },
    { system: 'urn:local', value: canary() },
  ],
  telecom: [
    { system: 'phone', value: canary() },
    { system: 'email', value: `${canary()}@example.org` },
  ],
  address: [{ line: [canary()], city: canary(), postalCode: 'ZZ9 1AA' }],
  contact: [
    {
      name: { given: [canary()], family: canary() },
      relationship: [{ text: canary() }],
      telecom: [{ system: 'phone', value: canary() }],
    },
  ],
});

/** Everything enters by a public door: a feed, an invitation, a patient's own commands. */
async function seed(db: TestDatabase, team: MadeTeam): Promise<AppClient> {
  const bundle = (...resources: object[]) =>
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'batch',
      entry: resources.map((resource) => ({ resource, request: { method: 'POST', url: 'x' } })),
    });
  const lost = { ...observation('lost'), subject: { reference: 'Patient/nobody' } };
  const text = bundle(person(), observation('o'), documentReference(), lost);
  const report = await importRun(db.services, {
    organisation: { ods: 'SEED', name: 'A sender' },
    sources: [sourceOfText('seeded', text)],
    now: new Date(),
  });
  const patientId = report.records[0]?.patientId ?? '';
  const email = `${canary()}@example.org`;
  const invited = await asSystem(db.services.database, 'invite a seeded person', (manager) =>
    inviteToRecord(statementsOf(manager, db.sealing), { patientId, email, checkedBy: 'A member of staff' }),
  );
  const server = await aServer(db);
  const nobody = server.asNobody('PATIENT');
  const code = invited.is === 'INVITED' ? invited.link.split('/').at(-1) : '';
  const accepted = await nobody.graphql(
    'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }',
    { input: { code, password: canary() } },
  );
  expect(accepted.acceptInvitation.__typename).toBe('SignedIn');
  const owner = await server.asPerson(email, 'PATIENT');
  const input = {
    ...{ id: '0199c3a0-0000-7000-8000-000000000001', team: writeId('TEAM', team.id), label: 'MENTAL_HEALTH' },
    ...{ subject: canary(), text: canary(), copyTo: [], allowCarersWithoutLabel: false },
  };
  expect((await owner.graphql(START, { input })).startThread.__typename).toBe('ThreadStarted');
  const timeline = await owner.graphql(
    'query { viewer { person { email } record { address nhsNumber emergencyContacts { name relationship phone } timeline { nodes { id } } } } }',
  );
  expect(timeline.viewer.person.email).toBe(email);
  expect(timeline.viewer.record.nhsNumber).toBe(NHS_NUMBER);
  for (const said of Object.values(timeline.viewer.record.emergencyContacts[0])) expect(said).toContain('zq');
  const carer = {
    ...{ id: '0199c3a0-0000-7000-8000-000000000002', name: 'Kim', email: `${canary()}@example.org` },
    ...{ labels: ['GENERAL'], rights: ['SEE'] },
  };
  await owner.graphql('mutation ($input: InviteCarerInput!) { inviteCarer(input: $input) { __typename } }', {
    input: carer,
  });
  for (const { id } of timeline.viewer.record.timeline.nodes) {
    const { relabelEntry } = await owner.graphql(RELABEL, {
      entry: id,
      label: 'SOCIAL_CARE',
      reason: canary(),
    });
    expect(relabelEntry.__typename).toBe('EntryRelabelled');
  }
  const stopped = await owner.graphql(
    'mutation ($why: String) { stopAllSharing(input: { reason: $why }) { stop { reason } } }',
    { why: canary() },
  );
  expect(stopped.stopAllSharing.stop.reason).toContain('zq');
  return owner;
}

it('the search finds a word in each of these writings, wherever it begins', () => {
  const word = `zq${randomBytes(8).toString('hex')}qz`;
  for (const before of ['', 'a', 'ab', 'abc']) {
    const text = `${before}${word} and more`;
    const bytes = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
    const written = [text, ...bytes.flatMap((one) => [one.toString('hex'), one.toString('base64')])];
    const stored = [...written, ...written.map((one) => Buffer.from(one).toString('hex'))];
    for (const dump of stored) {
      const found = formsOf(word).some((form) => dump.toLowerCase().includes(form.toLowerCase()));
      expect([dump, found]).toEqual([dump, true]);
    }
  }
});

it('a dump of every table, the events and the log hold nothing of what people said, in any writing', async () => {
  r4Definitions();
  const db = await aDatabase();
  const heard: string[] = [];
  db.services.bus.listen((event) => void heard.push(JSON.stringify(event)));
  const logged: string[] = [];
  const stream = (logger as unknown as Record<symbol, { write(line: string): void }>)[
    Object.getOwnPropertySymbols(logger).find(({ description }) => description === 'pino.stream') as symbol
  ] as { write(line: string): void };
  const write = stream.write.bind(stream);
  const level = logger.level;
  logger.level = 'debug';
  stream.write = (line) => void logged.push(line);
  try {
    const owner = await seed(db, await aTeam(db));
    // A fault of ours goes to the log; a broken value makes one.
    await db.rows('update heldwell.entry set headline = detail');
    const { errors } = await owner.answer('query { viewer { record { timeline { nodes { title } } } } }');
    expect(errors?.length).toBeGreaterThan(0);
  } finally {
    stream.write = write;
    logger.level = level;
  }
  const tables = await db.rows<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace::regnamespace::text like 'heldwell%' and relkind in ('r', 'p')",
  );
  const dumped: string[] = [];
  for (const { name } of tables) {
    const rows = await db.rows<{ row: string }>(`select t::text as row from ${name} t`);
    dumped.push(...rows.map(({ row }) => row));
  }
  expect([tables.length > 25, dumped.length > 40, heard.length > 3, logged.length > 3]).toEqual(
    Array(4).fill(true),
  );
  const everything = [...dumped, ...heard, ...logged].join('\n').toLowerCase();
  // The search finds what is there: the name, which stays readable.
  expect(everything).toContain('seeded');
  const found = [...SEEDED, NHS_NUMBER].filter((word) =>
    formsOf(word).some((form) => everything.includes(form.toLowerCase())),
  );
  expect(SEEDED.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
}, 60_000);
