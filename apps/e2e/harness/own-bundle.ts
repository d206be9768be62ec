import { writeFileSync } from 'node:fs';
import path from 'node:path';

const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
});
const snomed = (code: string, display: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
});

interface Somebody {
  /** The number their organisation knows them by. */
  number: string;
  given: string;
  family: string;
}

const patientOf = ({ number, given, family }: Somebody) => ({
  resourceType: 'Patient',
  id: number,
  identifier: [{ system: 'https://example.org/local-number', value: number }],
  name: [{ use: 'official', family, given: [given] }],
  gender: 'unknown',
  birthDate: '1980-01-02',
});

function condition(id: string, code: string, display: string, onset: string) {
  return { resourceType: 'Condition', id, code: snomed(code, display), onsetDateTime: onset };
}

function result(id: string, value: number, at: string) {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
        ],
      },
    ],
    code: loinc('59261-8', 'Haemoglobin A1c'),
    effectiveDateTime: at,
    valueQuantity: { value, unit: 'mmol/mol', system: 'http://unitsofmeasure.org', code: 'mmol/mol' },
  };
}

/** Writes a small record of our own as a FHIR bundle: two conditions and three results of one test. */
export function ownBundle(folder: string, somebody: Somebody): string {
  const subject = { reference: `Patient/${somebody.number}` };
  const entries = [
    condition('asthma', '195967001', 'Asthma', '2019-03-01'),
    condition('anxiety', '197480006', 'Anxiety disorder', '2022-10-11'),
    result('first', 44, '2024-02-01T09:00:00Z'),
    result('second', 47, '2025-02-03T09:00:00Z'),
    result('third', 45, '2026-02-02T09:00:00Z'),
  ].map((resource) => ({ ...resource, subject }));
  return written(folder, [patientOf(somebody), ...entries], somebody.number);
}

/** Writes a record with nobody but the person in it. */
export const bareBundle = (folder: string, somebody: Somebody): string =>
  written(folder, [patientOf(somebody)], somebody.number);

function written(folder: string, resources: { resourceType: string; id: string }[], name: string): string {
  const file = path.join(folder, `${name}.json`);
  const entry = resources.map((resource) => ({
    fullUrl: `https://example.org/${resource.resourceType}/${resource.id}`,
    resource,
  }));
  writeFileSync(file, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
  return file;
}
