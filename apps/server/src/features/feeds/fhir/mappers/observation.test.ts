import { beforeAll, describe, expect, it } from 'vitest';
import { draftOfResource as draft, loinc, snomed, subject } from '../../../../../test/builders/fhir-draft.ts';
import { r4Definitions } from '../r4-definitions.ts';

// Read once before the tests, so that none of them is timed with it.
beforeAll(() => void r4Definitions(), 60_000);

const category = (code: string) => [{ coding: [{ code }] }];

describe('a result', () => {
  const albumin = {
    resourceType: 'Observation',
    status: 'final',
    category: category('laboratory'),
    code: loinc('1751-7', 'Albumin [Mass/volume] in Serum or Plasma'),
    subject,
    effectiveDateTime: '2026-03-04T09:10:00+00:00',
    valueQuantity: { value: 31, unit: 'gram per litre', system: 'http://unitsofmeasure.org', code: 'g/L' },
    interpretation: [{ coding: [{ code: 'L' }] }],
  };

  it('keeps its value, its own range and flag, under a plain name', async () => {
    const low = { value: 35, unit: 'g/L', code: 'g/L' };
    expect(await draft({ ...albumin, referenceRange: [{ low, high: { ...low, value: 50 } }] })).toMatchObject(
      {
        kind: 'TEST_RESULT',
        title: 'Albumin',
        summary: '31 g/L',
        occurredAt: '2026-03-04T09:10:00.000Z',
        occurredPrecision: 'TIME',
        code: { code: '1751-7', display: 'Albumin [Mass/volume] in Serum or Plasma' },
        content: {
          value: { number: 31, unit: 'g/L', unitCode: 'g/L' },
          range: { low: 35, high: 50 },
          interpretation: 'L',
        },
      },
    );
  });

  it('has no range when none was sent, and none that is for others or in another unit', async () => {
    expect((await draft(albumin)).content).toMatchObject({ range: null });
    const bound = (value: number, unit: string) => ({ value, unit, code: unit });
    const pregnant = { high: bound(44, 'g/L'), appliesTo: [{ text: 'Pregnant' }] };
    expect((await draft({ ...albumin, referenceRange: [pregnant] })).content).toMatchObject({
      range: { text: 'up to 44 g/L (Pregnant)' },
    });
    const otherUnit = { low: bound(3.5, 'g/dL'), high: bound(5, 'g/dL') };
    expect((await draft({ ...albumin, referenceRange: [otherUnit] })).content).toMatchObject({
      range: { text: '3.5 to 5 g/dL' },
    });
  });

  it('is a measurement, a score or a finding by what was observed', async () => {
    const kindOf = async (more: object) => (await draft({ ...albumin, category: undefined, ...more })).kind;
    expect(await kindOf({ category: category('vital-signs') })).toBe('MEASUREMENT');
    expect(await kindOf({ code: loinc('29463-7') })).toBe('MEASUREMENT');
    expect(await kindOf({})).toBe('TEST_RESULT');
    expect(await kindOf({ category: category('survey'), code: { text: 'Score' } })).toBe(
      'QUESTIONNAIRE_SCORE',
    );
    expect(await kindOf({ category: category('social-history'), code: { text: 'Units a week' } })).toBe(
      'FINDING',
    );
  });

  it('reads blood pressure as people say it, whatever the order of its parts', async () => {
    const part = (code: string, value: number) => ({
      code: loinc(code),
      valueQuantity: { value, unit: 'millimeter of mercury', code: 'mm[Hg]' },
    });
    const { valueQuantity: _value, interpretation: _flag, ...rest } = albumin;
    const pressure = await draft({
      ...rest,
      category: category('vital-signs'),
      code: loinc('85354-9'),
      component: [part('8462-4', 76), part('8480-6', 128)],
    });
    expect(pressure).toMatchObject({
      title: 'Blood pressure',
      summary: '128/76 mmHg',
      content: {
        components: [{ title: 'Diastolic (lower)', value: { number: 76 } }, { title: 'Systolic (upper)' }],
      },
    });
  });

  it.each([
    [{ valueBoolean: false }, 'No'],
    [{ valueString: 'Not seen' }, 'Not seen'],
    [{ valueCodeableConcept: snomed('260385009', 'Negative (qualifier value)') }, 'Negative'],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 64 } } }, '1:64'],
    [{ valueRange: { low: { value: 2 }, high: { value: 4, unit: 'mm' } } }, '2 to 4 mm'],
    [{ valueInteger: 7 }, '7'],
    [{ valueQuantity: { value: 5, comparator: '<', unit: 'mg/L' } }, '<5 mg/L'],
    [{ valueQuantity: { value: 0, unit: '%' } }, '0%'],
    [{ dataAbsentReason: { text: 'Sample spoilt' } }, 'Sample spoilt'],
  ])('says %j as %j', async (value, words) => {
    const { valueQuantity: _value, ...rest } = albumin;
    expect((await draft({ ...rest, ...value })).summary).toBe(words);
  });
});
