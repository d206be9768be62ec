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
  description: '',
  valuesConfig: {
    ALLERGY: { description: '' },
    CONDITION: { description: '' },
    MEDICINE: { description: '' },
    VACCINATION: { description: '' },
    TEST_RESULT: { description: '' },
    MEASUREMENT: { description: '' },
    QUESTIONNAIRE_SCORE: { description: '' },
    FINDING: { description: '' },
    REPORT: { description: '' },
    ENCOUNTER: { description: '' },
    PROCEDURE: { description: '' },
    DOCUMENT: { description: '' },
    APPOINTMENT: { description: '' },
    CARE_PLAN: { description: '' },
    GOAL: { description: '' },
  },
});

export const EntryStatus = { CURRENT: 'CURRENT', ENTERED_IN_ERROR: 'ENTERED_IN_ERROR' } as const;
export type EntryStatus = keyof typeof EntryStatus;
registerEnumType(EntryStatus, {
  name: 'EntryStatus',
  description: '',
  valuesConfig: { CURRENT: { description: '' }, ENTERED_IN_ERROR: { description: '' } },
});

export const DatePrecision = { YEAR: 'YEAR', MONTH: 'MONTH', DAY: 'DAY', TIME: 'TIME' } as const;
export type DatePrecision = keyof typeof DatePrecision;
registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description: '',
  valuesConfig: {
    YEAR: { description: '' },
    MONTH: { description: '' },
    DAY: { description: '' },
    TIME: { description: '' },
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
  description: '',
  valuesConfig: {
    BELOW: { description: '' },
    WITHIN: { description: '' },
    ABOVE: { description: '' },
    NO_RANGE: { description: '' },
  },
});
