import { domainToASCII } from 'node:url';
import type { KeyRing } from './key-ring.ts';
import { Sealed } from './sealed.ts';
import type { Sealing } from './sealing.ts';
import { ofPeople } from './system-key.ts';

/** One e-mail, one person: case, width, composed letters and the two spellings of a domain do not make another. */
export function emailKey(email: string): string {
  const plain = email.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
  const at = plain.lastIndexOf('@');
  const domain = plain.slice(at + 1);
  return at < 0 ? plain : `${plain.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

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
