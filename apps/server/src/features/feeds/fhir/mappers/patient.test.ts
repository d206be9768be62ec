import type { Patient } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { patientFrom } from './patient.ts';

const nhs = (value: string) => ({ system: 'https://fhir.nhs.uk/Id/nhs-number', value });

describe('a person as a sender describes them', () => {
  const patient: Patient = {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [nhs('999 003 0006'), { system: 'https://trust.example/mrn', value: '42' }],
    name: [
      { use: 'old', given: ['Former'], family: 'Name' },
      { use: 'nickname', given: ['Nic'] },
      { use: 'official', prefix: ['Ms'], given: ['Official', 'Middle'], family: 'Family' },
    ],
    birthDate: '1958-03',
    telecom: [
      { system: 'phone', value: '020 7946 0999', rank: 2 },
      { system: 'phone', value: '07700 900123', rank: 1 },
      { system: 'phone', value: '020 7946 0000', use: 'old' },
      { system: 'email', value: 'person@example.org' },
    ],
    address: [{ use: 'home', line: ['1 Example Road'], city: 'Heldford', postalCode: 'ZZ9 1AA' }],
    communication: [{ language: { coding: [{ code: 'pl' }] }, preferred: true }],
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: true },
    ],
  };

  it('is known by NHS number, local numbers and the id of the resource', () => {
    expect(patientFrom(patient)).toMatchObject({
      nhsNumber: '9990030006',
      sourceKeys: [
        { kind: 'NHS', value: '9990030006' },
        { kind: 'LOCAL', system: 'https://trust.example/mrn', value: '42' },
        { kind: 'LOCAL', system: 'urn:heldwell:patient-resource-id', value: 'p1' },
      ],
    });
    expect(patientFrom({ resourceType: 'Patient', identifier: [nhs('9999999999')] })).toMatchObject({
      nhsNumber: null,
      sourceKeys: [],
      names: [],
    });
  });

  it('has the official name first, no former one, and the preferred name', () => {
    const { names, preferredName } = patientFrom(patient);
    expect(names.map(({ text }) => text)).toEqual(['Ms Official Middle Family', 'Nic']);
    expect(preferredName).toBe('Nic');
  });

  it('is reached at today’s numbers, in their order, in their language', () => {
    expect(patientFrom(patient)).toMatchObject({
      phones: ['07700 900123', '020 7946 0999'],
      email: 'person@example.org',
      addresses: [{ lines: ['1 Example Road', 'Heldford'], postcode: 'ZZ9 1AA' }],
      language: 'pl',
      interpreterNeeded: true,
      birthDate: '1958-03',
      deceased: false,
    });
  });

  it('loses every address and contact when the record is restricted', () => {
    const security = [{ code: 'R', system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality' }];
    expect(patientFrom({ ...patient, meta: { security } })).toMatchObject({
      restricted: true,
      addresses: [],
      phones: [],
      email: null,
      nhsNumber: '9990030006',
    });
  });

  it('has died when a date or only the fact was sent', () => {
    expect(patientFrom({ ...patient, deceasedDateTime: '2024-05-06' })).toMatchObject({
      deceased: true,
      deceasedAt: '2024-05-06T00:00:00.000Z',
      deceasedPrecision: 'DAY',
    });
    expect(patientFrom({ ...patient, deceasedBoolean: true })).toMatchObject({
      deceased: true,
      deceasedAt: null,
    });
  });
});
