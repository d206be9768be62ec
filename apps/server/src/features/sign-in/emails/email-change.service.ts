import { uuidv7 } from 'uuidv7';
import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { emailHash, emailKey, sealEmail } from '../../../platform/sealing/email-address.ts';
import { openSaid, sealSaid } from '../../../platform/sealing/said-of-access.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import { newToken, tokenHash } from '../../../platform/secrets.ts';
import { postMail } from '../../mail/index.ts';
import { pathIn } from '../app-path.ts';
import { waitBefore } from '../attempts.ts';
import { ownViewer } from '../own-viewer.ts';
import { emailChanged, newAddressAsked, oldAddressAsked } from '../security-mail.ts';
import { emailOf } from './email-of.ts';
import { ownEmail } from './own-email.ts';

const PLACE = 'email_change.email';

/**
 * Asks both addresses whether the new one may take the old one's place; seconds to wait where that was asked too often.
 * An address that signs in somebody else answers the same here: it alone is told.
 */
export async function askEmailChange(context: Context, email: string): Promise<number> {
  const { scope, services } = context;
  const { personId, app } = await ownViewer(context);
  const seconds = await waitBefore(services, 'mail', personId);
  if (seconds > 0) return seconds;
  const id = uuidv7();
  const [oldToken, newToken_] = [newToken(), newToken()];
  const [asked] = await scope.query<{ taken: boolean }>({
    text: 'select heldwell.ask_email_change($1, $2, $3, $4, $5) as taken',
    values: [
      id,
      await sealSaid(scope, { place: PLACE, row: id }, email.trim()),
      emailHash(services.sealing, email),
      ...[tokenHash(oldToken), tokenHash(newToken_)],
    ],
  });
  const pathOf = (token: string) => pathIn(app, `/confirm-email/${token}`);
  await postMail(scope, { to: await ownEmail(scope), words: oldAddressAsked(pathOf(oldToken)) });
  await postMail(scope, {
    to: email.trim(),
    words: newAddressAsked(pathOf(newToken_), asked?.taken ?? false),
  });
  return 0;
}

/** Drops a change that was asked for; false when there was none. */
export async function dropEmailChange({ scope }: Context): Promise<boolean> {
  const [row] = await scope.query<{ done: boolean }>({ text: 'select heldwell.drop_email_change() as done' });
  return row?.done ?? false;
}

interface Agreed {
  id: string;
  person_id: string;
  email: Buffer;
  old_agreed: boolean;
  new_agreed: boolean;
}

export type AgreeOutcome = 'CHANGED' | 'OLD_MISSING' | 'NEW_MISSING' | 'UNUSABLE' | 'TAKEN';

/** One of the two addresses agrees; with both the address changes. */
export function agreeToEmail({ services }: Context, code: string): Promise<AgreeOutcome> {
  return asSystem(services.database, 'agree to a changed e-mail address', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const [agreed] = await runs.query<Agreed>({
      text: `with agreed as (
          update heldwell.email_change
             set old_agreed_at = case when old_token_hash = $1 then coalesce(old_agreed_at, heldwell.now()) else old_agreed_at end,
                 new_agreed_at = case when new_token_hash = $1 then coalesce(new_agreed_at, heldwell.now()) else new_agreed_at end
           where $1 in (old_token_hash, new_token_hash) and ended_at is null and expires_at > heldwell.now()
             and exists (select from heldwell.person p where p.id = person_id and p.disabled_at is null)
          returning id, person_id, email, old_agreed_at is not null as old_agreed, new_agreed_at is not null as new_agreed)
        select * from agreed`,
      values: [tokenHash(code)],
    });
    if (!agreed) return 'UNUSABLE';
    if (!agreed.old_agreed) return 'OLD_MISSING';
    if (!agreed.new_agreed) return 'NEW_MISSING';
    return carryOut(runs, agreed);
  });
}

async function carryOut(runs: SystemRuns, { id, person_id: personId, email }: Agreed): Promise<AgreeOutcome> {
  const address = await openSaid(runs, { place: PLACE, row: id }, email);
  if (!address) throw new Error('A changed address is missing.');
  const before = await emailOf(runs, personId);
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  const hash = emailHash(runs.sealing, address);
  await runs.query({
    text: 'update heldwell.email_change set ended_at = heldwell.now() where id = $1',
    values: [id],
  });
  // Whoever takes an address at the same moment is waited for here, and one of the two has it.
  await runs.query({
    text: `select pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 0))`,
    values: [hash],
  });
  const changed = await runs.query<{ id: string }>({
    text: `with changed as (
        update heldwell.person set email = $2, email_hash = $3, email_confirmed_at = heldwell.now()
         where id = $1 and not exists (select from heldwell.person o where o.email_hash = $3 and o.id <> $1) returning id)
      select id from changed`,
    values: [personId, sealEmail(keys, personId, address), hash],
  });
  if (changed.length === 0) return 'TAKEN';
  if (emailKey(before) !== emailKey(address)) await postMail(runs, { to: before, words: emailChanged() });
  return 'CHANGED';
}
