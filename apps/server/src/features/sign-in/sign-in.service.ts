import { asSystem } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { LIMITS, waitBefore } from './attempts.ts';
import { emailHash, emailKey } from './email.ts';
import { passwordFits } from './passwords.ts';
import { enterSession, startSession } from './sessions.ts';

export interface StoredPerson {
  id: string;
  password_hash: string;
}

export type SignInOutcome = { is: 'SIGNED_IN' } | { is: 'REFUSED' } | { is: 'WAIT'; seconds: number };

/** The person of an e-mail, if there is one who may sign in. */
export function findPerson(services: Services, email: string): Promise<StoredPerson | undefined> {
  return asSystem(services.database, 'find the person of an e-mail to sign in', async (manager) => {
    const rows = await manager.query<StoredPerson[]>(
      'select id, password_hash from heldwell.person where email_hash = $1 and disabled_at is null',
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
  const token = await asSystem(services.database, 'start a session', (manager) =>
    startSession(manager, person.id, app),
  );
  await enterSession(context, app, token);
  return { is: 'SIGNED_IN' };
}
