import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { readId, readRowId } from '../../platform/global-id.ts';
import { openSaid, sealSaid } from '../../platform/sealing/said-of-access.ts';
import { type GrantRow, publishAccessChange } from '../consent/index.ts';
import { exactly } from '../emergency/index.ts';
import { endsOf, givingOf, ownGrantTo, type ShareOutcome, shareRecord } from '../sharing/index.ts';
import { waitBefore } from '../sign-in/index.ts';
import type {
  AnswerAccessRequestInput,
  AskForAccessInput,
  AskForMoreInput,
} from './access-request.inputs.ts';

/**
 * Asks for access if there is such a record. Found or not, the same is done and told: the seconds to wait where too
 * many were asked for, else 0.
 */
export async function askForAccess(context: Context, input: AskForAccessInput): Promise<number> {
  const viewer = await context.scope.viewer();
  if (!viewer) throw new Error('Only staff reach this.');
  const seconds = await waitBefore(context.services, 'lookup', viewer.personId);
  if (seconds > 0) return seconds;
  const [asked] = await context.scope.query<{ told: string }>({
    text: 'select heldwell.ask_for_access($1, $2, $3, $4, $5, $6, $7, $8) as told',
    values: [
      input.id,
      input.team ? readId('TEAM', input.team) : null,
      ...exactly(context.scope.sealing, input),
      input.labels,
      input.rights,
      await sealSaid(context.scope, { place: 'access_request.reason', row: input.id }, input.reason),
    ],
  });
  publishAccessChange(context.scope, asked?.told ?? input.id, viewer.personId);
  return 0;
}

/** Asks for more of a record one sees; false where one sees nothing of it, or there is none. */
export async function askForMore(context: Context, input: AskForMoreInput): Promise<boolean> {
  const viewer = await context.scope.viewer();
  const [asked] = await context.scope.query<{ patient: string | null }>({
    text: 'select heldwell.ask_for_more($1, $2, $3, $4, $5, $6) as patient',
    values: [
      input.id,
      readId('RECORD', input.record),
      input.team ? readId('TEAM', input.team) : null,
      input.labels,
      input.rights,
      await sealSaid(context.scope, { place: 'access_request.reason', row: input.id }, input.reason),
    ],
  });
  if (!asked?.patient || !viewer) return false;
  publishAccessChange(context.scope, asked.patient, viewer.personId);
  return true;
}

interface RequestRow
  extends Pick<GrantRow, 'grantee_kind' | 'grantee_id' | 'grantee_name' | 'labels' | 'rights'> {
  reason: Buffer | null;
}

/** What a yes gives: what they have already and what was chosen, or asked for; more takes nothing away. */
function termsOf(input: AnswerAccessRequestInput, row: RequestRow, held: GrantRow | undefined) {
  return {
    labels: input.labels ?? [...new Set([...(held?.labels ?? []), ...row.labels])],
    rights: input.rights ?? [...new Set([...(held?.rights ?? []), ...row.rights])],
    ...(input.validUntil === undefined ? endsOf(held) : { validUntil: input.validUntil }),
  };
}

/** Answers a question that waits: a yes is a grant. Null where none waits under this id. */
export async function answerAccessRequest(
  context: Context,
  input: AnswerAccessRequestInput,
): Promise<{ request: { patient: string; row: string }; shared: ShareOutcome } | null> {
  const request = readRowId('REQUEST', input.request);
  const giving = await givingOf(context);
  const [row] = await context.scope.query<RequestRow>({
    text: `update heldwell.access_request set answered_at = heldwell.now(), answer = $3
      where patient_id = $1 and id = $2 and answered_at is null returning *`,
    values: [request.patient, request.row, input.give ? 'GIVEN' : 'DECLINED'],
  });
  if (!row) return null;
  const grantee = {
    grantee_kind: row.grantee_kind,
    grantee_id: row.grantee_id,
    grantee_name: row.grantee_name,
  };
  if (!input.give) {
    publishAccessChange(context.scope, request.patient, row.grantee_id);
    return { request, shared: null };
  }
  const held = await ownGrantTo(context, request.patient, grantee);
  const terms = {
    ...termsOf(input, row, held),
    reason: await openSaid(context.scope, { place: 'access_request.reason', row: request.row }, row.reason),
  };
  return { request, shared: await shareRecord(context, giving, { id: uuidv7(), ...terms, grantee }) };
}
