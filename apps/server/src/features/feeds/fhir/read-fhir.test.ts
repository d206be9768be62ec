import { beforeAll, describe, expect, it } from 'vitest';
import { sourceOfText } from './fhir-source.ts';
import { r4Definitions } from './r4-definitions.ts';
import { readFhirRun } from './read-fhir.ts';

// Read once before the tests, so that none of them is timed with it.
beforeAll(() => void r4Definitions(), 60_000);

const now = new Date('2026-11-21T12:00:00Z');
const nhs = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990030006' };

async function run(...contents: unknown[]) {
  const sources = contents.map((content, at) => sourceOfText(`file ${at}`, JSON.stringify(content)));
  const readings = [];
  for await (const reading of readFhirRun(sources, { now })) {
    const resources = [];
    for await (const resource of reading.resources()) resources.push(resource);
    readings.push({ ...reading, resources });
  }
  return readings;
}

function bundle(type: string, ...entry: object[]) {
  return { resourceType: 'Bundle', type, entry };
}

const patient = { resourceType: 'Patient', id: 'p1', identifier: [nhs], birthDate: '1958-03' };
const result = (subject: object, more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
  subject,
  ...more,
});

describe('a run of several files', () => {
  it('finds a person and a practitioner in files read later, by each way of referring', async () => {
    const [first] = await run(
      [
        result({ reference: 'Patient/p1' }),
        result({ reference: 'urn:uuid:77' }),
        result({ identifier: nhs }),
        result({ reference: `Patient?identifier=${nhs.system}|${nhs.value}` }),
        result({ reference: 'Patient/p1' }, { performer: [{ reference: 'Practitioner?identifier=gmc|1' }] }),
        result({ reference: 'https://trust.example/fhir/Patient/p1/_history/2' }),
      ],
      bundle('transaction', { fullUrl: 'urn:uuid:77', resource: patient }),
      {
        resourceType: 'Practitioner',
        identifier: [{ system: 'gmc', value: '1' }],
        name: [{ text: 'The ward clerk' }],
      },
    );
    for (const one of first?.resources ?? []) {
      expect(one).toMatchObject({ outcome: 'ENTRY', subject: { patient: { nhsNumber: nhs.value } } });
    }
    expect(first?.resources[4]).toMatchObject({ draft: { content: { performer: 'The ward clerk' } } });
  });

  it('asks a file first when two files use one id for two people', async () => {
    const readings = await run(
      [patient, result({ reference: 'Patient/p1' })],
      [{ resourceType: 'Patient', id: 'p1', birthDate: '1990-01-01' }, result({ reference: 'Patient/p1' })],
    );
    const births = readings
      .map(({ resources }) => resources[1])
      .map((one) => one?.outcome === 'ENTRY' && one.subject?.patient?.birthDate);
    expect(births).toEqual(['1958-03', '1990-01-01']);
  });

  it('does not take another server’s person of the same id for ours', async () => {
    const [reading] = await run(
      bundle(
        'collection',
        { fullUrl: 'https://a.example/Patient/p1', resource: patient },
        { resource: result({ reference: 'https://b.example/Patient/p1' }) },
      ),
    );
    expect(reading?.resources[1]).toMatchObject({ subject: { patient: null, local: { value: 'p1' } } });
  });

  it('says what it knows of a person who is not in the run, and null for nobody', async () => {
    const [reading] = await run([
      result({ reference: 'Patient/elsewhere' }),
      result({ identifier: { system: 'https://trust.example/mrn', value: '7' } }),
      result({ reference: 'urn:uuid:nobody' }),
      result({ reference: 'Group/all' }),
    ]);
    expect(reading?.resources.map((one) => one.outcome === 'ENTRY' && one.subject)).toEqual([
      {
        patient: null,
        nhsNumber: null,
        local: { system: 'urn:heldwell:patient-resource-id', value: 'elsewhere' },
      },
      { patient: null, nhsNumber: null, local: { system: 'https://trust.example/mrn', value: '7' } },
      null,
      null,
    ]);
  });

  it('ties results to the report that lists them, in both directions', async () => {
    const report = {
      resourceType: 'DiagnosticReport',
      identifier: [{ system: 'lab', value: 'R9' }],
      status: 'final',
      code: { text: 'Full blood count' },
      subject: { reference: 'Patient/p1' },
      result: [{ reference: 'urn:uuid:hb' }, { reference: 'Observation/sent-before' }],
    };
    const [reading] = await run(
      bundle(
        'transaction',
        { resource: report },
        { fullUrl: 'urn:uuid:hb', resource: result({ reference: 'Patient/p1' }, { id: 'hb' }) },
      ),
    );
    expect(reading?.resources).toMatchObject([
      {
        draft: {
          sourceKey: 'lab|R9',
          content: {
            resultKeys: [{ sourceKey: 'hb' }, { resourceType: 'Observation', sourceKey: 'sent-before' }],
          },
        },
      },
      { draft: { partOf: [{ resourceType: 'DiagnosticReport', sourceKey: 'lab|R9' }] } },
    ]);
  });
});

describe('what is refused', () => {
  const wrong = { resourceType: 'Patient', gender: 'F' };

  it.each(['transaction', 'collection', 'document', 'history'])('a whole %s for one error', async (type) => {
    const [reading] = await run(bundle(type, { resource: patient }, { resource: wrong }));
    expect(reading).toMatchObject({ kind: 'ALL_OR_NOTHING', refused: true, patients: [], resources: [] });
    expect(reading?.problems).toMatchObject([{ resource: 'entry[1]', path: 'Patient.gender' }]);
  });

  it.each(['batch', 'searchset'])('one resource of a %s alone', async (type) => {
    const [reading] = await run(bundle(type, { resource: wrong }, { resource: patient }));
    expect(reading).toMatchObject({ kind: 'EACH', refused: false });
    expect(reading?.resources).toMatchObject([
      { outcome: 'REFUSED', place: 'entry[0]', problems: [{ path: 'Patient.gender' }] },
      { outcome: 'PATIENT', label: 'Patient/p1', patient: { birthDate: '1958-03' } },
    ]);
  });

  it('entries that delete, and bundles of no known type', async () => {
    const remove = { request: { method: 'DELETE', url: 'Observation/1' } };
    const [transaction, invented] = await run(bundle('transaction', remove), bundle('heap'));
    expect(transaction).toMatchObject({ refused: true, problems: [{ resource: 'entry[0]' }] });
    expect(invented).toMatchObject({ refused: true, problems: [{ path: 'Bundle.type' }] });
  });

  it('passes over requests to read and types without a place in a record', async () => {
    const [reading] = await run(
      bundle(
        'batch',
        { request: { method: 'GET', url: 'Patient/1' } },
        { resource: { resourceType: 'Claim' } },
      ),
    );
    expect(reading).toMatchObject({ refused: false, passedOver: { '(none)': 1, Claim: 1 } });
    expect(reading?.resources.map(({ outcome }) => outcome)).toEqual(['PASSED_OVER', 'PASSED_OVER']);
  });

  it('lists no more problems than somebody can read', async () => {
    const [reading] = await run(bundle('batch', ...Array.from({ length: 600 }, () => ({ resource: wrong }))));
    expect(reading?.problems).toHaveLength(500);
    expect(reading?.problemsLeftOut).toBe(100);
    expect(reading?.resources.at(-1)).toMatchObject({
      outcome: 'REFUSED',
      problems: [{ path: 'Patient.gender' }],
    });
  });
});

describe('what keys an entry', () => {
  const key = async (resource: object) => {
    const [reading] = await run(resource);
    const [one] = reading?.resources ?? [];
    return one?.outcome === 'ENTRY' ? one.draft.sourceKey : null;
  };
  const subject = { identifier: nhs };

  it('is its identifier, else its id, else what it says', async () => {
    const identifier = [
      { system: 'lab', value: 'order', type: { coding: [{ code: 'PLAC' }] } },
      { system: 'lab', value: '12' },
    ];
    expect(await key(result(subject, { id: 'a', identifier }))).toBe('lab|12');
    expect(await key(result(subject, { id: 'a' }))).toBe('a');
    const hash = await key(result(subject, { issued: '2026-01-01T00:00:00Z', status: 'final' }));
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await key({ ...result(subject), issued: '2026-01-01T00:00:00Z', meta: { versionId: '2' } })).toBe(
      hash,
    );
    expect(await key(result(subject, { issued: '2026-01-02T00:00:00Z' }))).not.toBe(hash);
  });

  it('is the id in the address of a PUT that leaves it out of the resource', async () => {
    const [reading] = await run(
      bundle('transaction', { resource: result(subject), request: { method: 'PUT', url: 'Observation/o9' } }),
    );
    expect(reading?.resources).toMatchObject([{ label: 'Observation/o9', draft: { sourceKey: 'o9' } }]);
  });
});
