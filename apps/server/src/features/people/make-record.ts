import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { type IdentityDetails, nhsNumberHash, openDetails, sealDetails } from './sealed-identity.ts';

/** Who somebody is, in the words of whoever registers them. */
export interface RegisteredPerson {
  title: string | null;
  givenName: string;
  familyName: string;
  preferredName: string | null;
  /** ISO 8601 day. */
  birthDate: string;
  gender: string | null;
  details: IdentityDetails;
}

/** Makes the record of a person nobody has told us of before, with keys of its own; its id. In the system's transaction. */
export async function makeRecord(runs: SystemRuns, person: RegisteredPerson): Promise<string> {
  const id = uuidv7();
  await runs.query({
    text: `insert into heldwell.patient (id, title, given_name, family_name, preferred_name, birth_date, gender, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, heldwell.now())`,
    values: [
      ...[id, person.title, person.givenName, person.familyName],
      ...[person.preferredName, person.birthDate, person.gender],
    ],
  });
  const keys = new SystemKeys(runs.sealing, runs);
  await keys.makeFor(id);
  await runs.query({
    text: `insert into heldwell.patient_identity (patient_id, details, nhs_number_hash, updated_at)
      values ($1, $2, $3, heldwell.now())`,
    values: [
      id,
      sealDetails(keys, id, person.details),
      nhsNumberHash(runs.sealing, person.details.nhsNumber),
    ],
  });
  return id;
}

/**
 * Fills in what a known record leaves blank of how to reach and speak with the person. What stands there stays, and where
 * a sender withholds how to reach them it stays withheld.
 */
export async function fillBlanks(runs: SystemRuns, patientId: string, said: IdentityDetails): Promise<void> {
  const [row] = await runs.query<{ details: Buffer; restricted_by: string | null }>({
    text: 'select details, restricted_by from heldwell.patient_identity where patient_id = $1 for update',
    values: [patientId],
  });
  if (!row || row.restricted_by) return;
  const keys = await new SystemKeys(runs.sealing, runs).ofRecords([patientId]);
  const known = openDetails(keys, patientId, row.details);
  const both = {
    ...said,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
  };
  await runs.query({
    text: 'update heldwell.patient_identity set details = $2, updated_at = heldwell.now() where patient_id = $1',
    values: [patientId, sealDetails(keys, patientId, { ...both, nhsNumber: known.nhsNumber })],
  });
}
