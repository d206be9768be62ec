import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { newToken, tokenHash } from '../../platform/secrets.ts';
import { postMail } from '../mail/index.ts';
import { emailKey, waitBefore } from '../sign-in/index.ts';
import type { ResendInvitationInput } from './invitation.inputs.ts';
import type { InvitationKind } from './invitation-kind.ts';
import { helperInvitationMail, recordInvitationMail } from './invitation-mail.ts';
import { INVITATION_DAYS, invitationPath } from './invite-carer.service.ts';
import { openInvited } from './sealed-email.ts';

export type ResendOutcome =
  | { is: 'SENT'; invitation: RowId /** Null where it was mailed. */; link: string | null }
  /** Used or withdrawn, or never there. */
  | { is: 'GONE' }
  | { is: 'WAIT'; seconds: number };

/** Sends an invitation again with a new link; the one before stops working. For whoever invited, and the patient. */
export async function resendInvitation(
  context: Context,
  input: ResendInvitationInput,
): Promise<ResendOutcome> {
  const { scope, services } = context;
  const invitation = readRowId('INVITATION', input.invitation);
  const [row] = await scope.query<{ email: Buffer; kind: 'CARE_FOR' | 'TREAT' }>({
    text: `select email, kind from heldwell.invitation
      where patient_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null and kind <> 'TAKE_UP_RECORD' for update`,
    values: [invitation.patient, invitation.row],
  });
  if (!row) return { is: 'GONE' };
  await scope.keys.ofPeople();
  const email = openInvited(scope.keys, invitation.row, row.email);
  const seconds = services.mails ? await waitBefore(services, 'mail', emailKey(email)) : 0;
  if (seconds > 0) return { is: 'WAIT', seconds };
  const code = newToken();
  await scope.query({
    text: RENEW,
    values: [invitation.patient, invitation.row, tokenHash(code), INVITATION_DAYS, services.mails],
  });
  const path = invitationPath(row.kind, code);
  if (!services.mails) return { is: 'SENT', invitation, link: path };
  await postMail(scope, { to: email, words: helperInvitationMail(path) });
  return { is: 'SENT', invitation, link: null };
}

const RENEW = `update heldwell.invitation set code_hash = $3, expires_at = heldwell.now() + make_interval(days => $4),
    sent_by = case when $5 then 'EMAIL' else 'HAND' end
  where patient_id = $1 and id = $2`;

interface Dead {
  patient_id: string;
  id: string;
  kind: InvitationKind;
  email: Buffer;
}

/**
 * Mails a new link to the address that an old one went to, by whoever has the old one. Used, withdrawn, unknown and
 * renewed links are answered alike.
 */
export async function sendNewLink(context: Context, code: string): Promise<void> {
  const { services } = context;
  if (!services.mails) return;
  await asSystem(services.database, 'mail a new link for an old one', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const keys = await new SystemKeys(services.sealing, runs).ofSystem('PEOPLE');
    const [dead] = await runs.query<Dead>({
      text: `select patient_id, id, kind, email from heldwell.invitation
        where code_hash = $1 and sent_by <> 'LETTER' and accepted_at is null and withdrawn_at is null for update`,
      values: [tokenHash(code)],
    });
    if (!dead) return;
    const email = openInvited(keys, dead.id, dead.email);
    if (!(await mayMail(services, email))) return;
    const renewed = newToken();
    await runs.query({
      text: RENEW,
      values: [dead.patient_id, dead.id, tokenHash(renewed), INVITATION_DAYS, true],
    });
    await postMail(runs, { to: email, words: wordsFor(dead.kind, renewed) });
  });
}

const mayMail = async (services: Services, email: string): Promise<boolean> =>
  (await waitBefore(services, 'mail', emailKey(email))) === 0;

const wordsFor = (kind: InvitationKind, code: string) =>
  kind === 'TAKE_UP_RECORD'
    ? recordInvitationMail(`/patient/invitation/${code}`)
    : helperInvitationMail(invitationPath(kind, code));
