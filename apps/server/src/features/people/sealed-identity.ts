import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import type { Binding } from '../../platform/sealing/sealed-blob.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';

/** What identifies and reaches a person, apart from the name; sealed as one, under GENERAL. */
export interface IdentityDetails {
  nhsNumber: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  language: string | null;
  interpreterNeeded: boolean | null;
  communicationNeeds: string | null;
}

export const NO_DETAILS: IdentityDetails = {
  nhsNumber: null,
  address: null,
  phone: null,
  email: null,
  language: null,
  interpreterNeeded: null,
  communicationNeeds: null,
};

const bindingOf = (patient: string): Binding => ({
  place: 'patient_identity.details',
  row: patient,
  patient,
  label: 'GENERAL',
});

export const sealDetails = (keys: KeyRing, patient: string, details: IdentityDetails): Buffer =>
  keys.seal(bindingOf(patient), details);

export const openDetails = (keys: KeyRing, patient: string, blob: Buffer): IdentityDetails =>
  keys.open(new Sealed(blob, bindingOf(patient)));

/** What an NHS number of ten digits is found by; null where there is none. */
export const nhsNumberHash = (sealing: Sealing, number: string | null): Buffer | null =>
  number === null ? null : sealing.lookup('NHS-NUMBER', number);
