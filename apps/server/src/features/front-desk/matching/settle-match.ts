import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { readRowId } from '../../../platform/global-id.ts';
import { publishAccessChange } from '../../consent/index.ts';
import { actingFor } from '../acting-for.ts';
import { storeCheck } from '../vouch.ts';
import type { SettleMatchInput } from './match.inputs.ts';
import type { MatchKind } from './match.type.ts';
import { settleRecord } from './settle-record.ts';
import { settleSignIn } from './settle-sign-in.ts';
import type { Done, Settled, ToSettle } from './settled.ts';

export type SettleOutcome = Settled | { is: 'STRANGER' };

interface Seen {
  kind: MatchKind;
  oneself: boolean;
}

/**
 * Says whether a claimant is the person of a record, once: of two who settle a case at the same moment the second is told
 * that it was done. Whoever settled it hears the same again.
 */
export async function settleMatch(context: Context, input: SettleMatchInput): Promise<SettleOutcome> {
  const by = await actingFor(context, input.team);
  if (!by) return { is: 'STRANGER' };
  const { patient, row } = readRowId('MATCH', input.case);
  const [seen] = await context.scope.query<Seen>({
    text: 'select kind, oneself from heldwell.match_case where team_id = $1 and patient_id = $2 and id = $3',
    values: [by.team.id, patient, row],
  });
  if (!seen) return { is: 'STRANGER' };
  if (seen.oneself) return { is: 'REFUSED', why: 'ONESELF' };
  const { samePerson, documents } = input;
  if (samePerson && documents.length === 0) return { is: 'REFUSED', why: 'DOCUMENTS_NOT_CHECKED' };
  const toSettle = { id: row, patient, samePerson, by };
  const { services, scope } = context;
  const done = await asSystem(services.database, 'staff settle whose record it is', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const made = await (seen.kind === 'RECORD' ? settleRecord(runs, toSettle) : settleSignIn(runs, toSettle));
    if (made.now && samePerson) await storeCheck(runs, { patientId: patient, documents, by });
    if (made.now) await noteSettled(runs, toSettle, made);
    return made;
  });
  if (done.now) for (const one of [patient, done.claimant]) if (one) publishAccessChange(scope, one, one);
  return done.settled;
}

async function noteSettled(runs: SystemRuns, { id, patient, by }: ToSettle, done: Done): Promise<void> {
  if (done.settled.is !== 'SETTLED') return;
  const { outcome } = done.settled;
  const noted = { id, by: by.personId, team: by.team.id, outcome, claimant: done.claimant };
  await runs.query({
    text: 'select heldwell.note_settled($1, $2)',
    values: [patient, JSON.stringify(noted)],
  });
}
