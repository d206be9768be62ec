export type PrivacyLabel = 'GENERAL' | 'MENTAL_HEALTH' | 'SEXUAL_HEALTH' | 'SOCIAL_CARE';
export type DemoRight = 'SEE' | 'ADD' | 'MESSAGE' | 'REQUEST_APPOINTMENT' | 'MANAGE_SHARING' | 'SEE_LOG';

export interface DemoOrganisation {
  ods: string;
  name: string;
  kind: 'MENTAL_HEALTH_TRUST' | 'GP_PRACTICE' | 'HOSPITAL_TRUST' | 'VOLUNTARY_SECTOR';
  phone: string;
  address: { line: string[]; city: string; postcode: string };
}

export interface DemoTeam {
  code: string;
  name: string;
  organisation: string;
  /** What the team's DIRECT_CARE grant holds when it starts to care for a patient. */
  defaultLabels: PrivacyLabel[];
  /** Shown above the message box. */
  answersWithin: string;
  openingHours: string;
  /** The last part of its join link; left out, it takes nobody who is not referred. */
  selfReferralCode?: string;
}

export interface DemoBrand {
  organisation: string;
  serviceName: string;
  welcome: string;
}

export interface DemoProfessional {
  key: string;
  prefix?: string;
  given: string;
  family: string;
  role: string;
  team: string;
  organisation: string;
  email: string;
  coordinator?: boolean;
}

/** Somebody with an office of an organisation, and no team. */
export interface DemoOfficer {
  key: string;
  given: string;
  family: string;
  organisation: string;
  email: string;
  office: 'ADMINISTRATOR' | 'PRIVACY_OFFICER';
}

export interface DemoPatient {
  key: string;
  title: string;
  given: string;
  family: string;
  preferredName?: string;
  gender: 'female' | 'male';
  birthDate: string;
  /** Ten digits, unspaced. */
  nhsNumber: string;
  email: string;
  mobile: string;
  phone?: string;
  address: { line: string[]; city: string; postcode: string };
  /** BCP 47, the language the person would rather be spoken to in. */
  language: { code: string; text: string };
  communicationNeeds: string[];
  nextOfKin?: { given: string; family: string; relationship: string; phone: string };
  /** Teams that care for the patient (DIRECT_CARE). */
  teams: string[];
}

export interface DemoCarer {
  key: string;
  given: string;
  family: string;
  email: string;
  caresFor: Array<{ patient: string; relationship: string; labels: PrivacyLabel[]; rights: DemoRight[] }>;
}
