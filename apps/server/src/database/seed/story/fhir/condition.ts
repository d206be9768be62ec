import type { AllergyIntolerance, Reference } from 'fhir/r4.js';
import {
  type Author,
  authorReference,
  type Chart,
  concept,
  type EntrySpec,
  patientReference,
  put,
} from './chart.ts';
import type { DayOffset } from './story-calendar.ts';

interface ConditionSpec extends EntrySpec {
  name: string;
  snomed?: string;
  onset: DayOffset;
  /** Left out while the condition goes on. */
  ended?: DayOffset;
  by: Author;
  note?: string;
}

const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

export function condition(chart: Chart, spec: ConditionSpec): Reference {
  const { calendar } = chart;
  return put(chart, spec, {
    resourceType: 'Condition',
    clinicalStatus: status('condition-clinical', spec.ended === undefined ? 'active' : 'resolved'),
    verificationStatus: status('condition-ver-status', 'confirmed'),
    category: [status('condition-category', 'problem-list-item')],
    code: concept(spec.name, spec.snomed),
    subject: patientReference(chart),
    onsetDateTime: calendar.clinicDate(spec.onset),
    ...(spec.ended === undefined ? {} : { abatementDateTime: calendar.clinicDate(spec.ended) }),
    recordedDate: calendar.clinicDate(spec.onset),
    recorder: authorReference(chart, spec.by),
    ...(spec.note ? { note: [{ text: spec.note }] } : {}),
  });
}

interface AllergySpec extends EntrySpec {
  name: string;
  snomed?: string;
  kind: 'medication' | 'food' | 'environment';
  reaction: string;
  severity: 'mild' | 'moderate' | 'severe';
  recorded: DayOffset;
  by: Author;
}

/** Recorded as an allergy, or as an intolerance where `intolerance` says so. */
export function allergy(chart: Chart, spec: AllergySpec & { intolerance?: boolean }): Reference {
  const resource: AllergyIntolerance = {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: status('allergyintolerance-clinical', 'active'),
    verificationStatus: status('allergyintolerance-verification', 'confirmed'),
    type: spec.intolerance ? 'intolerance' : 'allergy',
    category: [spec.kind],
    criticality: spec.severity === 'severe' ? 'high' : 'low',
    code: concept(spec.name, spec.snomed),
    patient: patientReference(chart),
    recordedDate: chart.calendar.clinicDate(spec.recorded),
    recorder: authorReference(chart, spec.by),
    reaction: [{ manifestation: [{ text: spec.reaction }], severity: spec.severity }],
  };
  return put(chart, spec, resource);
}
