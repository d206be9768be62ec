import type { EntityManager } from 'typeorm';
import type { Context } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { enterSession, startSessionHere } from '../sign-in/index.ts';

/**
 * A session of somebody a provider has vouched for, begun with what made them known; entered when that has committed.
 * `fresh` says whether they signed in there just now, and not some time before.
 */
export async function beginSession(
  context: Context,
  manager: EntityManager,
  who: { app: AppName; personId: string; fresh: boolean },
): Promise<() => Promise<void>> {
  const token = await startSessionHere(context, manager, who);
  return async () => {
    await enterSession(context, who.app, token);
  };
}
