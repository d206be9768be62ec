import type {
  CodeableConcept,
  Observation,
  ObservationReferenceRange,
  Quantity,
  Reference,
} from 'fhir/r4.js';
import {
  type Author,
  authorReference,
  type Chart,
  concept,
  type EntrySpec,
  type Moment,
  momentOf,
  patientReference,
  put,
  referenceTo,
} from './chart.ts';
import { type MeasuredTest, TESTS, type TestName, type UsualRange, usualRange } from './lab-tests.ts';

const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

interface Taken extends EntrySpec, Moment {
  by: Author;
  comment?: string;
}

interface MeasuredSpec extends Taken {
  test: TestName;
  value: number;
  category?: 'laboratory' | 'vital-signs' | 'survey' | 'exam';
  /** Key of the visit in which it was taken. */
  encounter?: string;
}

function quantity(test: MeasuredTest, value: number): Quantity {
  return {
    value: Number(value.toFixed(test.decimals)),
    unit: test.unit,
    system: UCUM,
    code: test.ucum ?? test.unit,
  };
}

function testCode(test: MeasuredTest): CodeableConcept {
  return { ...(test.loinc ? { coding: [{ system: LOINC, code: test.loinc }] } : {}), text: test.name };
}

function interpretation(value: number, range: UsualRange): CodeableConcept[] {
  const [code, display] =
    range.low !== undefined && value < range.low
      ? ['L', 'Low']
      : range.high !== undefined && value > range.high
        ? ['H', 'High']
        : ['N', 'Normal'];
  return [{ coding: [{ system: INTERPRETATION, code, display }] }];
}

function referenceRange(test: MeasuredTest, range: UsualRange): ObservationReferenceRange[] {
  const low = range.low === undefined ? {} : { low: quantity(test, range.low) };
  const high = range.high === undefined ? {} : { high: quantity(test, range.high) };
  return [{ ...low, ...high }];
}

/** A number with its range reads the same for a whole observation and for a component. */
function measured(test: MeasuredTest, value: number, chart: Chart) {
  const range = usualRange(test, chart.patient.gender);
  return {
    code: testCode(test),
    valueQuantity: quantity(test, value),
    ...(range
      ? { interpretation: interpretation(value, range), referenceRange: referenceRange(test, range) }
      : {}),
  };
}

function observed(chart: Chart, spec: Taken, category: string) {
  const effectiveDateTime = momentOf(chart, spec, '09:30');
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: CATEGORY, code: category }] }],
    subject: patientReference(chart),
    effectiveDateTime,
    issued: effectiveDateTime,
    performer: [authorReference(chart, spec.by)],
    ...(spec.comment ? { note: [{ text: spec.comment }] } : {}),
  } as const satisfies Partial<Observation>;
}

/** One number: a blood test, a weight, a questionnaire's score. */
export function measurement(chart: Chart, spec: MeasuredSpec): Reference {
  return put(chart, spec, {
    ...observed(chart, spec, spec.category ?? 'vital-signs'),
    ...measured(TESTS[spec.test], spec.value, chart),
    ...(spec.encounter ? { encounter: referenceTo(chart, spec.encounter, 'Encounter') } : {}),
  });
}

/** Blood pressure with its two components, as FHIR's vital signs have it. */
export function bloodPressure(
  chart: Chart,
  spec: Taken & { systolic: number; diastolic: number },
): Reference {
  const part = ([loinc, name]: [string, string], value: number, high: number) =>
    measured({ name, loinc, unit: 'mmHg', ucum: 'mm[Hg]', decimals: 0, range: { high } }, value, chart);
  return put(chart, spec, {
    ...observed(chart, spec, 'vital-signs'),
    code: { coding: [{ system: LOINC, code: '85354-9' }], text: 'Blood pressure' },
    component: [
      part(['8480-6', 'Systolic blood pressure'], spec.systolic, 140),
      part(['8462-4', 'Diastolic blood pressure'], spec.diastolic, 90),
    ],
  });
}

interface FindingSpec extends Taken {
  name: string;
  loinc?: string;
  finding: string;
  snomed?: string;
  category?: 'laboratory' | 'social-history' | 'exam';
}

/** An answer in words: a screen that found nothing, a smoking habit. */
export function finding(chart: Chart, spec: FindingSpec): Reference {
  return put(chart, spec, {
    ...observed(chart, spec, spec.category ?? 'laboratory'),
    code: { ...(spec.loinc ? { coding: [{ system: LOINC, code: spec.loinc }] } : {}), text: spec.name },
    valueCodeableConcept: concept(spec.finding, spec.snomed),
  });
}
