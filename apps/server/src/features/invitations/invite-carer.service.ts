import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import { badInput } from '../../platform/problems.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { derive, tokenHash } from '../../platform/secrets.ts';
import { effectiveLabels } from '../consent/index.ts';
import { postMail } from '../mail/index.ts';
import { givingOf, throughWhat } from '../sharing/index.ts';
import { emailHash, emailKey, waitBefore } from '../sign-in/index.ts';
import type { InviteCarerInput, WithdrawInvitationInput } from './invitation.inputs.ts';
import { helperInvitationMail } from './invitation-mail.ts';
import { sealInvited } from './sealed-email.ts';

/** How long a link can be used. */
export const INVITATION_DAYS = 14;

export type InviteOutcome =
  | { is: 'INVITED'; invitation: RowId /** Null where it was mailed. */; link: string | null }
  | { is: 'WAIT'; seconds: number }
  | { is: 'ALREADY' }
  | { is: 'MORE_THAN_HELD' };

/** What somebody is invited as: a carer, or one professional by themself. */
export type InvitedAs = 'CARE_FOR' | 'TREAT';
const APP_PATH: Record<InvitedAs, string> = { CARE_FOR: 'carer', TREAT: 'professional' };

/** Path of the page of an invitation. */
export const invitationPath = (as: InvitedAs, code: string): string => `/${APP_PATH[as]}/invitation/${code}`;

const KNOWN = `select (select id from heldwell.invitation where patient_id = $1 and code_hash = $2) as id,
    exists (select from heldwell.invitation i join heldwell.grant_in_force g on g.patient_id = i.patient_id
      and g.grantee_name = i.name and g.grantee_kind = $4 and g.thread_id is null and g.entry_id is null
      where i.patient_id = $1 and i.kind = $5 and i.email_hash = $3 and i.accepted_at is not null) as caring`;

/**
 * Invites somebody: stores the invitation and mails its link, or hands it out to be passed on where no mails are sent.
 * Whether the address has a sign-in is not looked at: known and unknown ones are answered alike.
 */
export async function invite(
  context: Context,
  as: InvitedAs,
  input: InviteCarerInput,
): Promise<InviteOutcome> {
  const giving = await givingOf(context, input.record);
  const labels = effectiveLabels(input.labels);
  if (labels.length === 0) throw badInput([{ path: 'labels', code: 'CHOOSE_AT_LEAST_ONE' }]);
  const terms = { labels, rights: input.rights, validUntil: input.validUntil ?? null };
  const through = await throughWhat(context, giving, terms);
  if (!through) return { is: 'MORE_THAN_HELD' };
  const { patientId, viewer } = giving;
  // The same command sent twice is the same link: the code is derived, and nowhere stored.
  const code = derive(context.services.secret, `invitation ${patientId} ${input.id}`);
  const { scope } = context;
  const email = input.email.trim();
  const grantee = as === 'TREAT' ? 'PROFESSIONAL' : 'CARER';
  const [known] = await scope.query<{ id: string | null; caring: boolean }>({
    text: KNOWN,
    values: [patientId, tokenHash(code), emailHash(scope.sealing, email), grantee, as],
  });
  const path = invitationPath(as, code);
  const link = context.services.mails ? null : path;
  if (known?.id) return { is: 'INVITED', invitation: { patient: patientId, row: known.id }, link };
  if (known?.caring) return { is: 'ALREADY' };
  const seconds = link ? 0 : await waitBefore(context.services, 'mail', emailKey(email));
  if (seconds > 0) return { is: 'WAIT', seconds };
  const invitation = { patient: patientId, row: uuidv7() };
  await scope.keys.ofPeople();
  const said = { ...input, email };
  const made = { as, invitation, input: said, labels, through, codeHash: tokenHash(code), viewer };
  await store(scope, { ...made, sentBy: link ? 'HAND' : 'EMAIL' });
  if (!link) await postMail(scope, { to: email, words: helperInvitationMail(path) });
  return { is: 'INVITED', invitation, link };
}

interface ToStore {
  as: InvitedAs;
  invitation: RowId;
  input: InviteCarerInput;
  labels: readonly string[];
  through: Awaited<ReturnType<typeof throughWhat>>;
  codeHash: Buffer;
  viewer: Viewer;
  sentBy: 'HAND' | 'EMAIL';
}

async function store(scope: RequestScope, { invitation, input, viewer, ...made }: ToStore): Promise<void> {
  await scope.query({
    text: `insert into heldwell.invitation (patient_id, id, kind, code_hash, name, email, email_hash, relationship, labels,
        rights, invited_by, invited_by_person, given_through, valid_until, sent_by, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, heldwell.now(),
        heldwell.now() + make_interval(days => $16))`,
    values: [
      invitation.patient,
      invitation.row,
      made.as,
      made.codeHash,
      input.name.trim(),
      sealInvited(scope.keys, invitation.row, input.email),
      emailHash(scope.sealing, input.email),
      input.relationship ?? null,
      made.labels,
      input.rights,
      `${viewer.givenName} ${viewer.familyName}`,
      viewer.personId,
      made.through?.given_through ?? null,
      made.through?.valid_until ?? null,
      made.sentBy,
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
