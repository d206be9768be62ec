import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { emailKey } from '../../../platform/sealing/email-address.ts';
import { waitBefore } from '../attempts.ts';
import { ownEmail } from '../emails/own-email.ts';
import { codeFits } from '../factors/authenticator.ts';
import { ownPasskeys } from '../factors/own-factors.service.ts';
import { passkeyHolder, passkeyQuestion } from '../factors/passkeys.ts';
import { beginStep, takeStep } from '../factors/steps.ts';
import { ownViewer } from '../own-viewer.ts';
import { passwordFits } from '../passwords/passwords.ts';

const FRESH_MS = 5 * 60_000;

export interface Shown {
  password?: string | null;
  code?: string | null;
  ticket?: string | null;
  passkey?: string | null;
}

export type ConfirmOutcome =
  | { is: 'CONFIRMED'; until: string }
  | { is: 'REFUSED' }
  | { is: 'WAIT'; seconds: number };

/** Judges what is shown by whoever is signed in already; weighty acts may be done for five minutes then. */
export async function confirmSignIn(context: Context, shown: Shown): Promise<ConfirmOutcome> {
  const { scope, services } = context;
  const viewer = await ownViewer(context);
  // A password is counted with those tried at the door, a code with those of the second step.
  const seconds =
    shown.password == null
      ? await waitBefore(services, 'factor', viewer.personId)
      : await waitBefore(services, 'email', emailKey(await ownEmail(scope)));
  if (seconds > 0) return { is: 'WAIT', seconds };
  if (!(await isRight(context, viewer.personId, shown))) return { is: 'REFUSED' };
  await scope.query({ text: 'select heldwell.confirm_session($1)', values: [viewer.sessionId] });
  return { is: 'CONFIRMED', until: new Date(services.clock().getTime() + FRESH_MS).toISOString() };
}

async function isRight(context: Context, personId: string, shown: Shown): Promise<boolean> {
  const { scope, services } = context;
  const { password, code, ticket, passkey } = shown;
  if (password != null) {
    const [own] = await scope.query<{ hash: string | null }>({
      text: 'select heldwell.own_password() as hash',
    });
    return passwordFits(own?.hash, password);
  }
  return asSystem(services.database, 'judge a factor shown again', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    if (code) return codeFits(runs, { personId, code, now: services.clock() });
    if (!ticket || !passkey) return false;
    const step = await takeStep(runs, 'CONFIRM', ticket);
    if (!step?.challenge || step.person_id !== personId) return false;
    const { challenge } = step;
    return (await passkeyHolder(context, runs, { said: passkey, challenge })) === personId;
  });
}

/** Asks the browser for one of the own passkeys; null where there is none. */
export async function beginPasskeyConfirmation(
  context: Context,
): Promise<{ ticket: string; options: string } | null> {
  const { services } = context;
  const { personId } = await ownViewer(context);
  const known = await ownPasskeys(context);
  if (known.length === 0) return null;
  const question = await passkeyQuestion(context, known);
  const ticket = await asSystem(services.database, 'begin to show a passkey again', (manager) =>
    beginStep(statementsOf(manager, services.sealing), {
      purpose: 'CONFIRM',
      personId,
      challenge: question.challenge,
    }),
  );
  return { ticket, options: JSON.stringify(question) };
}
