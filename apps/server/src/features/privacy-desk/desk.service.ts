import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { readId, readRowId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import { sealSaid } from '../../platform/sealing/said-of-access.ts';
import { effectiveLabels, publishAccessChange, sealReason, signGiven } from '../consent/index.ts';
import { type ExactPersonInput, exactly } from '../emergency/index.ts';
import { publishInboxesOf } from '../sharing/index.ts';
import { waitBefore } from '../sign-in/index.ts';
import type {
  FreezePersonInput,
  FreezeRecordInput,
  GiveCourtOrderInput,
  ReviewEmergencyInput,
} from './desk.inputs.ts';

/** Each command answers true when it was carried out; false is all that a stranger to the office, or to the record, learns. */
async function carriedOut(context: Context, text: string, values: unknown[]): Promise<string | null> {
  const [done] = await context.scope.query<{ done: string | null }>({
    text: `select ${text} as done`,
    values,
  });
  return done?.done ?? null;
}

const sealFreeze = (context: Context, row: string, reason: string): Promise<Buffer | null> =>
  sealSaid(context.scope, { place: 'freeze.reason', row }, reason);

/** Tells every stream and inbox of a record to look again. */
async function tell(context: Context, patient: string | null): Promise<boolean> {
  if (!patient) return false;
  await publishInboxesOf(context.scope, patient);
  publishAccessChange(context.scope, patient, patient);
  return true;
}

/** The record that is meant, where the organisation knows it. */
async function recordFor(context: Context, office: string, person: ExactPersonInput): Promise<string | null> {
  const viewer = await context.scope.viewer();
  const seconds = await waitBefore(context.services, 'lookup', viewer?.personId ?? '');
  if (seconds > 0) return null;
  return carriedOut(context, 'heldwell.record_for_office($1, $2, $3, $4)', [
    office,
    ...exactly(context.scope.sealing, person),
  ]);
}

/** Asks for a record to be frozen, which a second officer confirms; or freezes at once what the organisation sent. */
export async function freezeRecord(context: Context, input: FreezeRecordInput): Promise<boolean> {
  if (input.kind === 'PERSON') throw badInput([{ path: 'kind', code: 'RECORD_OR_SOURCE' }]);
  const office = readId('ORGANISATION', input.organisation);
  const patient = await recordFor(context, office, input);
  const act = input.kind === 'RECORD' ? 'ask_to_freeze' : 'freeze_source';
  const said = await sealFreeze(context, input.id, input.reason);
  const values = [input.id, office, patient, said];
  return tell(context, patient && (await carriedOut(context, `heldwell.${act}($1, $2, $3, $4)`, values)));
}

export async function confirmFreeze(context: Context, id: string): Promise<boolean> {
  const { patient, row } = readRowId('FREEZE', id);
  return tell(context, await carriedOut(context, 'heldwell.confirm_freeze($1, $2)', [patient, row]));
}

/** Keeps somebody out of the organisation's teams, and ends their sessions with every stream behind them. */
export async function freezePerson(context: Context, input: FreezePersonInput): Promise<boolean> {
  const person = readId('PERSON', input.person);
  const office = readId('ORGANISATION', input.organisation);
  const sessions = await context.scope.query<{ id: string }>({
    text: 'select id from heldwell.desk_session($1, $2) id',
    values: [office, person],
  });
  const values = [input.id, office, person, await sealFreeze(context, input.id, input.reason)];
  const done = await carriedOut(context, 'heldwell.freeze_person($1, $2, $3, $4)', values);
  if (!done) return false;
  for (const { id } of sessions) context.scope.publish({ channel: channels.session(id), ids: { ended: 1 } });
  return true;
}

export async function liftFreeze(context: Context, id: string, reason: string): Promise<boolean> {
  const { row } = readRowId('FREEZE', id);
  const said = await sealSaid(context.scope, { place: 'freeze.lift_reason', row }, reason);
  return tell(context, await carriedOut(context, 'heldwell.lift_freeze($1, $2)', [row, said]));
}

export async function giveCourtOrder(context: Context, input: GiveCourtOrderInput): Promise<boolean> {
  const labels = effectiveLabels(input.labels);
  if (labels.length === 0) throw badInput([{ path: 'labels', code: 'CHOOSE_AT_LEAST_ONE' }]);
  const office = readId('ORGANISATION', input.organisation);
  const patient = await recordFor(context, office, input);
  const values = [
    input.id,
    office,
    patient,
    readId('TEAM', input.team),
    labels,
    input.validUntil ?? null,
    input.reference.trim(),
    await sealReason(context.scope, { id: input.id, version: 1 }, input.reason),
  ];
  const text = 'heldwell.give_court_order($1, $2, $3, $4, $5, $6, $7, $8)';
  const given = patient && (await carriedOut(context, text, values));
  if (given) await signGiven(context.scope, given, input.id);
  return tell(context, given);
}

export async function endCourtOrder(context: Context, id: string, reason: string): Promise<boolean> {
  const { patient, row } = readRowId('GRANT', id);
  const { scope } = context;
  const [order] = await scope.query<{ version: number }>({
    text: 'select version from heldwell.desk_court_order where patient_id = $1 and id = $2',
    values: [patient, row],
  });
  if (!order) return false;
  const said = await sealReason(scope, { id: row, version: order.version + 1 }, reason);
  const values = [patient, row, order.version, said];
  return tell(context, await carriedOut(context, 'heldwell.end_court_order($1, $2, $3, $4)', values));
}

export async function reviewEmergency(context: Context, input: ReviewEmergencyInput): Promise<boolean> {
  const { patient, row } = readRowId('EMERGENCY', input.emergency);
  const note = await sealSaid(context.scope, { place: 'emergency_access.note', row }, input.note);
  const values = [patient, row, input.outcome, note];
  return (await carriedOut(context, 'heldwell.review_emergency($1, $2, $3, $4)', values)) !== null;
}
