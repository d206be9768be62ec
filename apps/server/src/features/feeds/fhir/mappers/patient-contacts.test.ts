import type { Patient, PatientContact } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { patientFrom } from './patient.ts';

const role = (code: string, display?: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code, ...(display && { display }) }],
});
const family = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code }],
});
const of = (contact: PatientContact[], more: Partial<Patient> = {}) =>
  patientFrom({ resourceType: 'Patient', contact, ...more }).contacts;
const relationshipOf = (relationship: PatientContact['relationship']) =>
  of([{ name: { text: 'Kit' }, ...(relationship && { relationship }) }])[0]?.relationship;

describe('whom to call', () => {
  it('is named and numbered as sent, the first choice of number first', () => {
    const contact = {
      name: { prefix: ['Mrs'], given: ['Sam'], family: 'Ashcroft' },
      telecom: [
        { system: 'phone', value: '020 7946 0002', rank: 2 },
        { system: 'email', value: 'sam@example.org' },
        { system: 'phone', value: '07700 900111', rank: 1 },
        { system: 'phone', value: '07700 900112', use: 'old', rank: 0 },
        { system: 'phone', value: '07700 900113', period: { end: '2020-01-01' } },
      ],
    } as PatientContact;
    expect(of([contact])).toEqual([
      { name: 'Mrs Sam Ashcroft', relationship: null, phone: '07700 900111', until: null },
    ]);
  });

  it('is what the sender’s words say, else what the codes mean', () => {
    expect(relationshipOf([{ ...role('N'), text: 'Brother' }])).toBe('Brother');
    expect(relationshipOf([family('WIFE'), role('N')])).toBe('Wife, next of kin');
    expect(relationshipOf([role('C'), role('EP')])).toBe('Emergency contact');
    expect(relationshipOf([role('X', 'Landlord')])).toBe('Landlord');
    expect(relationshipOf([{ coding: [{ system: 'urn:own', code: '1', display: 'Key worker' }] }])).toBe(
      'Key worker',
    );
    for (const nothing of [[role('U')], [family('UNHEARD')], [], undefined]) {
      expect(relationshipOf(nothing)).toBeNull();
    }
  });

  it('may be an organisation, by what the reference calls it or by what is contained', () => {
    const contained: Patient['contained'] = [
      { resourceType: 'Organization', id: 'home', name: 'Alder House Care Home' },
    ];
    const told = of([{ organization: { display: 'Lantern' } }, { organization: { reference: '#home' } }], {
      contained,
    });
    expect(told.map(({ name }) => name)).toEqual(['Lantern', 'Alder House Care Home']);
  });

  it('leaves out who has neither name nor number, and who is listed for money or papers alone', () => {
    const telecom = [{ system: 'phone', value: '020 7946 0001' } as const];
    expect(
      of([{ relationship: [family('SIS')] }, { organization: { reference: 'Organization/1' } }]),
    ).toEqual([]);
    const billed = ['I', 'BP', 'F', 'S', 'PR'].map((code) => ({ relationship: [role(code)], telecom }));
    expect(of(billed)).toEqual([]);
    expect(of([{ relationship: [role('I'), family('SIS')], telecom }])).toHaveLength(1);
    expect(of([{ telecom }])).toEqual([
      { name: null, relationship: null, phone: '020 7946 0001', until: null },
    ]);
  });

  it('ends after the last moment of what the sender gives as the end', () => {
    const endOf = (end: string) => of([{ name: { text: 'Kit' }, period: { end } }])[0]?.until;
    expect(endOf('2026-03-31')).toBe('2026-04-01T00:00:00.000Z');
    expect(endOf('2026-12')).toBe('2027-01-01T00:00:00.000Z');
    expect(endOf('2026')).toBe('2027-01-01T00:00:00.000Z');
    expect(endOf('2026-03-31T10:00:00Z')).toBe('2026-03-31T10:00:00.000Z');
  });

  it('is nobody while the record is restricted', () => {
    const contact = [{ name: { text: 'Kit' } }];
    expect(of(contact)).toHaveLength(1);
    expect(of(contact, { meta: { security: [{ code: 'V' }] } })).toEqual([]);
  });
});
