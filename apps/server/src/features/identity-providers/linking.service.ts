import type { Context } from '../../platform/context.ts';
import { badInput } from '../../platform/problems.ts';
import { newToken } from '../../platform/secrets.ts';
import { postMail } from '../mail/index.ts';
import { ownEmail, ownViewer, signInUnlinked, waitBefore } from '../sign-in/index.ts';
import { linkedProviders } from './linked-providers.ts';
import { type Provider, providerByKey, signsInTo } from './relying-party/provider.ts';
import { RelyingParty } from './relying-party/relying-party.ts';
import type { Leaving } from './relying-party/under-way.ts';

const unknown = () => badInput([{ path: 'provider', code: 'NOT_FOUND' }]);

/** Where the browser goes to link another sign-in. */
export async function linkSignIn(context: Context, key: string): Promise<string> {
  const { personId } = await ownViewer(context);
  const provider = await providerByKey(context.services, key);
  if (!provider || signsInTo(provider) !== context.app) throw unknown();
  return leaveFor(context, provider, { linkingPersonId: personId });
}

/** Where the browser goes for the person to sign in anew, at a provider they are linked to and could come in by. */
export async function beginSignInAgain(
  context: Context,
  key: string,
): Promise<{ address: string } | { seconds: number }> {
  const { personId, sessionId } = await ownViewer(context);
  const provider = (await linkedProviders(context)).find((one) => one.key === key);
  if (!provider || signsInTo(provider) !== context.app) throw unknown();
  const seconds = await waitBefore(context.services, 'factor', personId);
  if (seconds > 0) return { seconds };
  return { address: await leaveFor(context, provider, { confirmingSessionId: sessionId }) };
}

/** Unlinks a sign-in; false where the person would have no way in any more. */
export async function unlinkSignIn(context: Context, key: string): Promise<boolean> {
  await ownViewer(context);
  const { scope } = context;
  const provider = (await linkedProviders(context)).find((one) => one.key === key);
  if (!provider) throw unknown();
  const [row] = await scope.query<{ done: boolean }>({
    text: 'select heldwell.unlink_identity($1) as done',
    values: [provider.issuer],
  });
  if (!row?.done) return false;
  await postMail(scope, { to: await ownEmail(scope), words: signInUnlinked() });
  return true;
}

async function leaveFor(
  context: Context,
  provider: Provider,
  way: Pick<Leaving, 'linkingPersonId' | 'confirmingSessionId'>,
): Promise<string> {
  const { services } = context;
  if (!services.providers) throw unknown();
  const browser = newToken();
  const party = new RelyingParty(services, services.providers);
  const address = await party.leave({ browser, provider, way: { ...way, app: signsInTo(provider) } });
  context.cookies.setBrowser?.(browser);
  return address.href;
}
