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
  SEE_LOG: 'SEE_LOG',
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
    MANAGE_SHARING: {
      description: 'Manage sharing for the patient: give others what one holds, and no more.',
    },
    SEE_LOG: { description: 'See who looked at the record, as far as one may see what they looked at.' },
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

export const GranteeKind = {
  TEAM: 'TEAM',
  ORGANISATION: 'ORGANISATION',
  CARER: 'CARER',
  PROFESSIONAL: 'PROFESSIONAL',
  APP: 'APP',
} as const;
export type GranteeKind = keyof typeof GranteeKind;
registerEnumType(GranteeKind, {
  name: 'GranteeKind',
  description: 'Who can be given access.',
  valuesConfig: {
    TEAM: { description: 'A team.' },
    ORGANISATION: { description: 'A whole organisation.' },
    CARER: { description: 'A carer.' },
    PROFESSIONAL: { description: 'One professional by themself.' },
    APP: { description: 'A partner’s app.' },
  },
});

export const GrantState = {
  IN_FORCE: 'IN_FORCE',
  FUTURE: 'FUTURE',
  EXPIRED: 'EXPIRED',
  HELD_BACK: 'HELD_BACK',
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
    HELD_BACK: { description: 'It opens nothing while sharing is stopped or the record is frozen.' },
    ENDED: { description: 'It was ended.' },
  },
});

export const GrantCause = {
  GIVER_NARROWED: 'GIVER_NARROWED',
  GIVER_ENDED: 'GIVER_ENDED',
  THREAD_CLOSED: 'THREAD_CLOSED',
  DISCHARGED: 'DISCHARGED',
  PERSON_FROZEN: 'PERSON_FROZEN',
} as const;
export type GrantCause = keyof typeof GrantCause;
registerEnumType(GrantCause, {
  name: 'GrantCause',
  description: 'Why a version of a grant came by itself, or by a door of its own.',
  valuesConfig: {
    GIVER_NARROWED: { description: 'Whoever gave it may see or do less now. The patient may renew it.' },
    GIVER_ENDED: { description: 'Whoever gave it lost access. The patient may renew it.' },
    THREAD_CLOSED: { description: 'It was given until a discussion was closed.' },
    DISCHARGED: { description: 'The team no longer cares for the person, or it was given until then.' },
    PERSON_FROZEN: { description: 'A privacy officer keeps its holder out of the organisation for now.' },
  },
});

export const GrantEnd = { DISCUSSION: 'DISCUSSION', CARE: 'CARE' } as const;
export type GrantEnd = keyof typeof GrantEnd;
registerEnumType(GrantEnd, {
  name: 'GrantEnd',
  description: 'With what access ends by itself, besides a time.',
  valuesConfig: {
    DISCUSSION: { description: 'With a discussion, at once when it is ended.' },
    CARE: {
      description: 'With a team’s care, at once when the team says that it no longer cares for the person.',
    },
  },
});

export const RecordAccess = {
  OWN: 'OWN',
  GRANTED: 'GRANTED',
  EMERGENCY: 'EMERGENCY',
  OWN_WRITING: 'OWN_WRITING',
  FROZEN: 'FROZEN',
} as const;
export type RecordAccess = keyof typeof RecordAccess;
registerEnumType(RecordAccess, {
  name: 'RecordAccess',
  description: 'Why somebody sees a record.',
  valuesConfig: {
    OWN: { description: 'It is their own.' },
    GRANTED: { description: 'They hold a grant.' },
    EMERGENCY: { description: 'They opened its summary in an emergency, and hold nothing else.' },
    OWN_WRITING: {
      description: 'Access has ended: what their own team wrote, and was written to it, stays.',
    },
    FROZEN: { description: 'It is their own, and frozen: only their plan is open.' },
  },
});
