import type { SystemRuns } from '../../platform/as-system.ts';
import { ofPeople } from '../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { giveDirectCare } from '../consent/index.ts';
import { fillBlanks, makeRecord, type RegisteredPerson } from '../people/index.ts';
import type { ActingFor } from './acting-for.ts';
import type { DocumentSeen } from './front-desk.type.ts';
import { matchPerson } from './match-person.ts';
import { storeCheck } from './vouch.ts';

/** A registration to be stored. */
export interface ToRegister {
  id: string;
  digest: Buffer;
  person: RegisteredPerson;
  documents: readonly DocumentSeen[];
  by: ActingFor;
}

export type Stored = { patientId: string | null };

/**
 * Finds the person's record or makes it, and gives the team its access for direct care; what a program may not decide
 * waits. Everything or nothing of it is stored, in the system's transaction. Undefined for an id that was used for
 * something else.
 */
export async function storeRegistration(runs: SystemRuns, wanted: ToRegister): Promise<Stored | undefined> {
  const { id, digest, person, by } = wanted;
  await lockPerson(runs, person);
  const [earlier] = await runs.query<{ digest: Buffer; patient_id: string | null }>({
    text: 'select digest, patient_id from heldwell.desk_registration where id = $1',
    values: [id],
  });
  if (earlier) return earlier.digest.equals(digest) ? { patientId: earlier.patient_id } : undefined;
  const match = await matchPerson(runs, person);
  if (match.is === 'UNCLEAR') {
    const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
    const details = keys.seal(ofPeople('desk_registration.details', id), person);
    await note(runs, wanted, { patientId: null, details, reason: match.reason });
    return { patientId: null };
  }
  const patientId = match.is === 'RECORD' ? match.id : await makeRecord(runs, person);
  if (match.is === 'RECORD') await fillBlanks(runs, patientId, person.details);
  await note(runs, wanted, { patientId, details: null, reason: null });
  await giveDirectCare(runs, patientId, { team: by.team, givenBy: `${by.name}, ${by.team.name}` });
  if (wanted.documents.length > 0) await storeCheck(runs, { patientId, documents: wanted.documents, by });
  return { patientId };
}

/** Two desks may register the same new person at the same moment, or a feed may: the second waits and then finds them. */
async function lockPerson(runs: SystemRuns, person: RegisteredPerson): Promise<void> {
  const { nhsNumber } = person.details;
  const locks = [
    `registration ${person.birthDate} ${person.familyName.toLowerCase()}`,
    ...(nhsNumber ? [`nhs-number ${nhsNumber}`] : []),
  ];
  for (const lock of locks) {
    await runs.query({ text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [lock] });
  }
}

interface Noted {
  patientId: string | null;
  details: Buffer | null;
  reason: string | null;
}

async function note(runs: SystemRuns, { id, digest, by }: ToRegister, noted: Noted): Promise<void> {
  await runs.query({
    text: `insert into heldwell.desk_registration (id, organisation_id, team_id, patient_id, digest, details, reason, registered_by,
        registered_by_person, registered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, heldwell.now())`,
    values: [
      ...[id, by.organisation.id, by.team.id, noted.patientId, digest, noted.details, noted.reason],
      ...[by.name, by.personId],
    ],
  });
}
