import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import type { AppName } from '../../../platform/opened-session.ts';
import { postMail } from '../../mail/index.ts';
import { LIMITS, waitBefore } from '../attempts.ts';
import { emailOf } from '../emails/email-of.ts';
import { recoveryCodeUsed } from '../security-mail.ts';
import { rememberDevice } from '../sessions/remembered-device.ts';
import { enterSession, holdPerson, startSessionHere } from '../sessions/sessions.ts';
import { passkeyHolder, passkeyQuestion } from './passkeys.ts';
import { type Proof, prove } from './second-factor.ts';
import { beginStep, openStep, takeStep } from './steps.ts';

export type StepOutcome = { is: 'SIGNED_IN' | 'WRONG' | 'EXPIRED' } | { is: 'WAIT'; seconds: number };

interface Completing extends Proof {
  ticket: string;
  rememberDevice?: boolean;
}

/** Finishes signing in with the second factor; a wrong one leaves the ticket as it is, to try again. */
export async function completeSignIn(
  context: Context,
  app: AppName,
  input: Completing,
): Promise<StepOutcome> {
  const { services } = context;
  const step = await asSystem(services.database, 'find who waits for a second factor', (manager) =>
    openStep(statementsOf(manager, services.sealing), 'SECOND_FACTOR', input.ticket),
  );
  if (!step?.person_id) return { is: 'EXPIRED' };
  const personId = step.person_id;
  const seconds = await waitBefore(services, 'factor', personId);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const outcome = await asSystem(services.database, 'judge a second factor', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    if (!(await holdPerson(runs, personId))) return 'EXPIRED' as const;
    const proved = await prove(context, runs, { step: { ...step, person_id: personId }, proof: input });
    if (!proved) return 'WRONG' as const;
    if (!(await takeStep(runs, 'SECOND_FACTOR', input.ticket))) return 'EXPIRED' as const;
    if (input.rememberDevice) await rememberDevice(context, runs, personId);
    if (proved.left !== undefined) {
      await postMail(runs, { to: await emailOf(runs, personId), words: recoveryCodeUsed(proved.left) });
    }
    return { token: await startSessionHere(context, manager, { personId, app }) };
  });
  if (typeof outcome === 'string') return { is: outcome };
  await enterSession(context, app, outcome.token);
  return { is: 'SIGNED_IN' };
}

/** What a browser is asked for to sign in by whichever passkey it has, and the ticket that goes with the answer. */
export async function beginPasskeySignIn(
  context: Context,
): Promise<{ ticket: string; options: string } | { seconds: number }> {
  const { services } = context;
  const seconds = await waitBefore(services, 'address', context.address);
  if (seconds > 0) return { seconds: Math.min(seconds, LIMITS.address.seconds) };
  const question = await passkeyQuestion(context);
  const ticket = await asSystem(services.database, 'begin a sign-in by passkey', (manager) =>
    beginStep(statementsOf(manager, services.sealing), {
      purpose: 'PASSKEY_SIGN_IN',
      personId: null,
      challenge: question.challenge,
    }),
  );
  return { ticket, options: JSON.stringify(question) };
}

/** Signs in by a passkey: it asked who holds it, so it is both factors. */
export async function signInWithPasskey(
  context: Context,
  app: AppName,
  input: { ticket: string; passkey: string },
): Promise<StepOutcome> {
  const { services } = context;
  const seconds = await waitBefore(services, 'address', context.address);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const outcome = await asSystem(services.database, 'judge a passkey', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    // Used up also by a passkey that is refused: each challenge is signed once.
    const step = await takeStep(runs, 'PASSKEY_SIGN_IN', input.ticket);
    if (!step?.challenge) return 'EXPIRED' as const;
    const { challenge } = step;
    const personId = await passkeyHolder(context, runs, { said: input.passkey, challenge });
    if (!personId) return 'WRONG' as const;
    return { token: await startSessionHere(context, manager, { personId, app }) };
  });
  if (typeof outcome === 'string') return { is: outcome };
  await enterSession(context, app, outcome.token);
  return { is: 'SIGNED_IN' };
}
