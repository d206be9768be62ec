import type { SystemRuns } from '../../../platform/as-system.ts';
import { ownRecordOf, takeUpRecord, writeCheck } from '../../registration/index.ts';
import type { MatchOutcome } from './match.type.ts';
import { type Done, type Settled, settledBefore, type ToSettle } from './settled.ts';

interface Case {
  claimant: string;
  person_id: string;
  settled_at: Date | null;
  settled_by_person: string | null;
  outcome: MatchOutcome | null;
}

/** Settles a case of two records, in the system's transaction; the row of the case orders two who settle it at once. */
export async function settleRecord(runs: SystemRuns, toSettle: ToSettle): Promise<Done> {
  const { id, patient, by } = toSettle;
  const [found] = await runs.query<Case>({
    text: `select patient_id as claimant, person_id, settled_at, settled_by_person, outcome from heldwell.record_match
      where id = $1 and other_patient_id = $2 for update`,
    values: [id, patient],
  });
  if (!found) return { settled: { is: 'REFUSED', why: 'ALREADY' }, claimant: null, now: false };
  const { claimant } = found;
  if (found.settled_at) return { settled: settledBefore(found, toSettle), claimant, now: false };
  const settled = toSettle.samePerson
    ? await asOnePerson(runs, found, toSettle)
    : ({ is: 'SETTLED', outcome: 'NOT_SAME' } as const);
  if (settled.is === 'REFUSED') return { settled, claimant, now: false };
  await runs.query({
    text: `update heldwell.record_match set settled_at = heldwell.now(), settled_by = $2, settled_by_person = $3, outcome = $4
      where id = $1`,
    values: [id, by.name, by.personId, settled.outcome],
  });
  return { settled, claimant, now: true };
}

/** Opens the record where nothing is in the way; what cannot be put together stays where it is, and the check is noted. */
async function asOnePerson(runs: SystemRuns, found: Case, { patient, by }: ToSettle): Promise<Settled> {
  const { person_id: personId } = found;
  // A person's own record first, as every other road locks them.
  await ownRecordOf(runs, personId);
  const check = { personId, how: 'STAFF', organisationId: by.organisation.id, checkedBy: by.name } as const;
  const opened = await takeUpRecord(runs, patient, check);
  if (opened.is === 'UNDER_16') return { is: 'REFUSED', why: 'UNDER_SIXTEEN' };
  if (opened.is === 'GONE')
    return { is: 'REFUSED', why: (await hasDied(runs, patient)) ? 'DECEASED' : 'ALREADY' };
  await writeCheck(runs, opened.patientId, check);
  if (opened.is === 'WAITS')
    return { is: 'SETTLED', outcome: opened.reason === 'TAKEN' ? 'OTHER_SIGN_IN' : 'BOTH_KEPT' };
  return { is: 'SETTLED', outcome: found.claimant === patient ? 'BOTH_KEPT' : 'RECORD_OPENS' };
}

async function hasDied(runs: SystemRuns, patient: string): Promise<boolean> {
  const [row] = await runs.query<{ died: boolean }>({
    text: 'select heldwell.is_deceased($1) as died',
    values: [patient],
  });
  return row?.died ?? false;
}
