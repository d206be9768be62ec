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
  description: '',
  valuesConfig: {
    GENERAL: { description: '' },
    MENTAL_HEALTH: { description: '' },
    SEXUAL_HEALTH: { description: '' },
    SOCIAL_CARE: { description: '' },
    UNLABELLED: { description: '' },
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
  description: '',
  valuesConfig: {
    SEE: { description: '' },
    ADD: { description: '' },
    MESSAGE: { description: '' },
    REQUEST_APPOINTMENT: { description: '' },
    BOOK_APPOINTMENT: { description: '' },
    MANAGE_SHARING: { description: '' },
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
  description: '',
  valuesConfig: {
    PATIENT_CHOICE: { description: '' },
    DIRECT_CARE: { description: '' },
    EMERGENCY: { description: '' },
    COURT_ORDER: { description: '' },
  },
});

export const GranteeKind = { TEAM: 'TEAM', ORGANISATION: 'ORGANISATION', CARER: 'CARER' } as const;
export type GranteeKind = keyof typeof GranteeKind;
registerEnumType(GranteeKind, {
  name: 'GranteeKind',
  description: '',
  valuesConfig: { TEAM: { description: '' }, ORGANISATION: { description: '' }, CARER: { description: '' } },
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
  description: '',
  valuesConfig: {
    IN_FORCE: { description: '' },
    FUTURE: { description: '' },
    EXPIRED: { description: '' },
    ENDED: { description: '' },
  },
});
