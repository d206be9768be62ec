import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import { ofPeople } from '../../platform/sealing/system-key.ts';

/** One e-mail, one person: case, width and look-alike forms do not make another. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** What an e-mail address is found by. */
export const emailHash = (sealing: Sealing, email: string): Buffer =>
  sealing.lookup('E-MAIL', emailKey(email));

// A person belongs to no record; the installation's own key seals their address.
const bindingOf = (personId: string) => ofPeople('person.email', personId);

/** Seals a person's address; the ring must hold the key of `PEOPLE`. */
export const sealEmail = (keys: KeyRing, personId: string, email: string): Buffer =>
  keys.seal(bindingOf(personId), email);

export const openEmail = (keys: KeyRing, personId: string, blob: Buffer): string =>
  keys.open(new Sealed(blob, bindingOf(personId)));
