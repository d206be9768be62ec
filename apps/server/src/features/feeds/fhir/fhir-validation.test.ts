import { beforeAll, describe, expect, it } from 'vitest';
import { validateR4 } from './fhir-validation.ts';
import { r4Definitions } from './r4-definitions.ts';

// Read once before the tests, so that none of them is timed with it.
beforeAll(() => void r4Definitions(), 60_000);

const setting = { place: 'entry[4]', now: new Date('2026-11-21T12:00:00Z') };
const check = (resource: unknown) => validateR4(resource, setting);

const result = {
  resourceType: 'Observation',
  id: 'r1',
  status: 'final',
  code: { text: 'Haemoglobin' },
  subject: { reference: 'urn:uuid:6f2f' },
};

describe('checking a resource against FHIR R4', () => {
  it('finds nothing wrong with a plain result', () => {
    expect(check({ ...result, valueQuantity: { value: 131, unit: 'g/L' } })).toEqual([]);
  });

  it('names the resource, the element and the reason', () => {
    const { code: _code, ...codeless } = result;
    expect(check(codeless)).toEqual([
      {
        severity: 'error',
        code: 'required',
        resource: 'Observation/r1',
        path: 'Observation.code',
        reason: 'This is required and missing.',
      },
    ]);
    expect(check({ resourceType: 'Goal' })[0]?.resource).toBe('entry[4]');
  });

  it.each([
    [{ ...result, valueString: 'high', valueBoolean: true }, 'Observation.value[x]', /Only one of/],
    [{ ...result, status: 'done' }, 'Observation.status', /not in its list: registered/],
    [{ ...result, effectiveDateTime: '2026-02-30' }, 'Observation.effectiveDateTime', /no such day/],
    [{ ...result, effectiveDateTime: 'yesterday' }, 'Observation.effective[x]', /dateTime/],
    [{ ...result, vlaueQuantity: {} }, 'Observation.vlaueQuantity', /no element of FHIR R4/],
    [{ resourceType: 'Patient', birthDate: '2027-01-01' }, 'Patient.birthDate', /future/],
    [{ resourceType: 'Patient', gender: 'F' }, 'Patient.gender', /male, female, other, unknown/],
    [{ resourceType: 'Patiant' }, 'resourceType', /"Patiant" is no resource type/],
    [{ id: 'x' }, 'resourceType', /no resourceType/],
    ['text', 'resourceType', /no resourceType/],
    [{ resourceType: 'Bundle', type: 'batch' }, null, /bundle inside a bundle/],
  ])('refuses %j', (resource, path, reason) => {
    const errors = check(resource).filter(({ severity }) => severity === 'error');
    expect(errors).toContainEqual(expect.objectContaining({ path, reason: expect.stringMatching(reason) }));
  });

  it('checks an NHS number wherever it stands, in today’s system and the older one', () => {
    for (const system of ['https://fhir.nhs.uk/Id/nhs-number', 'https://fhir.nhs.net/Id/nhs-number']) {
      const subject = (value: string) => ({ ...result, subject: { identifier: { system, value } } });
      expect(check(subject('999 003 0006'))).toEqual([]);
      expect(check(subject('9990030074'))).toMatchObject([
        { severity: 'error', path: 'Observation.subject.identifier.value' },
      ]);
      expect(check(subject('9999999999'))).toMatchObject([{ severity: 'warning', code: 'business-rule' }]);
    }
  });

  it('lets an unknown element deep inside pass with a warning', () => {
    const resource = { ...result, effectivePeriod: { start: '2026-01-01', stop: '2026-01-02' } };
    expect(check(resource)).toMatchObject([
      { severity: 'warning', reason: expect.stringContaining('"stop"') },
    ]);
  });

  it('looks no further at types that have no place in a record', () => {
    expect(check({ resourceType: 'Claim', nonsense: true })).toEqual([]);
  });

  it('passes over what it does not know among contained resources, and checks the rest', () => {
    const contained = [
      { resourceType: 'Claim', id: 'c' },
      { resourceType: 'Specimen', id: 's' },
    ];
    expect(check({ ...result, contained })).toEqual([]);
    const wrong = [{ resourceType: 'Practitioner', id: 'p', name: 'Dr' }];
    expect(check({ ...result, contained: wrong })[0]?.severity).toBe('error');
  });

  it.each([
    [{ resourceType: 'AllergyIntolerance', clinicalStatus: 'active' }, 'AllergyIntolerance.clinicalStatus'],
    [{ resourceType: 'MedicationStatement', taken: 'y' }, 'MedicationStatement.taken'],
    [{ resourceType: 'MedicationRequest', requester: { agent: {} } }, 'MedicationRequest.requester.agent'],
    [{ resourceType: 'ReferralRequest' }, 'ReferralRequest'],
    [
      { ...result, meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/X'] } },
      'Observation.meta.profile',
    ],
  ])('recognises FHIR STU3 in %j', (resource, path) => {
    expect(check(resource)).toMatchObject(
      [{ code: 'not-supported', path, reason: /^This looks like FHIR STU3/ }].map((one) => ({
        ...one,
        reason: expect.stringMatching(one.reason),
      })),
    );
  });
});
