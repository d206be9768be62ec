import { uuidv7 } from 'uuidv7';
import { sealContact } from '../../people/index.ts';
import type { DraftContact } from '../fhir/patient-draft.ts';
import type { Storing } from './storing.ts';

const ADD = `insert into heldwell.emergency_contact (patient_id, id, source_organisation_id, position, details, valid_until, received_at)
  values ($1, $2, $3, $4, $5, $6, heldwell.now())`;

/** A sender's contacts as its latest Patient has them, in the place of those before. */
export async function replaceContacts(
  { manager, keys }: Storing,
  { patientId, organisationId }: { patientId: string; organisationId: string },
  contacts: readonly DraftContact[],
): Promise<void> {
  await manager.query(
    'delete from heldwell.emergency_contact where patient_id = $1 and source_organisation_id = $2',
    [patientId, organisationId],
  );
  for (const [position, { until, ...said }] of contacts.entries()) {
    const id = uuidv7();
    const details = sealContact(keys, { patient: patientId, id }, said);
    await manager.query(ADD, [patientId, id, organisationId, position, details, until]);
  }
}

/** Whom to call would tell where a restricted person is: nobody's are kept. */
export async function removeContacts({ manager }: Storing, patientId: string): Promise<void> {
  await manager.query('delete from heldwell.emergency_contact where patient_id = $1', [patientId]);
}
