import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import type { AppName, Viewer } from '../../../platform/opened-session.ts';
import { sealSaid } from '../../../platform/sealing/said-of-access.ts';
import { newToken, tokenHash } from '../../../platform/secrets.ts';
import { deviceWords } from './device-words.ts';

/** How long a session lasts in all, in seconds; the idle limits are in SQL (`heldwell.idle_limit`). */
const SESSION_SECONDS: Record<AppName, number> = {
  PATIENT: 43_200,
  CARER: 43_200,
  PROFESSIONAL: 36_000,
};

interface NewSession {
  id: string;
  personId: string;
  app: AppName;
  device: Buffer | null;
  fresh: boolean;
}

async function insertSession(manager: EntityManager, { id, personId, app, device, fresh }: NewSession) {
  const token = newToken();
  await manager.query(
    `insert into heldwell.session (id, token_hash, person_id, app, started_at, last_seen_at, expires_at, device, begun_fresh)
     values ($1, $2, $3, $4, heldwell.now(), heldwell.now(), heldwell.now() + make_interval(secs => $5), $6, $7)`,
    [id, tokenHash(token), personId, app, SESSION_SECONDS[app], device, fresh],
  );
  return token;
}

/**
 * Holds a person until this transaction ends; false where they may not sign in. Every road to a session holds its person before
 * it judges what it was shown, and whatever takes a way in away holds them too: so no session begins by a way that is gone.
 */
export async function holdPerson(runs: SystemRuns, personId: string): Promise<boolean> {
  const held = await runs.query({
    text: 'select from heldwell.person p where p.id = $1 and p.disabled_at is null for no key update',
    values: [personId],
  });
  return held.length === 1;
}

/** Starts a session on a device nobody knows and returns the cookie's value, which is stored nowhere. */
export const startSession = (manager: EntityManager, personId: string, app: AppName): Promise<string> =>
  insertSession(manager, { id: uuidv7(), personId, app, device: null, fresh: true });

/**
 * The same on the device that asks, which its person finds in the list of their sessions. `fresh` is false where they did
 * not show just now who they are: weighty acts then ask for it however young the session is.
 */
export async function startSessionHere(
  context: Context,
  manager: EntityManager,
  { fresh = true, ...who }: { personId: string; app: AppName; fresh?: boolean },
): Promise<string> {
  const id = uuidv7();
  const runs = statementsOf(manager, context.services.sealing);
  const device = await sealSaid(runs, { place: 'session.device', row: id }, deviceWords(context.agent));
  return insertSession(manager, { id, ...who, device, fresh });
}

/** Makes this operation the new session's, and hands the cookie out when it has committed. */
export async function enterSession(context: Context, app: AppName, token: string): Promise<Viewer | null> {
  context.cookies.set(app, token, SESSION_SECONDS[app]);
  return context.scope.signInAs({ tokenHash: tokenHash(token), app });
}

/**
 * Signs in, within this operation, a person whom another door has proved: starts their session and sets its cookie. The
 * door stands at the beginning of its operation; what it did itself it did as the system (`RequestScope.signInAs`).
 */
export async function enterAs(context: Context, app: AppName, personId: string): Promise<Viewer | null> {
  const token = await asSystem(context.services.database, 'start a session', (manager) =>
    startSessionHere(context, manager, { personId, app }),
  );
  return enterSession(context, app, token);
}

/** Goes on under a new cookie; the old one, and all it opened, ends. For the moment a secret of the person has changed. */
export async function renewSession({ scope, cookies, agent }: Context): Promise<void> {
  const viewer = await scope.viewer();
  if (!viewer) return;
  const [token, id] = [newToken(), uuidv7()];
  const device = await sealSaid(scope, { place: 'session.device', row: id }, deviceWords(agent));
  const [row] = await scope.query<{ seconds: number }>({
    text: 'select heldwell.renew_own_session($1, $2, $3) as seconds',
    values: [id, tokenHash(token), device],
  });
  if (row && viewer.app !== 'PARTNER') cookies.set(viewer.app, token, row.seconds);
}

/** Ends the session of this operation, with every stream it opened: the database tells every process. */
export async function endSession(context: Context): Promise<boolean> {
  const viewer = await context.scope.viewer();
  if (context.app) context.cookies.clear(context.app);
  if (!viewer) return false;
  await context.scope.query({ text: 'select heldwell.end_session($1)', values: [viewer.sessionId] });
  return true;
}
