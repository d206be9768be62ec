import { registerEnumType } from 'type-graphql';

export const EntryKind = {
  ALLERGY: 'ALLERGY',
  CONDITION: 'CONDITION',
  MEDICINE: 'MEDICINE',
  VACCINATION: 'VACCINATION',
  TEST_RESULT: 'TEST_RESULT',
  MEASUREMENT: 'MEASUREMENT',
  QUESTIONNAIRE_SCORE: 'QUESTIONNAIRE_SCORE',
  FINDING: 'FINDING',
  REPORT: 'REPORT',
  ENCOUNTER: 'ENCOUNTER',
  PROCEDURE: 'PROCEDURE',
  DOCUMENT: 'DOCUMENT',
  APPOINTMENT: 'APPOINTMENT',
  CARE_PLAN: 'CARE_PLAN',
  GOAL: 'GOAL',
} as const;
export type EntryKind = keyof typeof EntryKind;
registerEnumType(EntryKind, {
  name: 'EntryKind',
  description: 'What an entry is.',
  valuesConfig: {
    ALLERGY: { description: 'Something to avoid (FHIR AllergyIntolerance).' },
    CONDITION: { description: 'A condition or diagnosis (FHIR Condition).' },
    MEDICINE: { description: 'A medicine (FHIR MedicationRequest, MedicationStatement).' },
    VACCINATION: { description: 'A vaccination (FHIR Immunization).' },
    TEST_RESULT: { description: 'A laboratory result (FHIR Observation).' },
    MEASUREMENT: { description: 'A measurement of the body (FHIR Observation, vital signs).' },
    QUESTIONNAIRE_SCORE: { description: 'A score of a questionnaire (FHIR Observation, survey).' },
    FINDING: { description: 'Another observation, such as smoking (FHIR Observation).' },
    REPORT: { description: 'A report over results (FHIR DiagnosticReport).' },
    ENCOUNTER: { description: 'A contact with care (FHIR Encounter).' },
    PROCEDURE: { description: 'Something that was done (FHIR Procedure).' },
    DOCUMENT: { description: 'A letter or other document (FHIR DocumentReference).' },
    APPOINTMENT: { description: 'A planned contact (FHIR Appointment).' },
    CARE_PLAN: { description: 'A care or safety plan (FHIR CarePlan).' },
    GOAL: { description: 'A goal (FHIR Goal).' },
  },
});

export const EntryStatus = { CURRENT: 'CURRENT', ENTERED_IN_ERROR: 'ENTERED_IN_ERROR' } as const;
export type EntryStatus = keyof typeof EntryStatus;
registerEnumType(EntryStatus, {
  name: 'EntryStatus',
  description: 'Whether an entry holds.',
  valuesConfig: {
    CURRENT: { description: 'It holds.' },
    ENTERED_IN_ERROR: { description: 'It was a mistake; kept for its history.' },
  },
});

export const DatePrecision = { YEAR: 'YEAR', MONTH: 'MONTH', DAY: 'DAY', TIME: 'TIME' } as const;
export type DatePrecision = keyof typeof DatePrecision;
registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description: 'How exactly a time is known.',
  valuesConfig: {
    YEAR: { description: 'The year.' },
    MONTH: { description: 'Year and month.' },
    DAY: { description: 'The day.' },
    TIME: { description: 'The moment.' },
  },
});

export const RangePosition = {
  BELOW: 'BELOW',
  WITHIN: 'WITHIN',
  ABOVE: 'ABOVE',
  NO_RANGE: 'NO_RANGE',
} as const;
export type RangePosition = keyof typeof RangePosition;
registerEnumType(RangePosition, {
  name: 'RangePosition',
  description: 'Where a value lies in the sender’s own range.',
  valuesConfig: {
    BELOW: { description: 'Below it.' },
    WITHIN: { description: 'In it.' },
    ABOVE: { description: 'Above it.' },
    NO_RANGE: { description: 'No range was given, or there is no number.' },
  },
});
