import { asSystem } from '../../platform/as-system.ts';
import type { Context } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { enterSession, startSession } from '../sign-in/index.ts';

/** Starts a session of a person whom a door has proved, in this operation, and sets the cookie. */
export async function enterAs(context: Context, app: AppName, personId: string): Promise<void> {
  const token = await asSystem(context.services.database, 'start a session of a proved person', (manager) =>
    startSession(manager, personId, app),
  );
  await enterSession(context, app, token);
}
