import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import { ofPeople } from '../../platform/sealing/system-key.ts';

// The address a link was made for is that of somebody who may never have to do with the record: the key of people.
const bindingOf = (invitation: string) => ofPeople('invitation.email', invitation);

/** Seals the address of an invitation by its id; the ring must hold the key of people. */
export const sealInvited = (keys: KeyRing, invitation: string, email: string): Buffer =>
  keys.seal(bindingOf(invitation), email);

export const openInvited = (keys: KeyRing, invitation: string, blob: Buffer): string =>
  keys.open(new Sealed(blob, bindingOf(invitation)));
