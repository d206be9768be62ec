import type { SystemRuns } from '../../platform/as-system.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { isSameName, nhsNumberHash, openDetails, sealDetails } from '../people/index.ts';
import { beginRecord, type OwnRecord, ownRecordOf, saidOf } from './own-record.ts';
import { type Check, type TakeUpOutcome, takeUpRecord, wait, writeCheck } from './take-up-record.ts';

/** A check of who a person is, and what it says of them. */
export interface IdentityChecked extends Check {
  /** The record that whoever checked means, where they know it: a letter's, or one that staff have before them. */
  patientId?: string;
  /** Ten digits the check itself vouches for, such as the national sign-in's; left out, what the person said counts. */
  nhsNumber?: string | null;
  /** Of somebody who has no record yet: one is made of this. */
  newcomer?: { givenName: string; familyName: string; birthDate: string };
}

export type VerifyOutcome = TakeUpOutcome | { is: 'NO_RECORD' };

/**
 * Writes that a person was checked and opens what that opens, in a transaction of the system. Where a record of that NHS
 * number and birth date waits for its person, they take it up if their own is still empty; else both wait for staff. No
 * answer says whether there is such a record to anybody but staff. The caller publishes `channels.access` of the record.
 */
export async function verifyIdentity(runs: SystemRuns, checked: IdentityChecked): Promise<VerifyOutcome> {
  const own = await ownOrNew(runs, checked);
  if (checked.patientId)
    return afterCheck(runs, checked, await takeUpRecord(runs, checked.patientId, checked));
  if (!own) return { is: 'NO_RECORD' };
  const number = checked.nhsNumber ?? (await saidOf(runs, own)).nhsNumber;
  const outcome = number ? await byNumber(runs, { own, checked, number }) : await wanted(runs, own, checked);
  return afterCheck(runs, checked, outcome);
}

/** The record they were invited to, where it is of somebody of that name and birth date: a link may reach anybody. */
async function wanted(runs: SystemRuns, own: OwnRecord, checked: Check): Promise<TakeUpOutcome> {
  const [meant] = await runs.query<{ birth_date: string | null; family_name: string }>({
    text: 'select birth_date::text, family_name from heldwell.patient where id = $1',
    values: [own.wanted_patient_id],
  });
  if (!meant || !own.wanted_patient_id) return keeps(own);
  const same = meant.birth_date !== null && meant.birth_date === own.birth_date;
  if (same && isSameName(meant.family_name, own.family_name))
    return takeUpRecord(runs, own.wanted_patient_id, checked);
  return wait(runs, own, { other: own.wanted_patient_id, reason: 'NAMES_DIFFER', check: checked });
}

const keeps = (own: OwnRecord): TakeUpOutcome => ({ is: 'TAKEN_UP', patientId: own.id });

async function ownOrNew(runs: SystemRuns, checked: IdentityChecked): Promise<OwnRecord | undefined> {
  const own = await ownRecordOf(runs, checked.personId);
  if (own || checked.patientId || !checked.newcomer) return own;
  await beginRecord(runs, { personId: checked.personId, ...checked.newcomer });
  return ownRecordOf(runs, checked.personId);
}

/** The check stands on whichever record is the person's in the end. */
async function afterCheck(runs: SystemRuns, check: Check, outcome: TakeUpOutcome): Promise<TakeUpOutcome> {
  if (outcome.is === 'TAKEN_UP' || outcome.is === 'WAITS') await writeCheck(runs, outcome.patientId, check);
  return outcome;
}

interface Numbered {
  own: OwnRecord;
  checked: IdentityChecked;
  number: string;
}

interface Holder {
  patient_id: string;
  birth_date: string | null;
  family_name: string;
}

async function byNumber(runs: SystemRuns, { own, checked, number }: Numbered): Promise<TakeUpOutcome> {
  const hash = nhsNumberHash(runs.sealing, number);
  // Two checks of one number wait for each other: the second sees what the first has done.
  await runs.query({
    text: `select pg_advisory_xact_lock(hashtextextended('nhs number ' || encode($1::bytea, 'hex'), 0))`,
    values: [hash],
  });
  const [holder] = await runs.query<Holder>({
    text: `select i.patient_id, p.birth_date::text, p.family_name from heldwell.patient_identity i
      join heldwell.patient p on p.id = i.patient_id where i.nhs_number_hash = $1`,
    values: [hash],
  });
  if (!holder) return putNumber(runs, { own, checked, number });
  if (holder.patient_id === own.id) return keeps(own);
  const other = holder.patient_id;
  const check = { ...checked, sameNumber: true };
  if (!holder.birth_date || holder.birth_date !== own.birth_date)
    return wait(runs, own, { other, reason: 'OTHER_NUMBER', check });
  // A number that the check itself says needs no name beside the birth date; one a person only told us does.
  if (!checked.nhsNumber && !isSameName(holder.family_name, own.family_name))
    return wait(runs, own, { other, reason: 'NAMES_DIFFER', check });
  return takeUpRecord(runs, other, check);
}

/** A number that no record has goes onto the person's own, so that what is sent of it is found from now on. */
async function putNumber(runs: SystemRuns, { own, checked, number }: Numbered): Promise<TakeUpOutcome> {
  const [identity] = await runs.query<{ details: Buffer; numbered: boolean }>({
    text: `select details, nhs_number_hash is not null as numbered from heldwell.patient_identity where patient_id = $1 for update`,
    values: [own.id],
  });
  if (!identity) throw new Error('The record has no identity.');
  if (identity.numbered) {
    const check = { ...checked, sameNumber: false };
    return wait(runs, own, { other: own.id, reason: 'OTHER_NUMBER', check });
  }
  const keys = await new SystemKeys(runs.sealing, runs).ofRecords([own.id]);
  const details = { ...openDetails(keys, own.id, identity.details), nhsNumber: number };
  await runs.query({
    text: `update heldwell.patient_identity set details = $2, nhs_number_hash = $3, updated_at = heldwell.now()
      where patient_id = $1`,
    values: [own.id, sealDetails(keys, own.id, details), nhsNumberHash(runs.sealing, number)],
  });
  return keeps(own);
}
