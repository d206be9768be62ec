import { uuidv7 } from 'uuidv7';
import type { SystemRuns } from '../../../platform/as-system.ts';
import type { AppName } from '../../../platform/opened-session.ts';
import { emailHash } from '../../../platform/sealing/email-address.ts';
import { newToken, tokenHash } from '../../../platform/secrets.ts';
import { postMail } from '../../mail/index.ts';
import { pathIn } from '../app-path.ts';
import { emailOf } from '../emails/email-of.ts';
import { signInRecovered } from '../security-mail.ts';

export interface Recovering {
  email: string;
  /** Who looked at the person's documents; kept. */
  checkedBy: string;
  /** Whether the link goes to the person's address; otherwise whoever asked hands it over. */
  byMail: boolean;
}

export type RecoveryOutcome =
  | { is: 'NO_PERSON' | 'MAY_NOT_SIGN_IN' }
  | { is: 'RECOVERED'; name: string; path: string; expiresAt: Date; removed: Removed };

/** What was taken away. */
export interface Removed {
  sessions: number;
  passkeys: number;
  links: number;
}

interface Found {
  id: string;
  name: string;
  disabled: boolean;
  app: AppName;
}

// Where they are at home: whoever works in a team, else whoever has a record, else a carer.
const FIND = `select p.id, p.given_name || ' ' || p.family_name as name, p.disabled_at is not null as disabled,
    case when exists (select from heldwell.team_member m where m.person_id = p.id and m.left_at is null) then 'PROFESSIONAL'
         when exists (select from heldwell.patient r where r.person_id = p.id) then 'PATIENT' else 'CARER' end as app
  from heldwell.person p where p.email_hash = $1 for update of p`;

// A linked sign-in is a way in like the others: whoever took the sign-in over may have linked theirs.
const TAKE_AWAY = `with session as (
    update heldwell.session set ended_at = heldwell.now() where person_id = $1 and ended_at is null
      returning expires_at > heldwell.now() and last_seen_at + heldwell.idle_limit(app) > heldwell.now() as open),
  passkey as (
    update heldwell.passkey set removed_at = heldwell.now() where person_id = $1 and removed_at is null returning 1),
  link as (delete from heldwell.person_identity where person_id = $1 returning 1),
  authenticator as (
    update heldwell.authenticator set secret = null, confirmed_at = null, pending_secret = null where person_id = $1),
  code as (
    update heldwell.recovery_code set replaced_at = heldwell.now() where person_id = $1 and replaced_at is null),
  device as (
    update heldwell.remembered_device set forgotten_at = heldwell.now() where person_id = $1 and forgotten_at is null),
  step as (update heldwell.sign_in_step set used_at = heldwell.now() where person_id = $1 and used_at is null),
  reset as (update heldwell.password_reset set used_at = heldwell.now() where person_id = $1 and used_at is null),
  change as (update heldwell.email_change set ended_at = heldwell.now() where person_id = $1 and ended_at is null),
  password as (update heldwell.person set password_hash = null where id = $1)
  select (select count(*)::int from session where open) as sessions, (select count(*)::int from passkey) as passkeys,
    (select count(*)::int from link) as links`;

/**
 * For somebody who has lost every way of signing in and has shown documents: ends what is open, takes every factor and
 * linked sign-in away, and makes a link, for one use and a day, to choose a new password. They are told by mail, and a row
 * that nobody changes says who looked at the documents. All of it or nothing.
 */
export async function recoverSignIn(runs: SystemRuns, asked: Recovering): Promise<RecoveryOutcome> {
  const [person] = await runs.query<Found>({ text: FIND, values: [emailHash(runs.sealing, asked.email)] });
  if (!person) return { is: 'NO_PERSON' };
  if (person.disabled) return { is: 'MAY_NOT_SIGN_IN' };
  const [removed] = await runs.query<Removed>({ text: TAKE_AWAY, values: [person.id] });
  if (!removed) throw new Error('Nothing was taken away.');
  const { sessions, passkeys, links } = removed;
  await runs.query({
    text: `insert into heldwell.sign_in_recovery
        (id, person_id, checked_by, recovered_at, sessions_ended, passkeys_removed, links_removed)
      values ($1, $2, $3, heldwell.now(), $4, $5, $6)`,
    values: [uuidv7(), person.id, asked.checkedBy.trim(), sessions, passkeys, links],
  });
  const { token, expiresAt } = await linkFor(runs, person.id, !asked.byMail);
  const path = pathIn(person.app, `/reset-password/${token}`);
  const words = signInRecovered(asked.byMail ? path : null);
  await postMail(runs, { to: await emailOf(runs, person.id), words });
  return { is: 'RECOVERED', name: person.name, path, expiresAt, removed: { sessions, passkeys, links } };
}

async function linkFor(
  runs: SystemRuns,
  personId: string,
  byHand: boolean,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const [row] = await runs.query<{ expires_at: Date }>({
    text: `with made as (insert into heldwell.password_reset (token_hash, person_id, asked_at, expires_at, by_hand)
        values ($1, $2, heldwell.now(), heldwell.now() + interval '1 day', $3) returning expires_at)
      select expires_at from made`,
    values: [tokenHash(token), personId, byHand],
  });
  if (!row) throw new Error('The link was not made.');
  return { token, expiresAt: row.expires_at };
}
