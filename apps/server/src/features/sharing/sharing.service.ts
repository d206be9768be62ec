import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { readId, readRowId, writeId } from '../../platform/global-id.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import {
  changeGrant,
  effectiveLabels,
  type Giver,
  type GrantRow,
  type GrantTerms,
  lockGrant,
  publishAccessChange,
} from '../consent/index.ts';
import {
  type Giving,
  giverOf,
  givingOf,
  openThread,
  patientOf,
  refuseNothing,
  throughWhat,
} from './giving.ts';
import type { ChangeSharingInput, RenewSharingInput, StopSharingInput } from './sharing.inputs.ts';
import type { ShareOutcome } from './sharing.results.ts';

/** Writes a new version with other labels, rights or an end; null for a grant there is not. */
export async function changeSharing(context: Context, input: ChangeSharingInput): Promise<ShareOutcome> {
  const found = await grantToChange(context, input.grant);
  if (!found || found.grant === 'COURT_ORDER') return found && 'COURT_ORDER';
  const { giving, grant } = found;
  if (grant.ended || grant.thread_id || grant.entry_id || grant.basis === 'EMERGENCY') return null;
  const labels = effectiveLabels(input.labels);
  refuseNothing(labels);
  const rights = input.rights ?? grant.rights;
  const through = await throughWhat(context, giving, {
    labels,
    rights,
    validUntil: input.validUntil ?? null,
  });
  if (!through) return 'MORE_THAN_HELD';
  const to: GrantTerms = {
    labels,
    rights,
    ...through,
    ...adopted(giving, grant),
    ...(input.untilThreadClosed !== undefined && {
      ends_with_thread: await openThread(context, giving, input.untilThreadClosed),
    }),
    ...(input.untilDischargedBy !== undefined && {
      ends_with_team: input.untilDischargedBy && readId('TEAM', input.untilDischargedBy),
    }),
  };
  if (!isSame(grant, to)) {
    await changeGrant(context.scope, { grant, to }, giverOf(giving.viewer, input.reason));
  }
  publishAccessChange(context.scope, giving.patientId, grant.grantee_id);
  return { patient: giving.patientId, row: grant.id };
}

/** Ends a grant at once; ending an ended one changes nothing. */
export async function stopSharing(context: Context, input: StopSharingInput): Promise<ShareOutcome> {
  const found = await grantToChange(context, input.grant);
  if (!found || found.grant === 'COURT_ORDER') return found && 'COURT_ORDER';
  const { giving, grant } = found;
  await endGrant(context.scope, grant, giverOf(giving.viewer, input.reason));
  return { patient: giving.patientId, row: grant.id };
}

/**
 * Gives again, as the patient's own, what was narrowed or ended with the access of whoever had given it: as it was
 * before. Null where that is not what happened to it last.
 */
export async function renewSharing(context: Context, input: RenewSharingInput): Promise<ShareOutcome> {
  const giving = await patientOf(context);
  const grant = await lockGrant(context.scope, giving.patientId, readRowId('GRANT', input.grant).row);
  const [last] = await context.scope.query<
    Pick<GrantRow, 'labels' | 'rights' | 'valid_until'> & { narrowed: boolean }
  >({
    text: `select before.labels, before.rights, before.valid_until, now.cause in ('GIVER_NARROWED', 'GIVER_ENDED') as narrowed
      from heldwell.consent_grant now join heldwell.consent_grant before on before.patient_id = now.patient_id
        and before.id = now.id and before.version = now.version - 1
      where now.patient_id = $1 and now.id = $2 and now.superseded_at is null`,
    values: [giving.patientId, grant?.id ?? giving.patientId],
  });
  if (!grant || !last?.narrowed) return null;
  const { labels, rights, valid_until } = last;
  const to = { labels, rights, valid_until, ended: false, given_through: null, adopted: true };
  await changeGrant(context.scope, { grant, to }, giverOf(giving.viewer, 'Renewed by the patient.'));
  publishAccessChange(context.scope, giving.patientId, grant.grantee_id);
  return { patient: giving.patientId, row: grant.id };
}

/** Gives up one's own access, as a carer or an individual professional, with everything it was given for. */
export async function leaveRecord(context: Context, patientId: string): Promise<boolean> {
  const viewer = await context.scope.viewer();
  if (!viewer) return false;
  const grants = await context.scope.query<GrantRow>({
    text: `select * from heldwell.consent_grant where patient_id = $1 and grantee_id = $2
      and grantee_kind = $3 and superseded_at is null and not ended for update`,
    values: [patientId, viewer.personId, viewer.app === 'CARER' ? 'CARER' : 'PROFESSIONAL'],
  });
  for (const grant of grants) await endGrant(context.scope, grant, giverOf(viewer, 'Left by themself'));
  return grants.length > 0;
}

/** A grant somebody may change, locked: the patient any of their record's, another what was given through theirs. */
async function grantToChange(
  context: Context,
  id: string,
): Promise<{ giving: Giving; grant: GrantRow | 'COURT_ORDER' } | null> {
  const { patient, row } = readRowId('GRANT', id);
  const viewer = await context.scope.viewer();
  // Another patient's, or nobody's: to a patient the same.
  if (viewer?.app === 'PATIENT' && viewer.patientId !== patient) return null;
  const giving = await givingOf(context, writeId('RECORD', patient));
  const [grant] = await context.scope.query<GrantRow>({
    text: `select * from heldwell.consent_grant where patient_id = $1 and id = $2 and superseded_at is null
        and ($3 or given_through in (select h.id from heldwell.held_grant h
          where h.patient_id = $1 and 'MANAGE_SHARING' = any (h.rights)))
      for update`,
    values: [patient, row, giving.isPatient],
  });
  if (grant) return { giving, grant };
  // Not the patient's to change, but theirs to see.
  const [ordered] = await context.scope.query<{ found: true }>({
    text: `select true as found from heldwell.consent_grant where patient_id = heldwell.viewer_record() and patient_id = $1
      and id = $2 and superseded_at is null and basis = 'COURT_ORDER'`,
    values: [patient, row],
  });
  return ordered ? { giving, grant: 'COURT_ORDER' } : null;
}

/** What was given for the patient becomes theirs when they change it. */
const adopted = (giving: Giving, grant: GrantRow): Pick<GrantTerms, 'adopted'> =>
  giving.isPatient && grant.given_through ? { adopted: true } : {};

/** Whether a change would change anything. */
export function isSame(held: GrantRow, to: GrantTerms): boolean {
  const plain = (value: unknown): string =>
    value instanceof Date || /^\d{4}-\d\d-\d\dT/.test(String(value))
      ? String(new Date(value as string).getTime())
      : String(value ?? null);
  return Object.entries(to).every(([key, value]) => plain(held[key as keyof GrantTerms]) === plain(value));
}

async function endGrant(scope: RequestScope, grant: GrantRow, giver: Giver): Promise<void> {
  if (!grant.ended) await changeGrant(scope, { grant, to: { ended: true } }, giver);
  // The discussion leaves the team's inbox: open inboxes read their page again.
  if (grant.thread_id && grant.grantee_kind === 'TEAM') publishInbox(scope, grant.grantee_id);
  publishAccessChange(scope, grant.patient_id, grant.grantee_id);
}

/** Open inboxes of every team a record's discussions stand in read their page again. */
export async function publishInboxesOf(scope: RequestScope, patientId: string): Promise<void> {
  const teams = await scope.query<{ id: string }>({
    text: 'select heldwell.inboxes_of($1) as id',
    values: [patientId],
  });
  for (const team of teams) publishInbox(scope, team.id);
}

function publishInbox(scope: RequestScope, teamId: string): void {
  scope.publish({ channel: channels.inbox(teamId), ids: { team: teamId, patient: '', thread: '' } });
}
