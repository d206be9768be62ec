import type { Patient } from 'fhir/r4.js';
import type { TimePrecision } from './wording/fhir-time.ts';

/** A number by which a person is known: the NHS number, or one of the sender's own. */
export interface PatientSourceKey {
  /** The identifier's system; `PATIENT_RESOURCE_ID` for the id of the sender's Patient resource. */
  system: string;
  value: string;
  kind: 'NHS' | 'LOCAL';
}

/** The system under which the id of a sender's Patient resource is kept as one of its local numbers. */
export const PATIENT_RESOURCE_ID = 'urn:heldwell:patient-resource-id';

export interface DraftName {
  use: string | null;
  prefix: string | null;
  given: string[];
  family: string | null;
  /** The whole name as one line. */
  text: string;
}

export interface DraftAddress {
  use: string | null;
  lines: string[];
  postcode: string | null;
}

/** Somebody to call about the person, as the sender lists them. */
export interface DraftContact {
  /** A person's, else an organisation's; null where only a number was sent. */
  name: string | null;
  /** In words: `Brother`, `Next of kin`. */
  relationship: string | null;
  phone: string | null;
  /** The moment after which the sender no longer counts them; null for one without end. */
  until: string | null;
}

/** A person as a sender's Patient resource describes them. */
export interface PatientDraft {
  sourceKeys: PatientSourceKey[];
  /** Ten digits, checked by Modulus 11; null where none was sent. */
  nhsNumber: string | null;
  /** Current names, the official one first; empty where the sender has none. */
  names: DraftName[];
  preferredName: string | null;
  /** A FHIR date, possibly only a year or a month. */
  birthDate: string | null;
  deceasedAt: string | null;
  deceasedPrecision: TimePrecision | null;
  /** True also where the sender says so without a date. */
  deceased: boolean;
  gender: string | null;
  addresses: DraftAddress[];
  phones: string[];
  email: string | null;
  /** Whom to call, in the sender's order; empty under a restriction. */
  contacts: DraftContact[];
  /** A language tag or code as sent. */
  language: string | null;
  interpreterNeeded: boolean | null;
  /** How the person likes to be reached, in words; from our own extension, because FHIR R4 has no place for it. */
  communicationNeeds: string[];
  /** Security label R or V: where the person lives and how to reach them is withheld and was dropped here. */
  restricted: boolean;
  /** The resource as it came. */
  resource: Patient;
}
