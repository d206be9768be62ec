import type { EntityManager } from 'typeorm';
import type { Context } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { enterSession, startSession } from '../sign-in/index.ts';

/** A session of somebody a provider has vouched for, begun with what made them known; entered when that has committed. */
export function beginSession(
  manager: EntityManager,
  app: AppName,
  personId: string,
): Promise<(context: Context) => Promise<void>> {
  return startSession(manager, personId, app).then((token) => async (context) => {
    await enterSession(context, app, token);
  });
}
