import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../../platform/as-system.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import { isSameName, NO_DETAILS, nhsNumberHash, sealDetails } from '../../people/index.ts';
import {
  type MatchReason,
  type OwnRecord,
  ownRecordOf,
  verifyIdentity,
  writeCheck,
} from '../../registration/index.ts';
import type { ProvedPerson } from '../claims.ts';

/** What came of looking for the record of somebody who proved who they are. */
export type TakeUp =
  /** The record is theirs; `first` where it was nobody's before. */
  | { is: 'TAKEN_UP'; patient: string; first: boolean }
  /** It is somebody's already, or what is known of it does not fit: staff have to look at the record it points to. */
  | { is: 'WAITS'; patient: string; reason: MatchReason; sameNumber: boolean | null };

interface Candidate {
  id: string;
  person_id: string | null;
  birth_date: string | null;
  family_name: string;
  deceased: boolean;
}

/**
 * THE one place where a national sign-in takes up a record: by NHS number, birth date and family name together. Notes who
 * made sure of it. A person has one record: that of somebody who has begun one by themself is verified, or gives way.
 */
export async function takeUpByProof(
  runs: SystemRuns,
  personId: string,
  proved: ProvedPerson,
): Promise<TakeUp> {
  const own = await ownRecordOf(runs, personId);
  if (own) return verifyOwn(runs, { own, personId, proved });
  const [found] = await runs.query<Candidate>({
    text: `select p.id, p.person_id, to_char(p.birth_date, 'YYYY-MM-DD') as birth_date, p.family_name, p.deceased
      from heldwell.patient_identity i join heldwell.patient p on p.id = i.patient_id
      where i.nhs_number_hash = $1 for update of p`,
    values: [nhsNumberHash(runs.sealing, proved.nhsNumber)],
  });
  if (!found) return makeRecord(runs, personId, proved);
  const fits = isOf(found, proved);
  if (!fits || found.person_id !== null || found.deceased)
    return { is: 'WAITS', patient: found.id, reason: fits ? 'TAKEN' : 'NAMES_DIFFER', sameNumber: true };
  await runs.query({
    text: 'update heldwell.patient set person_id = $2 where id = $1',
    values: [found.id, personId],
  });
  await noteNational(runs, personId, found.id);
  return { is: 'TAKEN_UP', patient: found.id, first: true };
}

/** Whether a record is of the person who was proved, by last name and birth date. */
export const isOf = (record: Pick<Candidate, 'birth_date' | 'family_name'>, proved: ProvedPerson): boolean =>
  record.birth_date === proved.birthDate && isSameName(record.family_name, proved.familyName);

interface OwnAndProved {
  own: OwnRecord;
  personId: string;
  proved: ProvedPerson;
}

/** Once is enough, however often they sign in. */
async function verifyOwn(runs: SystemRuns, { own, personId, proved }: OwnAndProved): Promise<TakeUp> {
  if (!isOf(own, proved))
    return {
      is: 'WAITS',
      patient: own.id,
      reason: 'NAMES_DIFFER',
      sameNumber: await hasNumber(runs, own, proved),
    };
  const [checked] = await runs.query({
    text: `select from heldwell.identity_check where patient_id = $1 and person_id = $2 and how = 'NATIONAL_SIGN_IN'`,
    values: [own.id, personId],
  });
  if (checked) return { is: 'TAKEN_UP', patient: own.id, first: false };
  const { nhsNumber } = proved;
  const outcome = await verifyIdentity(runs, { personId, how: 'NATIONAL_SIGN_IN', nhsNumber });
  if (outcome.is === 'WAITS')
    return {
      is: 'WAITS',
      patient: outcome.other,
      reason: outcome.reason,
      sameNumber: outcome.other !== own.id,
    };
  if (outcome.is !== 'TAKEN_UP') return { is: 'WAITS', patient: own.id, reason: 'TAKEN', sameNumber: null };
  return { is: 'TAKEN_UP', patient: outcome.patientId, first: outcome.patientId !== own.id };
}

/** Whether a record has the NHS number that was proved; null where it has none. */
async function hasNumber(
  runs: SystemRuns,
  own: OwnRecord,
  { nhsNumber }: ProvedPerson,
): Promise<boolean | null> {
  const [identity] = await runs.query<{ same: boolean | null }>({
    text: 'select nhs_number_hash = $2 as same from heldwell.patient_identity where patient_id = $1',
    values: [own.id, nhsNumberHash(runs.sealing, nhsNumber)],
  });
  return identity?.same ?? null;
}

async function makeRecord(runs: SystemRuns, personId: string, proved: ProvedPerson): Promise<TakeUp> {
  const id = uuidv7();
  await runs.query({
    text: `insert into heldwell.patient (id, person_id, given_name, family_name, birth_date, created_at)
      values ($1, $2, $3, $4, $5, heldwell.now())`,
    values: [id, personId, proved.givenName ?? '', proved.familyName, proved.birthDate],
  });
  const keys = new SystemKeys(runs.sealing, runs);
  await keys.makeFor(id);
  const details = { ...NO_DETAILS, nhsNumber: proved.nhsNumber };
  await runs.query({
    text: `insert into heldwell.patient_identity (patient_id, details, nhs_number_hash, updated_at)
      values ($1, $2, $3, heldwell.now())`,
    values: [id, sealDetails(keys, id, details), nhsNumberHash(runs.sealing, proved.nhsNumber)],
  });
  await noteNational(runs, personId, id);
  return { is: 'TAKEN_UP', patient: id, first: false };
}

/** Notes that a national sign-in made sure who the person of a record is. */
export async function noteNational(runs: SystemRuns, personId: string, patient: string): Promise<void> {
  await writeCheck(runs, patient, { personId, how: 'NATIONAL_SIGN_IN' });
}
