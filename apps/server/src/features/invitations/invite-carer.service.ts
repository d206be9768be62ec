import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import type { RequestScope, Viewer } from '../../platform/request-scope.ts';
import { derive, tokenHash } from '../../platform/secrets.ts';
import { effectiveLabels } from '../consent/index.ts';
import { emailHash } from '../sign-in/index.ts';
import type { InviteCarerInput, WithdrawInvitationInput } from './invitation.inputs.ts';
import { sealInvited } from './sealed-email.ts';

/** How long a link can be used. */
export const INVITATION_DAYS = 14;

export type InviteOutcome = { is: 'INVITED'; invitation: RowId; link: string } | { is: 'ALREADY' };

/** Invites a carer: stores the invitation and hands out its link, to be passed on by the patient. */
export async function inviteCarer(context: Context, input: InviteCarerInput): Promise<InviteOutcome> {
  const viewer = await context.scope.viewer();
  if (!viewer?.patientId) throw new Error('Only a patient reaches this.');
  const labels = effectiveLabels(input.labels);
  if (labels.length === 0) throw badInput([{ path: 'labels', code: 'CHOOSE_AT_LEAST_ONE' }]);
  // The same command sent twice is the same link: the code is derived, and nowhere stored.
  const code = derive(context.services.secret, `invitation ${viewer.patientId} ${input.id}`);
  const { scope } = context;
  const email = input.email.trim();
  const hash = emailHash(scope.sealing, email);
  const [known] = await scope.query<{ id: string | null; caring: boolean }>({
    text: `select (select id from heldwell.invitation where patient_id = $1 and code_hash = $2) as id,
        exists (select from heldwell.invitation i join heldwell.grant_in_force g on g.patient_id = i.patient_id
          and g.grantee_name = i.name and g.grantee_kind = 'CARER' and g.thread_id is null
          where i.patient_id = $1 and i.email_hash = $3 and i.accepted_at is not null) as caring`,
    values: [viewer.patientId, tokenHash(code), hash],
  });
  const link = `/carer/invitation/${code}`;
  if (known?.id) return { is: 'INVITED', invitation: { patient: viewer.patientId, row: known.id }, link };
  if (known?.caring) return { is: 'ALREADY' };
  const invitation = { patient: viewer.patientId, row: uuidv7() };
  await scope.keys.forLabels([{ patient: invitation.patient, label: 'GENERAL' }]);
  await store(scope, { invitation, code, viewer, input: { ...input, email, labels } });
  return { is: 'INVITED', invitation, link };
}

interface NewInvitation {
  invitation: RowId;
  code: string;
  viewer: Viewer;
  input: InviteCarerInput;
}

async function store(scope: RequestScope, { invitation, code, viewer, input }: NewInvitation): Promise<void> {
  await scope.query({
    text: `insert into heldwell.invitation (patient_id, id, kind, code_hash, name, email, email_hash, relationship, labels, rights,
        invited_by, invited_by_person, created_at, expires_at)
      values ($1, $2, 'CARE_FOR', $3, $4, $5, $6, $7, $8, $9, $10, $11, heldwell.now(), heldwell.now() + make_interval(days => $12))`,
    values: [
      invitation.patient,
      invitation.row,
      tokenHash(code),
      input.name.trim(),
      sealInvited(scope.keys, invitation, input.email),
      emailHash(scope.sealing, input.email),
      input.relationship ?? null,
      input.labels,
      input.rights,
      `${viewer.givenName} ${viewer.familyName}`,
      viewer.personId,
      INVITATION_DAYS,
    ],
  });
}

/** Makes a link useless; false when it was used or withdrawn before. */
export async function withdrawInvitation(context: Context, input: WithdrawInvitationInput): Promise<boolean> {
  const id = readRowId('INVITATION', input.invitation);
  const rows = await context.scope.query<{ id: string }>({
    text: `update heldwell.invitation set withdrawn_at = heldwell.now()
      where patient_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null returning id`,
    values: [id.patient, id.row],
  });
  return rows.length === 1;
}
