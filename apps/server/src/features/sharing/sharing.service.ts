import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { readId, readRowId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import type { RequestScope, Viewer } from '../../platform/request-scope.ts';
import {
  changeGrant,
  effectiveLabels,
  type Giver,
  type GrantRow,
  giveGrant,
  lockGrant,
  publishAccessChange,
} from '../consent/index.ts';
import type { ChangeSharingInput, ShareWithTeamInput, StopSharingInput } from './sharing.inputs.ts';

/** A grant that was given or changed, by patient and row. */
export interface GrantReference {
  patient: string;
  row: string;
}

const giverOf = (viewer: Viewer, reason?: string | null): Giver => ({
  name: `${viewer.givenName} ${viewer.familyName}`,
  personId: viewer.personId,
  reason: reason ?? null,
});

/** The patient of this session; the rules have let nobody else in. */
async function patientOf(context: Context): Promise<{ viewer: Viewer; patientId: string }> {
  const viewer = await context.scope.viewer();
  if (!viewer?.patientId) throw new Error('Only a patient reaches this.');
  return { viewer, patientId: viewer.patientId };
}

/** Gives a team access, or changes what it has; null for a team there is not. */
export async function shareWithTeam(
  context: Context,
  input: ShareWithTeamInput,
): Promise<GrantReference | null> {
  const { viewer, patientId } = await patientOf(context);
  const labels = effectiveLabels(input.labels);
  refuseNothing(labels);
  const [team] = await context.scope.query<{ id: string; name: string }>({
    text: 'select id, name from heldwell.team where id = $1',
    values: [readId('TEAM', input.team)],
  });
  if (!team) return null;
  const held = await grantOfTeam(context.scope, patientId, team.id);
  const id = held?.id ?? input.id;
  const to = { labels, rights: input.rights, valid_until: input.validUntil ?? null };
  if (!held) {
    const grantee = { grantee_kind: 'TEAM', grantee_id: team.id, grantee_name: team.name } as const;
    const grant = {
      patient_id: patientId,
      id,
      ...grantee,
      ...to,
      thread_id: null,
      basis: 'PATIENT_CHOICE' as const,
    };
    await giveGrant(context.scope, grant, giverOf(viewer));
  } else if (!isSame(held, to)) {
    await changeGrant(context.scope, { grant: held, to }, giverOf(viewer));
  }
  publishAccessChange(context.scope, patientId, team.id);
  return { patient: patientId, row: id };
}

/** Writes a new version with other labels, rights or an end; null for a grant there is not. */
export async function changeSharing(
  context: Context,
  input: ChangeSharingInput,
): Promise<GrantReference | null> {
  const { viewer, patientId } = await patientOf(context);
  const grant = await lockGrant(context.scope, patientId, readRowId('GRANT', input.grant).row);
  if (!grant || grant.ended || grant.thread_id) return null;
  const labels = effectiveLabels(input.labels);
  refuseNothing(labels);
  const to = { labels, rights: input.rights ?? grant.rights, valid_until: input.validUntil ?? null };
  if (!isSame(grant, to)) await changeGrant(context.scope, { grant, to }, giverOf(viewer));
  publishAccessChange(context.scope, patientId, grant.grantee_id);
  return { patient: patientId, row: grant.id };
}

/** Ends a grant at once; ending an ended one changes nothing. */
export async function stopSharing(context: Context, input: StopSharingInput): Promise<GrantReference | null> {
  const { viewer, patientId } = await patientOf(context);
  const grant = await lockGrant(context.scope, patientId, readRowId('GRANT', input.grant).row);
  if (!grant) return null;
  await endGrant(context.scope, grant, giverOf(viewer, input.reason));
  return { patient: patientId, row: grant.id };
}

/** Gives up one's own access as a carer, with everything it was given for. */
export async function leaveRecord(context: Context, patientId: string): Promise<boolean> {
  const viewer = await context.scope.viewer();
  if (!viewer) return false;
  const grants = await context.scope.query<GrantRow>({
    text: `select * from heldwell.consent_grant where patient_id = $1 and grantee_id = $2
      and superseded_at is null and not ended for update`,
    values: [patientId, viewer.personId],
  });
  for (const grant of grants) await endGrant(context.scope, grant, giverOf(viewer, 'Left by themself'));
  return grants.length > 0;
}

async function endGrant(scope: RequestScope, grant: GrantRow, giver: Giver): Promise<void> {
  if (!grant.ended) await changeGrant(scope, { grant, to: { ended: true } }, giver);
  // The discussion leaves the team's inbox: open inboxes read their page again.
  if (grant.thread_id && grant.grantee_kind === 'TEAM') {
    scope.publish({
      channel: channels.inbox(grant.grantee_id),
      ids: { team: grant.grantee_id, patient: '', thread: '' },
    });
  }
  publishAccessChange(scope, grant.patient_id, grant.grantee_id);
}

async function grantOfTeam(
  scope: RequestScope,
  patientId: string,
  teamId: string,
): Promise<GrantRow | undefined> {
  const rows = await scope.query<GrantRow>({
    text: `select * from heldwell.consent_grant where patient_id = $1 and grantee_id = $2 and thread_id is null
      and superseded_at is null and not ended for update`,
    values: [patientId, teamId],
  });
  return rows[0];
}

function refuseNothing(labels: readonly string[]): void {
  if (labels.length === 0) throw badInput([{ path: 'labels', code: 'CHOOSE_AT_LEAST_ONE' }]);
}

type Terms = Pick<GrantRow, 'labels' | 'rights' | 'valid_until'>;
const isSame = (held: Terms, to: Terms): boolean =>
  [held.labels, held.rights].join() === [to.labels, to.rights].join() &&
  sameMoment(held.valid_until, to.valid_until);
const sameMoment = (one: string | Date | null, other: string | Date | null): boolean =>
  (one === null ? null : new Date(one).getTime()) === (other === null ? null : new Date(other).getTime());
