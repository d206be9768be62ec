import { registerEnumType } from 'type-graphql';

export const LookedAt = {
  DETAILS: 'DETAILS',
  TIMELINE: 'TIMELINE',
  ENTRIES: 'ENTRIES',
  ALLERGIES: 'ALLERGIES',
  CONDITIONS: 'CONDITIONS',
  MEDICINES: 'MEDICINES',
  VACCINATIONS: 'VACCINATIONS',
  RESULTS: 'RESULTS',
  MEASUREMENTS: 'MEASUREMENTS',
  QUESTIONNAIRES: 'QUESTIONNAIRES',
  FINDINGS: 'FINDINGS',
  REPORTS: 'REPORTS',
  ENCOUNTERS: 'ENCOUNTERS',
  PROCEDURES: 'PROCEDURES',
  DOCUMENTS: 'DOCUMENTS',
  APPOINTMENTS: 'APPOINTMENTS',
  PLANS: 'PLANS',
  GOALS: 'GOALS',
  TREND: 'TREND',
  DISCUSSIONS: 'DISCUSSIONS',
  ENTRY: 'ENTRY',
  DISCUSSION: 'DISCUSSION',
  FILE: 'FILE',
  LIST: 'LIST',
  LIVE: 'LIVE',
  LOG: 'LOG',
  QUESTION: 'QUESTION',
  EMERGENCY: 'EMERGENCY',
  FREEZE: 'FREEZE',
  COURT_ORDER: 'COURT_ORDER',
} as const;
export type LookedAt = keyof typeof LookedAt;
registerEnumType(LookedAt, {
  name: 'LookedAt',
  description: 'What somebody looked at.',
  valuesConfig: {
    DETAILS: { description: 'Name and details.' },
    TIMELINE: { description: 'The record as one list.' },
    ENTRIES: { description: 'Entries of one kind, or how many there are of each.' },
    ALLERGIES: { description: 'Allergies.' },
    CONDITIONS: { description: 'Conditions.' },
    MEDICINES: { description: 'Medicines.' },
    VACCINATIONS: { description: 'Vaccinations.' },
    RESULTS: { description: 'Test results.' },
    MEASUREMENTS: { description: 'Measurements.' },
    QUESTIONNAIRES: { description: 'Scores of questionnaires.' },
    FINDINGS: { description: 'Other observations.' },
    REPORTS: { description: 'Reports.' },
    ENCOUNTERS: { description: 'Contacts with care.' },
    PROCEDURES: { description: 'Procedures.' },
    DOCUMENTS: { description: 'Letters and documents.' },
    APPOINTMENTS: { description: 'Appointments.' },
    PLANS: { description: 'Care and safety plans.' },
    GOALS: { description: 'Goals.' },
    TREND: { description: 'A graph of values over time.' },
    DISCUSSIONS: { description: 'The list of discussions.' },
    ENTRY: { description: 'One entry.' },
    DISCUSSION: { description: 'One discussion.' },
    FILE: { description: 'A file.' },
    LIST: { description: 'The name in a list, such as a search or an inbox: told once an hour.' },
    LIVE: { description: 'A page that stayed open and was kept up to date: told once a minute.' },
    LOG: { description: 'Who looked at the record.' },
    QUESTION: { description: 'A question the patient asked about an entry of this log.' },
    EMERGENCY: { description: 'That the record was opened in an emergency, and why.' },
    FREEZE: { description: 'A freeze of the record, or of what an organisation sent, and why.' },
    COURT_ORDER: { description: 'A court’s order about the record.' },
  },
});

export const AccessKind = { OPENED: 'OPENED', LISTED: 'LISTED', LIVE: 'LIVE', SHARED: 'SHARED' } as const;
export type AccessKind = keyof typeof AccessKind;
registerEnumType(AccessKind, {
  name: 'AccessKind',
  description: 'What sort of entry it is.',
  valuesConfig: {
    OPENED: { description: 'Somebody opened something: one an operation.' },
    LISTED: { description: 'The name stood in a list: one an hour.' },
    LIVE: { description: 'A page was kept up to date: one a minute.' },
    SHARED: { description: 'Who may see what was changed.' },
  },
});

export const AccessPurpose = {
  DIRECT_CARE: 'DIRECT_CARE',
  PATIENT_CHOICE: 'PATIENT_CHOICE',
  CARER: 'CARER',
  EMERGENCY: 'EMERGENCY',
  COURT_ORDER: 'COURT_ORDER',
  OWN_WRITING: 'OWN_WRITING',
  PRIVACY_OFFICE: 'PRIVACY_OFFICE',
  SHARING: 'SHARING',
} as const;
export type AccessPurpose = keyof typeof AccessPurpose;
registerEnumType(AccessPurpose, {
  name: 'AccessPurpose',
  description: 'The ground that let somebody in, at that moment.',
  valuesConfig: {
    DIRECT_CARE: { description: 'Their team cares for the patient.' },
    PATIENT_CHOICE: { description: 'The patient shares with them.' },
    CARER: { description: 'They are a carer of the patient.' },
    EMERGENCY: { description: 'They opened the record in an emergency.' },
    COURT_ORDER: { description: 'A court ordered it.' },
    OWN_WRITING: { description: 'They looked at what their own team wrote.' },
    PRIVACY_OFFICE: { description: 'They answered a question the patient asked.' },
    SHARING: { description: 'They changed who may see what.' },
  },
});

export const AccessRole = {
  PATIENT: 'PATIENT',
  CARER: 'CARER',
  MEMBER: 'MEMBER',
  COORDINATOR: 'COORDINATOR',
  MANAGER: 'MANAGER',
  PRIVACY_OFFICER: 'PRIVACY_OFFICER',
  PARTNER: 'PARTNER',
  SERVICE: 'SERVICE',
} as const;
export type AccessRole = keyof typeof AccessRole;
registerEnumType(AccessRole, {
  name: 'AccessRole',
  description: 'As what somebody acted, at that moment.',
  valuesConfig: {
    PATIENT: { description: 'The patient.' },
    CARER: { description: 'A carer.' },
    MEMBER: { description: 'A member of a team.' },
    COORDINATOR: { description: 'The coordinator of a team.' },
    MANAGER: { description: 'The manager of a team.' },
    PRIVACY_OFFICER: { description: 'A privacy officer of an organisation.' },
    PARTNER: { description: 'A partner’s app.' },
    SERVICE: { description: 'No person: a feed or Heldwell itself.' },
  },
});

export const SharingChange = {
  GRANT_GIVEN: 'GRANT_GIVEN',
  GRANT_CHANGED: 'GRANT_CHANGED',
  GRANT_ENDED: 'GRANT_ENDED',
  RELABELLED: 'RELABELLED',
  EMERGENCY_OPENED: 'EMERGENCY_OPENED',
  SHARING_STOPPED: 'SHARING_STOPPED',
  SHARING_RESUMED: 'SHARING_RESUMED',
  EMERGENCY_SET: 'EMERGENCY_SET',
  RESEARCH_GIVEN: 'RESEARCH_GIVEN',
  RESEARCH_WITHDRAWN: 'RESEARCH_WITHDRAWN',
  RECORD_FROZEN: 'RECORD_FROZEN',
  RECORD_UNFROZEN: 'RECORD_UNFROZEN',
  SOURCE_FROZEN: 'SOURCE_FROZEN',
  SOURCE_UNFROZEN: 'SOURCE_UNFROZEN',
} as const;
export type SharingChange = keyof typeof SharingChange;
registerEnumType(SharingChange, {
  name: 'SharingChange',
  description: 'How sharing was changed.',
  valuesConfig: {
    GRANT_GIVEN: { description: 'Access was given.' },
    GRANT_CHANGED: { description: 'Access was changed.' },
    GRANT_ENDED: { description: 'Access ended.' },
    RELABELLED: { description: 'An entry got another label.' },
    EMERGENCY_OPENED: { description: 'A professional opened the summary in an emergency.' },
    SHARING_STOPPED: { description: 'All sharing was stopped.' },
    SHARING_RESUMED: { description: 'Sharing began again, as it was.' },
    EMERGENCY_SET: { description: 'What an emergency may open was settled anew.' },
    RESEARCH_GIVEN: { description: 'The patient said yes to a study.' },
    RESEARCH_WITHDRAWN: { description: 'The patient took a yes to a study back.' },
    RECORD_FROZEN: { description: 'The whole record was frozen for safeguarding.' },
    RECORD_UNFROZEN: { description: 'The freeze of the record was lifted.' },
    SOURCE_FROZEN: { description: 'An organisation closed what it sent.' },
    SOURCE_UNFROZEN: { description: 'An organisation opened again what it had closed.' },
  },
});
