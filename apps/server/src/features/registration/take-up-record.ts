import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../platform/as-system.ts';
import { isOldEnough } from './age.ts';
import { giveWay, type OwnRecord, ownRecordOf } from './own-record.ts';

/** How somebody made sure who a person is. */
export type CheckedHow = 'LETTER' | 'STAFF' | 'NATIONAL_SIGN_IN';

/** Who made sure, and how. */
export interface Check {
  personId: string;
  how: CheckedHow;
  /** Whose letter or staff it was; none for the national sign-in. */
  organisationId?: string | null;
  /** The name of whoever looked at documents. */
  checkedBy?: string | null;
  /** Whether the person's NHS number is that of the record it leads to; left out where one is not known. */
  sameNumber?: boolean;
}

/** Why no program may make one record of two. */
export type MatchReason = 'NOT_EMPTY' | 'TAKEN' | 'NAMES_DIFFER' | 'OTHER_NUMBER';

export type TakeUpOutcome =
  /** It is the person's now, or was before. */
  | { is: 'TAKEN_UP'; patientId: string }
  /** The person has written in a record of their own: both wait for staff (`heldwell.record_match`). */
  | { is: 'WAITS'; patientId: string; other: string; reason: MatchReason }
  /** Somebody else has it, or there is none, or its person has died. */
  | { is: 'GONE' }
  | { is: 'UNDER_16' };

interface Target {
  id: string;
  person_id: string | null;
  birth_date: string | null;
  deceased: boolean;
  gone: boolean;
  now: Date;
}

/** Makes a record that nobody has yet a person's, who was checked; the check itself is written by `writeCheck`. */
export async function takeUpRecord(
  runs: SystemRuns,
  patientId: string,
  check: Check,
): Promise<TakeUpOutcome> {
  const [target] = await runs.query<Target>({
    text: `select id, person_id, birth_date::text, deceased or deceased_at is not null as deceased,
        gave_way_to is not null as gone, heldwell.now() as now from heldwell.patient where id = $1 for update`,
    values: [patientId],
  });
  if (target?.person_id === check.personId) return { is: 'TAKEN_UP', patientId };
  if (!target || target.deceased || target.gone) return { is: 'GONE' };
  if (target.birth_date && !isOldEnough(target.birth_date, target.now)) return { is: 'UNDER_16' };
  const own = await ownRecordOf(runs, check.personId);
  if (target.person_id)
    return own ? wait(runs, own, { other: patientId, reason: 'TAKEN', check }) : { is: 'GONE' };
  if (own && !own.is_empty) return wait(runs, own, { other: patientId, reason: 'NOT_EMPTY', check });
  if (own) await giveWay(runs, own.id, patientId);
  await runs.query({
    text: 'update heldwell.patient set person_id = $2, deregistered_at = null where id = $1',
    values: [patientId, check.personId],
  });
  return { is: 'TAKEN_UP', patientId };
}

/** Two records that seem to be one person's, and what was found of them. */
interface Found {
  other: string;
  reason: MatchReason;
  check: Check;
}

/**
 * Leaves two records to staff, once; the person keeps what they have. Staff who said that the two are not one person's
 * are not asked again. What the person said of themself stands on the case, so that nobody reads their record for it.
 */
export async function wait(
  runs: SystemRuns,
  own: Pick<OwnRecord, 'id' | 'given_name' | 'family_name' | 'birth_date'>,
  { other, reason, check }: Found,
): Promise<TakeUpOutcome> {
  await runs.query({
    text: `insert into heldwell.record_match (patient_id, id, other_patient_id, person_id, reason, how, organisation_id, same_number,
        given_name, family_name, birth_date, found_at)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, heldwell.now()
       where not exists (select from heldwell.record_match m where m.patient_id = $1 and m.other_patient_id = $3
         and m.outcome = 'NOT_SAME') on conflict do nothing`,
    values: [
      ...[own.id, uuidv7(), other, check.personId, reason, check.how],
      ...[
        check.organisationId ?? null,
        check.sameNumber ?? null,
        own.given_name,
        own.family_name,
        own.birth_date,
      ],
    ],
  });
  return { is: 'WAITS', patientId: own.id, other, reason };
}

/** Writes that somebody made sure who the person of a record is. */
export async function writeCheck(runs: SystemRuns, patientId: string, check: Check): Promise<void> {
  await runs.query({
    text: `insert into heldwell.identity_check (patient_id, id, person_id, how, organisation_id, checked_by, checked_at)
      values ($1, $2, $3, $4, $5, $6, heldwell.now())`,
    values: [
      ...[patientId, uuidv7(), check.personId, check.how],
      ...[check.organisationId ?? null, check.checkedBy?.trim() || null],
    ],
  });
}
