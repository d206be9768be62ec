import { expect } from 'vitest';
import type { EntryDraft } from '../../src/features/feeds/fhir/entry-draft.ts';
import { sourceOfText } from '../../src/features/feeds/fhir/fhir-source.ts';
import { readFhirRun } from '../../src/features/feeds/fhir/read-fhir.ts';

/** A person whom the resources of a test belong to. */
export const subject = { reference: 'Patient/p1' };

export function snomed(code: string, display: string) {
  return { coding: [{ system: 'http://snomed.info/sct', code, display }] };
}

export function loinc(code: string, display?: string) {
  return { coding: [{ system: 'http://loinc.org', code, display }] };
}

/** The first entry that the importer makes of a resource, or of an array of them. It must find no problem. */
export async function draftOfResource(resource: object): Promise<EntryDraft> {
  const source = sourceOfText('request', JSON.stringify(resource));
  for await (const reading of readFhirRun([source], { now: new Date('2026-11-21') })) {
    expect(reading.problems).toEqual([]);
    for await (const one of reading.resources()) if (one.outcome === 'ENTRY') return one.draft;
  }
  throw new Error('no entry came out');
}
