/** Small FHIR R4 resources for tests: whole enough to be taken in, and nothing more. */
export const aFhirPatient = (id: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  name: [{ given: ['Pat'], family: `Family ${id}` }],
  birthDate: '1970-02-03',
  ...more,
});

export const nhsNumber = (value: string) => ({ system: 'https://fhir.nhs.uk/Id/nhs-number', value });

export const aWeight = (id: string, of: string, value: number, more: object = {}) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }] },
  subject: { reference: `Patient/${of}` },
  effectiveDateTime: '2026-03-04T10:00:00Z',
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
  ...more,
});

export const aReport = (id: string, of: string, results: readonly string[]) => ({
  resourceType: 'DiagnosticReport',
  id,
  status: 'final',
  code: { text: 'Blood test' },
  subject: { reference: `Patient/${of}` },
  effectiveDateTime: '2026-03-04T10:00:00Z',
  result: results.map((result) => ({ reference: `Observation/${result}` })),
});

export const aBundle = (type: string, ...resources: object[]) => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({ resource, request: { method: 'POST', url: 'x' } })),
});
