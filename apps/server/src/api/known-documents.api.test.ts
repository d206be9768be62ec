import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aPatient, type MadePatient } from '../../test/builders/a-patient.ts';
import { aProfessional, aTeam } from '../../test/builders/people.ts';
import { aServer, type TestServer } from '../../test/harness/a-server.ts';
import type { AppClient } from '../../test/harness/app-client.ts';
import { CASELOAD, HOME, INBOX, SEND, SMALLEST, TIMELINE } from '../bench/documents.ts';
import { writeId } from '../platform/global-id.ts';
import { KnownDocuments } from './known-documents.ts';

let server: TestServer;
let patient: MadePatient;
let team: string;
let asPatient: AppClient;
let asStaff: AppClient;
const shortWay = vi.spyOn(KnownDocuments.prototype, 'run');
afterAll(() => shortWay.mockRestore());

beforeAll(async () => {
  server = await aServer();
  const made = await aTeam(server.db);
  const staff = await aProfessional(server.db, { team: made });
  team = writeId('TEAM', made.id);
  patient = await aPatient(server.db)
    .sharing(['GENERAL', 'MENTAL_HEALTH'], { with: made })
    .withEntry({ value: 51 })
    .withEntry({ label: 'MENTAL_HEALTH' })
    .withEntry({ label: 'SEXUAL_HEALTH' })
    .withThread({ with: made })
    .stored();
  asPatient = await server.asPerson(patient.email, 'PATIENT');
  asStaff = await server.asPerson(staff.email, 'PROFESSIONAL');
});

interface Seen {
  status: number;
  type: string | null;
  text: string;
  short: boolean;
}

async function ask(client: AppClient, body: object): Promise<Seen> {
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const short = (await shortWay.mock.results.at(-1)?.value) !== undefined;
  return { status: response.status, type: response.headers.get('content-type'), text, short };
}

/** Asks twice: the first answer is Apollo's, the second comes the short way and must be the same byte for byte. */
async function sameBothWays(client: AppClient, body: object): Promise<string> {
  const { short: first, ...long } = await ask(client, body);
  const { short: second, ...known } = await ask(client, body);
  expect([first, second]).toEqual([false, true]);
  expect(known).toEqual(long);
  return known.text;
}

describe('a document that is known is answered the short way, in the same bytes', () => {
  it('for the home of a patient', async () => {
    expect(await sameBothWays(asPatient, { query: HOME })).toContain('"results":{"nodes":[{');
  });

  it('is forgotten when larger ones come, so that documents fill no memory', async () => {
    const query = '{ viewer { app } } # the first';
    const isKnown = async () => (await ask(asPatient, { query })).short;
    await ask(asPatient, { query });
    expect(await isKnown()).toBe(true);
    for (const one of [1, 2, 3])
      await ask(asPatient, { query: `{ viewer { app } } # ${one} ${'x'.repeat(400_000)}` });
    expect(await isKnown()).toBe(false);
  });

  it('for a timeline with variables and an operation name', async () => {
    const variables = { record: patient.recordId };
    const text = await sameBothWays(asStaff, { query: TIMELINE, operationName: 'Timeline', variables });
    expect(JSON.parse(text).data.record.timeline.nodes).toHaveLength(2);
  });

  it('for an inbox and a caseload', async () => {
    expect(await sameBothWays(asStaff, { query: INBOX, variables: { team } })).toContain('"unreadCount":1');
    expect(await sameBothWays(asStaff, { query: CASELOAD, variables: { team, search: '' } })).toContain(
      patient.recordId,
    );
  });

  it('for a message sent twice, which is stored once', async () => {
    const input = { id: randomUUID(), thread: patient.threadId(), text: 'Hello “again” \\ \u2028' };
    expect(await sameBothWays(asPatient, { query: SEND, variables: { input } })).toContain('"position":2');
  });

  it('for unions and typenames', async () => {
    const detail = '{ viewer { record { timeline { nodes { __typename detail { __typename } } } } } }';
    expect(await sameBothWays(asPatient, { query: detail })).toContain('"ObservationDetail"');
  });

  it('with extensions that ask for nothing', async () => {
    const body = { query: `${SMALLEST} # with extensions`, extensions: { client: 'x' }, variables: null };
    expect(await sameBothWays(asStaff, body)).toBe('{"data":{"viewer":{"app":"PROFESSIONAL"}}}\n');
  });

  it('for what is hidden, refused and wrong', async () => {
    const record = 'query ($id: ID!) { record(id: $id) { givenName } }';
    const nobody = await sameBothWays(asStaff, { query: record, variables: { id: 'nonsense' } });
    expect(JSON.parse(nobody)).toEqual({ data: { record: null } });
    const tooMany = '{ viewer { record { timeline(first: 101) { nodes { id } } } } }';
    expect(await sameBothWays(asPatient, { query: tooMany })).toContain('BAD_USER_INPUT');
    const staffOnly = 'query ($id: ID!) { team(id: $id) { name } }';
    expect(await sameBothWays(asPatient, { query: staffOnly, variables: { id: team } })).toContain(
      'FORBIDDEN',
    );
    const other = { query: `${staffOnly} # nobody`, variables: { id: team } };
    expect(await sameBothWays(server.asNobody('PROFESSIONAL'), other)).toContain('UNAUTHENTICATED');
  });
});

describe('what is Apollo’s to refuse', () => {
  it('is refused alike when the document is known', async () => {
    const query = 'query Known($id: ID!) { record(id: $id) { id } }';
    const wrong = [
      { query, variables: 'text' },
      { query, operationName: 5, variables: {} },
      { query, variables: {} },
      { query, extensions: [], variables: { id: 'x' } },
      { query, operationName: 'Other', variables: { id: 'x' } },
    ];
    const before = [];
    for (const body of wrong) before.push(await ask(asStaff, body));
    await ask(asStaff, { query, variables: { id: 'x' } });
    await ask(asStaff, { query, variables: { id: 'x' } });
    for (const [at, body] of wrong.entries()) expect(await ask(asStaff, body)).toEqual(before[at]);
  });
});
