import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
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

/** Says that whoever took the record up is who it is about; nothing where nobody did. Whether it said so. */
export async function verifyByStaff(runs: SystemRuns, { patientId, by }: Vouched): Promise<boolean> {
  const made = await runs.query({
    text: `insert into heldwell.identity_check (patient_id, id, person_id, how, organisation_id, checked_by, checked_at)
      select p.id, $2, p.person_id, 'STAFF', $3, $4, heldwell.now() from heldwell.patient p
       where p.id = $1 and p.person_id is not null and p.person_id <> $5 returning id`,
    values: [patientId, uuidv7(), by.organisation.id, by.name, by.personId],
  });
  return made.length > 0;
}
