import { registerEnumType } from 'type-graphql';

export const PrivacyLabel = {
  GENERAL: 'GENERAL',
  MENTAL_HEALTH: 'MENTAL_HEALTH',
  SEXUAL_HEALTH: 'SEXUAL_HEALTH',
  SOCIAL_CARE: 'SOCIAL_CARE',
  UNLABELLED: 'UNLABELLED',
} as const;
export type PrivacyLabel = keyof typeof PrivacyLabel;
registerEnumType(PrivacyLabel, {
  name: 'PrivacyLabel',
  description: 'The part of a record a thing belongs to; each carries exactly one.',
  valuesConfig: {
    GENERAL: { description: 'General health.' },
    MENTAL_HEALTH: { description: 'Mental health.' },
    SEXUAL_HEALTH: { description: 'Sexual health.' },
    SOCIAL_CARE: { description: 'Social care.' },
    UNLABELLED: { description: 'Not sorted yet: seen by the patient and by those who hold all four.' },
  },
});

export const Right = {
  SEE: 'SEE',
  ADD: 'ADD',
  MESSAGE: 'MESSAGE',
  REQUEST_APPOINTMENT: 'REQUEST_APPOINTMENT',
  BOOK_APPOINTMENT: 'BOOK_APPOINTMENT',
  MANAGE_SHARING: 'MANAGE_SHARING',
} as const;
export type Right = keyof typeof Right;
registerEnumType(Right, {
  name: 'Right',
  description: 'What a grant lets somebody do.',
  valuesConfig: {
    SEE: { description: 'See what the labels hold.' },
    ADD: { description: 'Add entries.' },
    MESSAGE: { description: 'Write messages.' },
    REQUEST_APPOINTMENT: { description: 'Ask to change appointments.' },
    BOOK_APPOINTMENT: { description: 'Book appointments (staff).' },
    MANAGE_SHARING: { description: 'Manage sharing for the patient.' },
  },
});

export const GrantBasis = {
  PATIENT_CHOICE: 'PATIENT_CHOICE',
  DIRECT_CARE: 'DIRECT_CARE',
  EMERGENCY: 'EMERGENCY',
  COURT_ORDER: 'COURT_ORDER',
} as const;
export type GrantBasis = keyof typeof GrantBasis;
registerEnumType(GrantBasis, {
  name: 'GrantBasis',
  description: 'Why a grant holds.',
  valuesConfig: {
    PATIENT_CHOICE: { description: 'The patient gave it.' },
    DIRECT_CARE: { description: 'A team cares for the patient.' },
    EMERGENCY: { description: 'An emergency.' },
    COURT_ORDER: { description: 'A court ordered it.' },
  },
});

export const GranteeKind = { TEAM: 'TEAM', ORGANISATION: 'ORGANISATION', CARER: 'CARER' } as const;
export type GranteeKind = keyof typeof GranteeKind;
registerEnumType(GranteeKind, {
  name: 'GranteeKind',
  description: 'Who can be given access.',
  valuesConfig: {
    TEAM: { description: 'A team.' },
    ORGANISATION: { description: 'A whole organisation.' },
    CARER: { description: 'A carer.' },
  },
});

export const GrantState = {
  IN_FORCE: 'IN_FORCE',
  FUTURE: 'FUTURE',
  EXPIRED: 'EXPIRED',
  ENDED: 'ENDED',
} as const;
export type GrantState = keyof typeof GrantState;
registerEnumType(GrantState, {
  name: 'GrantState',
  description: 'Whether a grant holds now.',
  valuesConfig: {
    IN_FORCE: { description: 'It holds.' },
    FUTURE: { description: 'It begins later.' },
    EXPIRED: { description: 'Its time is over.' },
    ENDED: { description: 'It was ended.' },
  },
});
