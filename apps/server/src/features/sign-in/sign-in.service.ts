import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { emailHash, emailKey } from '../../platform/sealing/email-address.ts';
import { LIMITS, waitBefore } from './attempts.ts';
import { askSecondFactor, type SecondFactorAsked } from './factors/second-factor.ts';
import { passwordFits } from './passwords/passwords.ts';
import { isRemembered } from './sessions/remembered-device.ts';
import { enterSession, startSessionHere } from './sessions/sessions.ts';

export interface StoredPerson {
  id: string;
  /** Null where somebody signs in by a passkey or through their employer alone. */
  password_hash: string | null;
  /** Whether a password alone does not sign them in. */
  two_steps: boolean;
}

export type Entered = { is: 'SIGNED_IN' } | { is: 'SECOND_FACTOR'; asked: SecondFactorAsked };
export type SignInOutcome = Entered | { is: 'REFUSED' } | { is: 'WAIT'; seconds: number };

/** The person of an e-mail, if there is one who may sign in. */
export function findPerson(services: Services, email: string): Promise<StoredPerson | undefined> {
  return asSystem(services.database, 'find the person of an e-mail to sign in', async (manager) => {
    const rows = await manager.query<StoredPerson[]>(
      `select p.id, p.password_hash,
          exists (select from heldwell.passkey k where k.person_id = p.id and k.removed_at is null)
            or exists (select from heldwell.authenticator a where a.person_id = p.id and a.secret is not null) as two_steps
        from heldwell.person p where p.email_hash = $1 and p.disabled_at is null`,
      [emailHash(services.sealing, email)],
    );
    return rows[0];
  });
}

/** Signs a person in to the app that asks. Known and unknown e-mails answer alike, in words and in time. */
export async function signIn(
  context: Context,
  app: AppName,
  input: { email: string; password: string },
): Promise<SignInOutcome> {
  const { services } = context;
  const waits = await Promise.all([
    waitBefore(services, 'email', emailKey(input.email)),
    waitBefore(services, 'address', context.address),
  ]);
  const seconds = Math.max(...waits);
  if (seconds > 0) return { is: 'WAIT', seconds: Math.min(seconds, LIMITS.email.seconds) };
  const person = await findPerson(services, input.email);
  if (!(await passwordFits(person?.password_hash, input.password)) || !person) return { is: 'REFUSED' };
  return enterAfterPassword(context, app, person);
}

/**
 * Lets in whose password was right, or asks for the second factor they set up; a device they had us remember spares it.
 * For every door that takes a password. One that was changed, or whose person was disabled, since it was compared lets nobody
 * in: what ended every session meanwhile did not know of this one.
 */
async function enterAfterPassword(
  context: Context,
  app: AppName,
  person: StoredPerson,
): Promise<Entered | { is: 'REFUSED' }> {
  const { database, sealing } = context.services;
  const entered = await asSystem(database, 'start a session', async (manager) => {
    const runs = statementsOf(manager, sealing);
    const [still] = await runs.query({
      text: `select from heldwell.person p where p.id = $1 and p.password_hash = $2 and p.disabled_at is null for no key update`,
      values: [person.id, person.password_hash],
    });
    if (!still) return null;
    if (person.two_steps && !(await isRemembered(context, runs, person.id)))
      return { asked: await askSecondFactor(context, runs, person.id) };
    return { token: await startSessionHere(context, manager, { personId: person.id, app }) };
  });
  if (!entered) return { is: 'REFUSED' };
  if (entered.asked) return { is: 'SECOND_FACTOR', asked: entered.asked };
  await enterSession(context, app, entered.token);
  return { is: 'SIGNED_IN' };
}
