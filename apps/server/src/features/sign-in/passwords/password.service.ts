import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import type { AppName } from '../../../platform/opened-session.ts';
import { freshSignInNeeded } from '../../../platform/problems.ts';
import { emailHash, emailKey, openEmail } from '../../../platform/sealing/email-address.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import { newToken, tokenHash } from '../../../platform/secrets.ts';
import { postMail } from '../../mail/index.ts';
import { pathIn } from '../app-path.ts';
import { waitBefore } from '../attempts.ts';
import { emailOf } from '../emails/email-of.ts';
import { ownEmail } from '../emails/own-email.ts';
import { ownViewer } from '../own-viewer.ts';
import { passwordChanged, resetAsked } from '../security-mail.ts';
import { renewSession } from '../sessions/sessions.ts';
import { isFresh } from '../step-up/fresh.ts';
import { hashPassword, passwordFits, passwordProblem } from './passwords.ts';

export type ChangeOutcome =
  | { is: 'CHANGED' | 'REFUSED' | 'UNUSABLE' }
  | { is: 'UNSUITABLE'; message: string }
  | { is: 'WAIT'; seconds: number };

/**
 * Changes the own password, with the old one; a first one, where somebody signs in another way, with a fresh sign-in.
 * Every session ends with the old one, but for this one, which goes on under a new cookie.
 */
export async function changePassword(
  context: Context,
  input: { current?: string | null; password: string },
): Promise<ChangeOutcome> {
  const { scope, services } = context;
  await ownViewer(context);
  const email = await ownEmail(scope);
  const seconds = await waitBefore(services, 'email', emailKey(email));
  if (seconds > 0) return { is: 'WAIT', seconds };
  const [own] = await scope.query<{ hash: string | null }>({
    text: 'select heldwell.own_password() as hash',
  });
  if (own?.hash) {
    if (!(await passwordFits(own.hash, input.current ?? ''))) return { is: 'REFUSED' };
  } else if (!(await isFresh(context))) throw freshSignInNeeded();
  const message = passwordProblem(input.password, [email]);
  if (message) return { is: 'UNSUITABLE', message };
  await scope.query({
    text: 'select heldwell.change_own_password($1)',
    values: [await hashPassword(input.password)],
  });
  await postMail(scope, { to: email, words: passwordChanged() });
  await renewSession(context);
  return { is: 'CHANGED' };
}

/** Seconds to wait; 0 when the mail is on its way. Does the same, statement by statement, for known and unknown. */
export async function requestPasswordReset(context: Context, app: AppName, email: string): Promise<number> {
  const { services } = context;
  const waits = await Promise.all([
    waitBefore(services, 'mail', emailKey(email)),
    waitBefore(services, 'address', context.address),
  ]);
  const seconds = Math.max(...waits);
  if (seconds > 0) return seconds;
  await asSystem(services.database, 'send a link to choose a new password', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const keys = await new SystemKeys(services.sealing, runs).ofSystem('PEOPLE');
    const [person] = await runs.query<{ id: string; email: Buffer }>({
      text: 'select id, email from heldwell.person where email_hash = $1 and disabled_at is null',
      values: [emailHash(services.sealing, email)],
    });
    const token = newToken();
    await runs.query({
      text: `insert into heldwell.password_reset (token_hash, person_id, asked_at, expires_at)
        values ($1, $2, heldwell.now(), heldwell.now() + interval '1 hour')`,
      values: [tokenHash(token), person?.id ?? null],
    });
    // To the address that is stored: what was typed may look the same to us and lead to somebody else.
    const to = person ? openEmail(keys, person.id, person.email) : emailKey(email);
    const words = resetAsked(person ? pathIn(app, `/reset-password/${token}`) : null);
    await postMail(runs, { to, words });
  });
  return 0;
}

interface Reset {
  person_id: string;
  expires_at: Date;
}

/** A link that can be used now. */
export function openReset(context: Context, code: string): Promise<Reset | undefined> {
  const { database } = context.services;
  return asSystem(database, 'look at a link to choose a new password', async (manager) => {
    const rows = await manager.query<Reset[]>(
      `select r.person_id, r.expires_at from heldwell.password_reset r join heldwell.person p on p.id = r.person_id
       where r.token_hash = $1 and r.used_at is null and r.expires_at > heldwell.now() and p.disabled_at is null`,
      [tokenHash(code)],
    );
    return rows[0];
  });
}

/** Chooses a new password by a link: once, and every session of the person ends. */
export async function resetPassword(
  context: Context,
  input: { code: string; password: string },
): Promise<ChangeOutcome> {
  const { services } = context;
  const seconds = await waitBefore(services, 'address', context.address);
  if (seconds > 0) return { is: 'WAIT', seconds };
  if (!(await openReset(context, input.code))) return { is: 'UNUSABLE' };
  const message = passwordProblem(input.password);
  if (message) return { is: 'UNSUITABLE', message };
  const hash = await hashPassword(input.password);
  return asSystem(services.database, 'choose a new password by a link', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const [taken] = await runs.query<{ person_id: string; by_hand: boolean }>({
      text: `with taken as (
          update heldwell.password_reset set used_at = heldwell.now()
           where token_hash = $1 and used_at is null and expires_at > heldwell.now() returning person_id, by_hand)
        select person_id, by_hand from taken where person_id is not null`,
      values: [tokenHash(input.code)],
    });
    if (!taken) return { is: 'UNUSABLE' };
    await runs.query({
      text: `with other as (
          update heldwell.password_reset set used_at = heldwell.now() where person_id = $1 and used_at is null),
        device as (
          update heldwell.remembered_device set forgotten_at = heldwell.now()
           where person_id = $1 and forgotten_at is null),
        change as (
          update heldwell.email_change set ended_at = heldwell.now() where person_id = $1 and ended_at is null)
        update heldwell.person set password_hash = $2, email_confirmed_at = case when $3 then email_confirmed_at
           else coalesce(email_confirmed_at, heldwell.now()) end where id = $1`,
      // A link that was handed over says nothing of the address.
      values: [taken.person_id, hash, taken.by_hand],
    });
    await postMail(runs, { to: await emailOf(runs, taken.person_id), words: passwordChanged() });
    return { is: 'CHANGED' };
  });
}
