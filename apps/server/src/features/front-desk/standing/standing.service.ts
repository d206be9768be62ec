import { uuidv7 } from 'uuidv7';
import type { Context } from '../../../platform/context.ts';
import { readId, readRowId } from '../../../platform/global-id.ts';
import { sealSaid } from '../../../platform/sealing/said-of-access.ts';
import { publishAccessChange } from '../../consent/index.ts';
import { publishInboxesOf } from '../../sharing/index.ts';
import type { DeskOutcome, DeskRefusal } from '../take-up.ts';
import type {
  CloseForPatientInput,
  RecordDeathInput,
  ReopenForPatientInput,
  TakeBackDeathInput,
} from './standing.inputs.ts';

type Said = DeskRefusal | 'DONE' | null;

/** Carries out one of the acts of functions/standing.sql, and tells every stream of the record to look again. */
async function act(
  { scope }: Context,
  patient: string,
  { text, values }: { text: string; values: unknown[] },
): Promise<DeskOutcome> {
  const [row] = await scope.query<{ said: Said }>({ text: `select ${text} as said`, values });
  const said = row?.said ?? null;
  if (said === null) return { is: 'STRANGER' };
  if (said !== 'DONE') return { is: 'REFUSED', why: said };
  await publishInboxesOf(scope, patient);
  publishAccessChange(scope, patient, patient);
  return { is: 'DONE' };
}

const REASON = 'record_standing.reason';
const UNDONE = 'record_standing.undo_reason';

/** Notes that somebody has died: nobody signs in to the record any more, and others may only read what they could. */
export async function recordDeath(context: Context, input: RecordDeathInput): Promise<DeskOutcome> {
  const patient = readId('RECORD', input.record);
  const why = await sealSaid(context.scope, { place: REASON, row: input.id }, input.reason);
  const values = [input.id, patient, readId('TEAM', input.team), input.diedOn ?? null, why];
  return act(context, patient, { text: 'heldwell.record_death($1, $2, $3, $4, $5)', values });
}

/** Says that they live: everything is as it was. */
export async function takeBackDeath(context: Context, input: TakeBackDeathInput): Promise<DeskOutcome> {
  const patient = readId('RECORD', input.record);
  const team = readId('TEAM', input.team);
  const [noted] = await context.scope.query<{ id: string | null }>({
    text: 'select heldwell.death_noted($1, $2) as id',
    values: [patient, team],
  });
  const row = noted?.id ?? input.id;
  const why = await sealSaid(context.scope, { place: UNDONE, row }, input.reason);
  const values = [row, patient, team, why];
  return act(context, patient, { text: 'heldwell.take_back_death($1, $2, $3, $4)', values });
}

/** Carries out a written withdrawal: the record closes, and all sharing stops. */
export async function closeForPatient(context: Context, input: CloseForPatientInput): Promise<DeskOutcome> {
  const patient = readId('RECORD', input.record);
  const why = await sealSaid(context.scope, { place: REASON, row: input.id }, input.reason);
  const values = [input.id, patient, readId('TEAM', input.team), uuidv7(), why];
  return act(context, patient, { text: 'heldwell.close_for_patient($1, $2, $3, $4, $5)', values });
}

/** Opens a record that was closed by mistake, with the sharing that stopped with it. */
export async function reopenForPatient(context: Context, input: ReopenForPatientInput): Promise<DeskOutcome> {
  const { patient, row } = readRowId('CLOSED', input.closed);
  const why = await sealSaid(context.scope, { place: UNDONE, row }, input.reason);
  return act(context, patient, {
    text: 'heldwell.reopen_for_patient($1, $2, $3)',
    values: [patient, row, why],
  });
}
