import type { RowId } from '../../platform/global-id.ts';
import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import type { Binding } from '../../platform/sealing/sealed-blob.ts';

/** The address a link was made for belongs to the record, as what reaches people does: GENERAL. */
const bindingOf = ({ patient, row }: RowId): Binding => ({
  place: 'invitation.email',
  row,
  patient,
  label: 'GENERAL',
});

export const sealInvited = (keys: KeyRing, invitation: RowId, email: string): Buffer =>
  keys.seal(bindingOf(invitation), email);

export const openInvited = (keys: KeyRing, invitation: RowId, blob: Buffer): string =>
  keys.open(new Sealed(blob, bindingOf(invitation)));
