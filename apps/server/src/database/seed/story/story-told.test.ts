import type { FhirResource, Observation, Patient } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { PATIENTS, TEAMS } from './cast.ts';
import { type DemoBundle, demoBundles } from './demo-bundles.ts';
import { THREADS } from './messages.ts';

const story = demoBundles(new Date('2026-11-21T22:00:00Z'));
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

  test('a GENERAL entry or conversation does not give away what another label hides', () => {
    const telling =
      /lithium|aripiprazole|olanzapine|clozapine|sertraline|mirtazapine|fernside|psychiatr|bipolar|schizophren|depress|anxi|mental|contracept|chlamydia/i;
    const entries = resources.filter(
      (one) => !one.meta?.security && !['Patient', 'Organization', 'Practitioner'].includes(one.resourceType),
    );
    expect(entries.length).toBeGreaterThan(500);
    const words = entries.map((one) =>
      one.resourceType === 'Binary'
        ? Buffer.from(one.data ?? '', 'base64').toString('latin1')
        : JSON.stringify(one),
    );
    const spoken = THREADS.filter(({ label }) => label === 'GENERAL').map((thread) => JSON.stringify(thread));
    expect([...words, ...spoken].filter((text) => telling.test(text))).toEqual([]);
    expect(telling.test(JSON.stringify(resources))).toBe(true);
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
