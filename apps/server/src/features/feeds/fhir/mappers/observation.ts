import type { Observation, ObservationComponent } from 'fhir/r4.js';
import type { ResultComponent, ResultContent } from '../entry-content.ts';
import { type EntryKind, type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { codeInWords, codesOf, nameOfConcept, plainCode } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { notesText } from '../wording/narrative.ts';
import { groupOfCode } from '../wording/plain-names.ts';
import { valueInWords } from '../wording/quantity.ts';
import { numberOf, rangeOf, wordsOf } from './observation-value.ts';

type ResultKind = Extract<EntryKind, 'TEST_RESULT' | 'MEASUREMENT' | 'QUESTIONNAIRE_SCORE' | 'FINDING'>;

/** Observation → TEST_RESULT, MEASUREMENT, QUESTIONNAIRE_SCORE or FINDING, by its category. */
export function resultFrom(resource: Observation, references: References): Mapped {
  const content = contentOf(resource, references);
  return {
    kind: kindOf(resource),
    when: whenOf(
      resource.effectiveDateTime,
      resource.effectivePeriod,
      resource.effectiveInstant,
      resource.effectiveTiming?.event?.[0],
      resource.issued,
    ),
    concept: resource.code,
    fhirStatus: resource.status,
    title: nameOfConcept(resource.code) ?? 'Result not named',
    summary: summaryOf(content),
    content,
  };
}

function kindOf(resource: Observation): ResultKind {
  const categories = codesOf(resource.category);
  if (categories.includes('laboratory')) return 'TEST_RESULT';
  if (categories.some((one) => one === 'vital-signs' || one === 'activity')) return 'MEASUREMENT';
  const groups = resource.code.coding?.map(groupOfCode) ?? [];
  if (groups.includes('BODY')) return 'MEASUREMENT';
  if (groups.includes('LABORATORY')) return 'TEST_RESULT';
  // A survey's score is a number; what somebody answered in words is a finding.
  const scored = numberOf(resource) !== undefined || resource.component !== undefined;
  return categories.includes('survey') && scored ? 'QUESTIONNAIRE_SCORE' : 'FINDING';
}

function contentOf(resource: Observation, references: References): ResultContent {
  return present({
    value: numberOf(resource),
    text: wordsOf(resource),
    components: resource.component?.map(componentOf),
    range: rangeOf(resource.referenceRange, resource),
    interpretation: flagOf(resource),
    note: notesText(resource.note),
    specimen: references.nameOf(resource.specimen),
    method: nameOfConcept(resource.method),
    dataAbsentReason: absence(resource.dataAbsentReason),
    performer: references.nameLine(resource.performer),
  });
}

function componentOf(component: ObservationComponent): ResultComponent {
  const range = rangeOf(component.referenceRange, component);
  return present({
    title: nameOfConcept(component.code) ?? 'Part not named',
    code: plainCode(component.code),
    value: numberOf(component),
    text: wordsOf(component) ?? absence(component.dataAbsentReason),
    low: range?.low,
    high: range?.high,
  });
}

function flagOf({ interpretation }: Observation): string | undefined {
  return codesOf(interpretation)[0] ?? interpretation?.[0]?.text;
}

function absence(reason: Observation['dataAbsentReason']): string | undefined {
  return reason && (nameOfConcept(reason) ?? codeInWords(plainCode(reason)));
}

const SYSTOLIC = ['8480-6', '72313002', '314464000'];
const DIASTOLIC = ['8462-4', '1091811000000102', '314465004'];

function summaryOf({ value, text, components = [], dataAbsentReason }: ResultContent): string {
  if (value) return valueInWords(value);
  if (text) return text;
  const upper = components.find(({ code }) => SYSTOLIC.includes(code ?? ''))?.value;
  const lower = components.find(({ code }) => DIASTOLIC.includes(code ?? ''))?.value;
  if (upper && lower) return `${upper.number}/${valueInWords(lower)}`;
  const parts = components.map((part) => {
    const said = part.value ? valueInWords(part.value) : part.text;
    return said && `${part.title}: ${said}`;
  });
  return parts.filter(Boolean).join(', ') || dataAbsentReason || '';
}
