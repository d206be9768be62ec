import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import type { AppName, Viewer } from '../../platform/opened-session.ts';
import { newToken, tokenHash } from '../../platform/secrets.ts';

/** How long a session lasts in all, in seconds; the idle limits are in SQL (`heldwell.open_session`). */
const SESSION_SECONDS: Record<AppName, number> = {
  PATIENT: 43_200,
  CARER: 43_200,
  PROFESSIONAL: 36_000,
};

/** Starts a session and returns the cookie's value, which is stored nowhere. */
export async function startSession(manager: EntityManager, personId: string, app: AppName): Promise<string> {
  const token = newToken();
  await manager.query(
    `insert into heldwell.session (id, token_hash, person_id, app, started_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, heldwell.now(), heldwell.now(), heldwell.now() + make_interval(secs => $5))`,
    [uuidv7(), tokenHash(token), personId, app, SESSION_SECONDS[app]],
  );
  return token;
}

/** Makes this operation the new session's, and hands the cookie out when it has committed. */
export async function enterSession(context: Context, app: AppName, token: string): Promise<Viewer | null> {
  context.cookies.set(app, token, SESSION_SECONDS[app]);
  return context.scope.signInAs({ tokenHash: tokenHash(token), app });
}

/** Ends the session of this operation, with every stream it opened. */
export async function endSession(context: Context): Promise<boolean> {
  const viewer = await context.scope.viewer();
  if (context.app) context.cookies.clear(context.app);
  if (!viewer) return false;
  await context.scope.query({ text: 'select heldwell.end_session($1)', values: [viewer.sessionId] });
  context.scope.publish({ channel: channels.session(viewer.sessionId), ids: { ended: 1 } });
  return true;
}
