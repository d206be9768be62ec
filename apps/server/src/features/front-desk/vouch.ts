import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { verifyIdentity } from '../registration/index.ts';
import type { ActingFor } from './acting-for.ts';
import type { DocumentSeen } from './front-desk.type.ts';

/** Who was made sure of, by what, and by whom. */
export interface Vouched {
  patientId: string;
  documents: readonly DocumentSeen[];
  by: ActingFor;
}

/** Notes what somebody of the staff saw. */
export async function storeCheck(runs: SystemRuns, { patientId, documents, by }: Vouched): Promise<void> {
  await runs.query({
    text: `insert into heldwell.document_check (patient_id, id, organisation_id, team_id, documents, checked_by, checked_by_person,
        checked_at) values ($1, $2, $3, $4, $5, $6, $7, heldwell.now())`,
    values: [
      ...[patientId, uuidv7(), by.organisation.id, by.team.id, [...new Set(documents)]],
      ...[by.name, by.personId],
    ],
  });
}

/**
 * Says that whoever took the record up is who it is about; nothing where nobody did. What they said of themself counts
 * from now on: a record that waits for them may be theirs by it. Whether it said so.
 */
export async function verifyByStaff(runs: SystemRuns, { patientId, by }: Vouched): Promise<boolean> {
  const [person] = await runs.query<{ id: string }>({
    text: 'select person_id as id from heldwell.patient where id = $1 and person_id is not null and person_id <> $2',
    values: [patientId, by.personId],
  });
  if (!person) return false;
  const { organisation, name: checkedBy } = by;
  await verifyIdentity(runs, {
    personId: person.id,
    how: 'STAFF',
    organisationId: organisation.id,
    checkedBy,
  });
  return true;
}
