import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../../test/builders/a-patient.ts';
import { aProfessional, aTeam } from '../../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import { asSystem } from '../../../platform/as-system.ts';
import { makeFeedKey, revokeFeedKeys } from '../feed-keys.ts';
import { r4Definitions } from '../fhir/r4-definitions.ts';

let server: TestServer;
let key: string;

const newKey = (ods: string, name?: string) =>
  asSystem(server.db.services.database, 'make a key for a test', (manager) =>
    makeFeedKey(manager, { ods, name }),
  );

beforeAll(async () => {
  r4Definitions();
  server = await aServer();
  ({ key } = await newKey('RX1', 'The Sender'));
}, 60_000);

interface Sent {
  path?: string;
  type?: string;
  key?: string | null;
}

async function post(
  body: string | object,
  { path = '', type = 'application/fhir+json', key: as = key }: Sent = {},
) {
  const headers: Record<string, string> = { 'content-type': type };
  if (as) headers.authorization = `Bearer ${as}`;
  const response = await fetch(`${server.url}/fhir/R4${path}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) };
}

const patient = (id: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  name: [{ given: ['Pat'], family: 'Sent' }],
  birthDate: '1970-02-03',
  ...more,
});
const weight = (id: string, of: string, value: number) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }] },
  subject: { reference: `Patient/${of}` },
  effectiveDateTime: '2026-03-04T10:00:00Z',
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});
const bundle = (type: string, ...resources: object[]) => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({ resource, request: { method: 'POST', url: 'x' } })),
});

describe('the FHIR endpoint', () => {
  it('takes nothing without a key in force', async () => {
    for (const as of [null, 'hwf_nonsense']) {
      const answer = await post(patient('x'), { path: '/Patient', key: as });
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'login' }] });
    }
    const gone = await newKey('RX9', 'Gone');
    expect((await post(patient('x'), { path: '/Patient', key: gone.key })).status).toBe(201);
    await asSystem(server.db.services.database, 'revoke a key of a test', (manager) =>
      revokeFeedKeys(manager, 'RX9'),
    );
    expect((await post(patient('x'), { path: '/Patient', key: gone.key })).status).toBe(401);
  });

  it('stores a transaction whole and says what became of each resource', async () => {
    const answer = await post(bundle('transaction', patient('t1'), weight('w1', 't1', 81)));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/fhir+json');
    expect(answer.body).toMatchObject({ resourceType: 'Bundle', type: 'transaction-response' });
    expect(answer.body.entry.map((one: { response: { status: string } }) => one.response.status)).toEqual([
      '201 Created',
      '201 Created',
    ]);
    expect(answer.body.entry[1].response.location).toMatch(/^Observation\/RQ?/);
    const again = await post(bundle('transaction', patient('t1'), weight('w1', 't1', 82)));
    expect(again.body.entry.map((one: { response: { status: string } }) => one.response.status)).toEqual([
      '200 OK',
      '200 OK',
    ]);
  });

  it('stores nothing of a transaction with one wrong resource, and names it', async () => {
    const wrong = { ...weight('w3', 't2', 1), code: undefined };
    const answer = await post(bundle('transaction', patient('t2'), weight('w2', 't2', 80), wrong));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          expression: ['Observation.code'],
          diagnostics: 'Observation/w3 Observation.code',
        },
      ],
    });
    const stored = await server.db.rows('select from heldwell.patient_identifier where value_hash = $1', [
      server.db.sealing.lookup('IDENTIFIER', 't2'),
    ]);
    expect(stored).toHaveLength(0);
  });

  it('answers a batch for each entry', async () => {
    const wrong = { ...weight('w5', 't3', 1), status: 'nonsense' };
    const answer = await post(
      bundle(
        'batch',
        patient('t3'),
        wrong,
        weight('w6', 't3', 70),
        { resourceType: 'Claim' },
        weight('w7', 'nobody', 1),
      ),
    );
    expect(answer.status).toBe(200);
    const responses = answer.body.entry.map((one: { response: { status: string } }) =>
      one.response.status.slice(0, 3),
    );
    expect(responses).toEqual(['201', '422', '201', '200', '202']);
    expect(answer.body.entry[1].response.outcome.issue[0]).toMatchObject({
      expression: ['Observation.status'],
    });
    expect(answer.body.entry[4].response.outcome.issue[0].details.text).toMatch(/held/);
  });

  it('tells open pages of the record, when something changed and not otherwise', async () => {
    const { db } = server;
    const team = await aTeam(db);
    const staff = await aProfessional(db, { team });
    const known = await aPatient(db)
      .known('9990030006', '1970-02-03')
      .sharing('GENERAL', { with: team })
      .stored();
    const person = { identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990030006' }] };
    await post(patient('live', person), { path: '/Patient' });
    const professional = await server.asPerson(staff.email, 'PROFESSIONAL');
    const stream = professional.subscribe(
      'subscription ($id: ID!) { recordChanged(record: $id) { change record { timeline { nodes { title } } } } }',
      { id: known.recordId },
    );
    expect((await stream.next()).recordChanged.change).toBe('STARTED');
    await post(weight('live1', 'live', 65), { path: '/Observation' });
    expect((await stream.next()).recordChanged).toEqual({
      change: 'ENTRIES',
      record: { timeline: { nodes: [{ title: 'Weight' }] } },
    });
    const hidden = {
      meta: { security: [{ system: 'https://heldwell.example/privacy-label', code: 'MENTAL_HEALTH' }] },
    };
    await post(weight('live1', 'live', 65), { path: '/Observation' });
    await post({ ...weight('live2', 'live', 66), ...hidden }, { path: '/Observation' });
    await post(weight('live3', 'live', 67), { path: '/Observation' });
    const { record } = (await stream.next()).recordChanged;
    expect([record.timeline.nodes.length, stream.unread]).toEqual([2, 0]);
  });

  it('takes a single resource at its type alone', async () => {
    const made = await post(patient('s1'), { path: '/Patient', type: 'application/json' });
    expect([made.status, made.headers.get('location')]).toEqual([
      201,
      expect.stringContaining('/fhir/R4/Patient/'),
    ]);
    expect((await post(weight('s2', 's1', 60), { path: '/Observation' })).status).toBe(201);
    expect((await post(weight('s2', 's1', 60), { path: '/Observation' })).status).toBe(200);
    expect((await post(patient('s1'), { path: '/Observation' })).status).toBe(400);
    expect((await post(patient('s1'), { path: '/Patiant' })).status).toBe(404);
    expect((await post({ resourceType: 'Claim' }, { path: '/Claim' })).status).toBe(404);
  });

  it('refuses XML and bodies without end', async () => {
    const xml = await post('<Patient xmlns="http://hl7.org/fhir"/>', { type: 'application/fhir+xml' });
    expect([xml.status, xml.body.resourceType]).toEqual([415, 'OperationOutcome']);
    expect((await post('<Patient/>')).status).toBe(415);
    const endless = await fetch(`${server.url}/fhir/R4`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${key}` },
      body: endlessBody(),
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(endless);
  });

  it('says what it can do without a key', async () => {
    const response = await fetch(`${server.url}/fhir/R4/metadata`);
    expect(await response.json()).toMatchObject({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
    });
  });
});

function endlessBody(): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(' '.repeat(1_000_000));
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > 60) controller.close();
      else controller.enqueue(chunk);
    },
  });
}

const samples = process.env.HELDWELL_SAMPLES;

describe.skipIf(!samples)('what is broken on purpose', () => {
  const folder = join(samples ?? '', 'made-here/fhir-invalid');
  const verdicts: [string, number[]][] = [
    ['01-truncated.json', [400]],
    ['02-unknown-type.json', [400, 404, 422]],
    ['03-bad-date.json', [400, 422]],
    ['04-bad-nhs.json', [400, 422]],
    ['05-unknown-code.json', [400, 422]],
    ['06-observation-no-code.json', [400, 422]],
    ['07-two-values.json', [400, 422]],
  ];

  it.each(verdicts)('%s is answered with an OperationOutcome', async (name, allowed) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const type = /"resourceType"\s*:\s*"(\w+)"/.exec(text)?.[1] ?? 'Patient';
    for (const path of ['', `/${type}`]) {
      const answer = await post(text, { path });
      expect(allowed).toContain(answer.status);
      expect(answer.body.resourceType).toBe('OperationOutcome');
      expect(answer.body.issue[0].details.text).toMatch(/\.$/);
    }
  });
});
