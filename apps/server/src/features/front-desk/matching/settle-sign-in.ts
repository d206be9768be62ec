import type { SystemRuns } from '../../../platform/as-system.ts';
import { Sealed } from '../../../platform/sealing/sealed.ts';
import { ofPeople } from '../../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import { postMail } from '../../mail/index.ts';
import type { MatchOutcome } from './match.type.ts';
import { settledMail } from './match-mail.ts';
import { type Done, type Settled, settledBefore, type ToSettle } from './settled.ts';

interface Case {
  person_id: string | null;
  claims: Buffer;
  settled_at: Date | null;
  settled_by_person: string | null;
  outcome: MatchOutcome | null;
  holder: string | null;
  died: boolean;
  young: boolean;
}

const CASE = `select w.person_id, w.claims, w.settled_at, w.settled_by_person, w.outcome, p.person_id as holder,
    heldwell.is_deceased(p.id) as died, coalesce(heldwell.is_under_sixteen(p.birth_date), false) as young
  from heldwell.identity_wait w join heldwell.patient p on p.id = w.patient_id
  where w.id = $1 and w.patient_id = $2 for update of w`;

/**
 * Settles a national sign-in that waited, in the system's transaction. Nothing is linked or opened here: whoever it is
 * proves anew who they are at their next sign-in, which does what was settled.
 */
export async function settleSignIn(runs: SystemRuns, toSettle: ToSettle): Promise<Done> {
  const { id, patient, by } = toSettle;
  const [found] = await runs.query<Case>({ text: CASE, values: [id, patient] });
  const refused = (settled: Settled): Done => ({ settled, claimant: null, now: false });
  if (!found) return refused({ is: 'REFUSED', why: 'ALREADY' });
  if (found.settled_at) return refused(settledBefore(found, toSettle));
  const settled = toSettle.samePerson
    ? asOnePerson(found)
    : ({ is: 'SETTLED', outcome: 'NOT_SAME' } as const);
  if (settled.is === 'REFUSED') return refused(settled);
  await runs.query({
    text: `update heldwell.identity_wait set settled_at = heldwell.now(), settled_by = $2, settled_by_person = $3, outcome = $4
      where id = $1`,
    values: [id, by.name, by.personId, settled.outcome],
  });
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const said = keys.open<{ email: string | null }>(
    new Sealed(found.claims, ofPeople('identity_wait.claims', id)),
  );
  if (said.email) await postMail(runs, { to: said.email, words: settledMail() });
  return { settled, claimant: null, now: true };
}

function asOnePerson({ person_id, holder, died, young }: Case): Settled {
  if (died) return { is: 'REFUSED', why: 'DECEASED' };
  if (young) return { is: 'REFUSED', why: 'UNDER_SIXTEEN' };
  return { is: 'SETTLED', outcome: holder && holder !== person_id ? 'OTHER_SIGN_IN' : 'NEXT_SIGN_IN' };
}
