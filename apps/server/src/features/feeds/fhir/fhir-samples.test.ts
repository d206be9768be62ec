import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { BundleReading, ResourceReading } from './bundle-reading.ts';
import { sourceOfFile } from './fhir-source.ts';
import { r4Definitions } from './r4-definitions.ts';
import { readFhirRun } from './read-fhir.ts';
import { isReadType } from './read-resources.ts';

// Read once before the tests, so that none of them is timed with it.
beforeAll(() => {
  if (samples) r4Definitions();
}, 60_000);

const samples = process.env.HELDWELL_SAMPLES;
const now = new Date('2026-11-21T12:00:00Z');

// Whole runs of real files on a busy machine, not the time of any one of them, are what is tested here.
vi.setConfig({ testTimeout: 30_000 });

interface Expected {
  resourceType?: string;
  type?: string;
  entries?: Record<string, number>;
  validR4?: boolean;
  nhsFailingModulus11?: string[];
  fhirVersion?: string;
  note?: string;
  patients?: {
    nhsNumber?: string;
    name?: string;
    birthDate?: string;
    deceased?: string;
    security?: string;
    nhsValid?: boolean;
  }[];
  latest?: { code: string; value: number; unit: string; date: string }[];
}

interface Sample {
  path: string;
  kind: string;
  expect: Expected;
}

function samplesIn(folder: string): [string, Expected][] {
  if (!samples) return [];
  const manifest = JSON.parse(readFileSync(join(samples, 'manifest.json'), 'utf8')) as { entries: Sample[] };
  return manifest.entries
    .filter(({ path, kind }) => path.startsWith(folder) && kind !== 'fhir-xml')
    .map(({ path, expect: expected }) => [path, expected]);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = [];
  for await (const item of items) seen.push(item);
  return seen;
}

async function read(...paths: string[]): Promise<BundleReading[]> {
  const sources = paths.map((path) => sourceOfFile(join(samples ?? '', path)));
  return all(readFhirRun(sources, { now }));
}

async function resourcesOf(reading: BundleReading | undefined): Promise<ResourceReading[]> {
  return reading ? all(reading.resources()) : [];
}

function errorsOf(reading: BundleReading | undefined) {
  return reading?.problems.filter(({ severity }) => severity === 'error') ?? [];
}

function draftsOf(resources: ResourceReading[]) {
  return resources.flatMap((one) => (one.outcome === 'ENTRY' ? [one] : []));
}

describe.skipIf(!samples)('the sample patients of Synthea', () => {
  const files = samplesIn('third-party/fhir/synthea');

  it.each(files)('%s is accepted with every resource counted', async (path, expected) => {
    const [reading] = await read(path);
    expect(errorsOf(reading)).toEqual([]);
    const kind = expected.type === 'batch' ? 'EACH' : 'ALL_OR_NOTHING';
    expect(reading).toMatchObject({ kind, bundleType: expected.type, refused: false });
    expect({ ...reading?.counts, ...reading?.passedOver }).toEqual(expected.entries);
    for (const type of Object.keys(reading?.passedOver ?? {})) expect(isReadType(type), type).toBe(false);
    expect(reading?.patients.map(({ birthDate }) => birthDate)).toEqual(
      (expected.patients ?? []).map(({ birthDate }) => birthDate),
    );
  });

  it.each(files)(
    '%s keeps each entry once, of its patient, and the latest values as they were sent',
    async (path, expected) => {
      const [reading] = await read(path);
      const entries = draftsOf(await resourcesOf(reading));
      const keys = new Set(entries.map(({ draft }) => `${draft.resourceType} ${draft.sourceKey}`));
      expect(keys.size).toBe(entries.length);
      for (const { subject } of entries) expect(subject?.patient).toBe(reading?.patients[0]);
      for (const { code, value, unit, date } of expected.latest ?? []) {
        const at = new Date(date).toISOString();
        const same = entries.filter(({ draft }) => draft.code?.code === code && draft.occurredAt === at);
        expect(
          same.map(({ draft }) => draft.content),
          code,
        ).toContainEqual(
          expect.objectContaining({
            value: expect.objectContaining({ number: value, unitCode: unit }),
            range: null,
          }),
        );
      }
    },
  );

  it('resolves practitioners and hospitals from files read after the patient', async () => {
    const folder = 'third-party/fhir/synthea/';
    const names = ['pkb-petrina-mosciski.json', 'pkb-practitioners.json', 'pkb-hospitals.json'];
    const [patient] = await read(...names.map((name) => folder + name));
    const drafts = draftsOf(await resourcesOf(patient)).map(({ draft }) => draft);
    const report = drafts.find(({ kind }) => kind === 'REPORT');
    const results = drafts.filter(({ partOf }) =>
      partOf.some(({ sourceKey }) => sourceKey === report?.sourceKey),
    );
    expect(report?.content).toMatchObject({ resultKeys: results.map(({ sourceKey }) => ({ sourceKey })) });
    expect(results.length).toBeGreaterThan(3);
  });

  it('keeps the documents of the rich record as bytes', async () => {
    const [reading] = await read('third-party/fhir/synthea/inferno-uscore_bundle_patient_355.json');
    const documents = draftsOf(await resourcesOf(reading)).filter(({ draft }) => draft.kind === 'DOCUMENT');
    expect(documents).toHaveLength(21);
    const sent = documents.filter(({ draft }) => draft.attachments.some(({ bytes }) => bytes.length > 0));
    expect(sent).toHaveLength(19);
    const linked = documents.filter(({ draft }) => 'links' in draft.content);
    expect(linked.map(({ draft }) => draft.attachments)).toEqual([[]]);
  });
});

describe.skipIf(!samples)('what other systems sent', () => {
  it.each(samplesIn('third-party/fhir/pds'))('%s', async (path, expected) => {
    const [reading] = await read(path);
    const wrong = (expected.patients ?? []).some(({ nhsValid }) => nhsValid === false);
    expect(errorsOf(reading).map(({ path: at }) => at)).toEqual(
      wrong ? expect.arrayContaining(['Patient.identifier[0].value']) : [],
    );
    const drafts = reading?.patients ?? [];
    const wanted = wrong ? [] : (expected.patients ?? []);
    expect(drafts.map(({ nhsNumber, birthDate }) => [nhsNumber, birthDate])).toEqual(
      wanted.map(({ nhsNumber, birthDate }) => [nhsNumber ?? null, birthDate ?? null]),
    );
    for (const [at, { security, name, deceased }] of wanted.entries()) {
      const draft = drafts[at];
      const names = draft?.names.map(({ given, family }) => [...given, family].join(' '));
      expect(names).toEqual(name ? [name] : []);
      expect(draft?.deceased).toBe(Boolean(deceased));
      expect(draft?.restricted).toBe(security === 'R');
      if (security === 'R') expect(draft).toMatchObject({ addresses: [], phones: [], email: null });
    }
  });

  it('names every UK Core entry plainly when the examples are read as one run', async () => {
    const paths = samplesIn('third-party/fhir/ukcore').map(([path]) => path);
    const readings = await read(...paths);
    const entries = draftsOf((await Promise.all(readings.map(resourcesOf))).flat());
    expect(entries.length).toBeGreaterThan(40);
    const unnamed = entries.filter(({ draft }) =>
      /not named|not described|\((finding|disorder|procedure)\)/.test(draft.title),
    );
    // Its Medication is not among the examples.
    expect(unnamed.map(({ draft }) => draft.resourceId)).toEqual([
      'UKCore-MedicationRequest-EyeDrops-Example',
    ]);
  });

  it.each(samplesIn('third-party/fhir/ukcore'))('%s', async (path, expected) => {
    const [reading] = await read(path);
    expect(errorsOf(reading)).toEqual([]);
    expect(reading?.refused).toBe(false);
    const counted = { ...reading?.counts, ...reading?.passedOver };
    expect(counted).toEqual(expected.entries ?? { [expected.resourceType ?? '']: 1 });
  });

  it.each(samplesIn('third-party/fhir/wayfinder'))('%s', async (path, expected) => {
    const [reading] = await read(path);
    const passedOver =
      expected.resourceType === 'OperationOutcome' || 'OperationOutcome' in (expected.entries ?? {});
    const bad =
      expected.note !== undefined ||
      Boolean(expected.nhsFailingModulus11) ||
      (expected.validR4 === false && !passedOver);
    const errors = errorsOf(reading);
    expect(errors.length > 0, JSON.stringify(errors)).toBe(bad);
    for (const error of errors)
      expect(error).toMatchObject({ path: expect.any(String), reason: expect.stringMatching(/\.$/) });
    const outcomes = (await resourcesOf(reading)).map(({ outcome }) => outcome);
    if (!bad && expected.entries)
      expect(outcomes).toHaveLength(Object.values(expected.entries).reduce((a, b) => a + b, 0));
    expect(outcomes.includes('REFUSED')).toBe(bad && !reading?.refused);
  });

  it.each(samplesIn('third-party/fhir/stu3'))('%s', async (path, expected) => {
    const [reading] = await read(path);
    const [error] = errorsOf(reading);
    expect(reading?.refused).toBe(expected.fhirVersion !== undefined || expected.validR4 === false);
    if (expected.fhirVersion) expect(error?.reason).toMatch(/looks like FHIR STU3 .*Send FHIR R4/);
    if (reading?.refused) expect(error?.path).toMatch(/^[A-Z]\w+\.\w+/);
  });

  it('is refused as XML', async () => {
    const folder = join(samples ?? '', 'third-party/fhir/ukcore');
    const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    expect(files.length).toBe(94);
    for (const reading of await read(...files.map((name) => `third-party/fhir/ukcore/${name}`))) {
      expect(reading.refused).toBe(true);
      expect(reading.problems[0]?.reason).toBe('This is XML. Send FHIR R4 as JSON.');
    }
  });
});

describe.skipIf(!samples)('what is broken on purpose', () => {
  const verdicts: Record<string, { path: string | null; reason: RegExp }> = {
    '01-truncated.json': { path: null, reason: /breaks off after byte 4\d/ },
    '02-unknown-type.json': { path: 'resourceType', reason: /"Patiant" is no resource type/ },
    '03-bad-date.json': { path: 'Patient.birthDate', reason: /date/i },
    '04-bad-nhs.json': { path: 'Patient.identifier[0].value', reason: /check digit/ },
    '05-unknown-code.json': { path: 'Patient.gender', reason: /male, female, other, unknown/ },
    '06-observation-no-code.json': { path: 'Observation.code', reason: /required and missing/ },
    '07-two-values.json': {
      path: 'Observation.value[x]',
      reason: /Only one of valueQuantity and valueString/,
    },
  };

  it.each(Object.entries(verdicts))(
    '%s is refused with the element and the reason',
    async (name, verdict) => {
      const [reading] = await read(`made-here/fhir-invalid/${name}`);
      expect(reading?.refused).toBe(true);
      expect(reading?.patients).toEqual([]);
      expect(await resourcesOf(reading)).toEqual([]);
      expect(errorsOf(reading)[0]).toMatchObject({
        path: verdict.path,
        reason: expect.stringMatching(verdict.reason),
      });
    },
  );
});
