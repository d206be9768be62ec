import type { KeyRing } from '../../platform/sealing/key-ring.ts';

/** Whom to call, sealed as one under GENERAL like the person's own address and phone. */
export interface ContactDetails {
  name: string | null;
  relationship: string | null;
  phone: string | null;
}

export const CONTACT_PLACE = 'emergency_contact.details';

export const sealContact = (
  keys: KeyRing,
  of: { patient: string; id: string },
  details: ContactDetails,
): Buffer => keys.seal({ place: CONTACT_PLACE, row: of.id, patient: of.patient, label: 'GENERAL' }, details);
