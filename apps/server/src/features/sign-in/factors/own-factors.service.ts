import { uuidv7 } from 'uuidv7';
import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { readId } from '../../../platform/global-id.ts';
import { sealSaid } from '../../../platform/sealing/said-of-access.ts';
import { type MailWords, postMail } from '../../mail/index.ts';
import { waitBefore } from '../attempts.ts';
import { ownEmail } from '../emails/own-email.ts';
import { ownViewer } from '../own-viewer.ts';
import {
  authenticatorAdded,
  authenticatorRemoved,
  passkeyAdded,
  passkeyRemoved,
  recoveryCodesRenewed,
} from '../security-mail.ts';
import { deviceWords } from '../sessions/device-words.ts';
import { newAuthenticator, openSecret, sealSecret, stepOfCode } from './authenticator.ts';
import { type KnownPasskey, madePasskey, newPasskeyQuestion } from './passkeys.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { beginStep, takeStep } from './steps.ts';

export type FactorOutcome =
  | { is: 'ADDED'; recoveryCodes: string[] | null }
  | { is: 'WRONG' | 'EXPIRED' }
  | { is: 'WAIT'; seconds: number };

const tell = async ({ scope }: Context, words: MailWords): Promise<void> =>
  postMail(scope, { to: await ownEmail(scope), words });

/** Recovery codes for whoever has a first factor now; null where they have some already. */
async function firstCodes({ scope }: Context, personId: string): Promise<string[] | null> {
  const [row] = await scope.query<{ left: number }>({
    text: 'select recovery_codes_left as left from heldwell.own_security',
  });
  return row?.left === 0 ? newRecoveryCodes(scope, personId) : null;
}

/** Begins to set up an authenticator app; one in use goes on until the new one has shown a code. */
export async function beginAuthenticator(context: Context): Promise<{ secret: string; uri: string }> {
  const { scope } = context;
  const { personId } = await ownViewer(context);
  const begun = newAuthenticator(await ownEmail(scope));
  await scope.query({
    text: 'select heldwell.begin_authenticator($1)',
    values: [await sealSecret(scope, personId, begun.secret)],
  });
  return begun;
}

/** Takes the authenticator app into use that shows this code. */
export async function confirmAuthenticator(context: Context, code: string): Promise<FactorOutcome> {
  const { scope, services } = context;
  const { personId } = await ownViewer(context);
  const seconds = await waitBefore(services, 'factor', personId);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const [row] = await scope.query<{ pending_secret: Buffer | null }>({
    text: 'select pending_secret from heldwell.own_authenticator()',
  });
  if (!row?.pending_secret) return { is: 'EXPIRED' };
  const secret = await openSecret(scope, personId, row.pending_secret);
  const step = stepOfCode(secret, code, services.clock());
  if (step === null) return { is: 'WRONG' };
  const [confirmed] = await scope.query<{ done: boolean }>({
    text: 'select heldwell.confirm_authenticator($1, $2) as done',
    values: [row.pending_secret, step],
  });
  if (!confirmed?.done) return { is: 'EXPIRED' };
  await tell(context, authenticatorAdded());
  return { is: 'ADDED', recoveryCodes: await firstCodes(context, personId) };
}

/** Removes the authenticator app; false when there was none. */
export async function removeAuthenticator(context: Context): Promise<boolean> {
  return removed(context, { text: 'select heldwell.remove_authenticator() as done' }, authenticatorRemoved());
}

/** Removes a passkey of one's own; false when there is no such. */
export async function removePasskey(context: Context, passkey: string): Promise<boolean> {
  const values = [readId('PASSKEY', passkey)];
  return removed(context, { text: 'select heldwell.remove_passkey($1) as done', values }, passkeyRemoved());
}

async function removed(
  context: Context,
  statement: { text: string; values?: unknown[] },
  words: MailWords,
): Promise<boolean> {
  const [row] = await context.scope.query<{ done: boolean }>(statement);
  if (!row?.done) return false;
  await context.scope.query({ text: 'select heldwell.settle_factors()' });
  await tell(context, words);
  return true;
}

/** New recovery codes in the place of those there are; null for a person without a factor they could stand in for. */
export async function renewRecoveryCodes(context: Context): Promise<string[] | null> {
  const { personId } = await ownViewer(context);
  const [row] = await context.scope.query<{ any: boolean }>({
    text: 'select heldwell.settle_factors() as any',
  });
  if (!row?.any) return null;
  await tell(context, recoveryCodesRenewed());
  return newRecoveryCodes(context.scope, personId);
}

/** Asks the browser for a passkey, for one's own sign-in. */
export async function beginPasskey(context: Context): Promise<{ ticket: string; options: string }> {
  const { scope, services } = context;
  const viewer = await ownViewer(context);
  const person = {
    id: viewer.personId,
    email: await ownEmail(scope),
    name: `${viewer.givenName} ${viewer.familyName}`,
  };
  const question = await newPasskeyQuestion(context, person, await ownPasskeys(context));
  const ticket = await asSystem(services.database, 'begin to add a passkey', (manager) =>
    beginStep(statementsOf(manager, services.sealing), {
      purpose: 'PASSKEY_ADD',
      personId: viewer.personId,
      challenge: question.challenge,
    }),
  );
  return { ticket, options: JSON.stringify(question) };
}

/** The passkeys of who is signed in, as a browser is told of them. */
export const ownPasskeys = ({ scope }: Context): Promise<KnownPasskey[]> =>
  scope.query<KnownPasskey>({
    text: 'select credential_id, transports from heldwell.own_passkey order by added_at',
  });

/** Keeps a passkey the browser made. */
export async function addPasskey(
  context: Context,
  input: { ticket: string; passkey: string; name?: string | null },
): Promise<FactorOutcome> {
  const { scope, services } = context;
  const { personId } = await ownViewer(context);
  const step = await asSystem(services.database, 'finish adding a passkey', (manager) =>
    takeStep(statementsOf(manager, services.sealing), 'PASSKEY_ADD', input.ticket),
  );
  if (!step?.challenge || step.person_id !== personId) return { is: 'EXPIRED' };
  const made = await madePasskey(context, input.passkey, step.challenge);
  if (!made) return { is: 'WRONG' };
  const id = uuidv7();
  const name = input.name?.trim() || deviceWords(context.agent);
  const [row] = await scope.query<{ done: boolean }>({
    text: 'select heldwell.add_passkey($1, $2, $3, $4, $5, $6) as done',
    values: [
      ...[id, Buffer.from(made.id, 'base64url'), Buffer.from(made.publicKey), made.counter],
      ...[made.transports ?? [], await sealSaid(scope, { place: 'passkey.name', row: id }, name)],
    ],
  });
  if (!row?.done) return { is: 'WRONG' };
  await tell(context, passkeyAdded());
  return { is: 'ADDED', recoveryCodes: await firstCodes(context, personId) };
}
