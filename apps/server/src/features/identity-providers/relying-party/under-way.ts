import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Services } from '../../../platform/context.ts';
import type { AppName } from '../../../platform/opened-session.ts';
import { Sealed } from '../../../platform/sealing/sealed.ts';
import { ofPeople } from '../../../platform/sealing/system-key.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import { derive, newToken, tokenHash } from '../../../platform/secrets.ts';

/** The patient and page somebody is to arrive at. */
export interface LaunchTarget {
  /** An NHS number or the id of a record, as it was written. */
  patient: string;
  page: string;
}

/** Whoever is signed in already and shows again who they are: the session that asked, and whose it is. */
export interface Confirming {
  sessionId: string;
  personId: string;
}

/** Why a sign-in goes out to a provider. */
export interface Leaving {
  provider: string;
  app: AppName;
  /** Who links an identity to the sign-in they have. */
  linkingPersonId?: string | null;
  /** The session that is to be confirmed, and nothing else. */
  confirmingSessionId?: string | null;
  target?: LaunchTarget | null;
  /** The provider was asked to show nothing. */
  silent?: boolean;
}

/** A sign-in that went out to a provider and has come back. */
export interface UnderWay {
  provider: string;
  app: AppName;
  linkingPersonId: string | null;
  confirming: Confirming | null;
  target: LaunchTarget | null;
  silent: boolean;
  startedAt: Date;
}

/** What only this installation can make of a state: nothing of it is stored. */
export const secretsOf = (services: Services, state: string): { nonce: string; verifier: string } => ({
  nonce: derive(services.secret, `nonce of a sign-in ${state}`),
  verifier: derive(services.secret, `verifier of a sign-in ${state}`),
});

const MINUTES = 10;
const placeOf = (stateHash: Buffer) => ofPeople('provider_sign_in.target', stateHash.toString('hex'));

/** Notes that a browser leaves for a provider; the state it is to come back with. */
export async function noteLeaving(services: Services, browser: string, leaving: Leaving): Promise<string> {
  const state = newToken();
  const { linkingPersonId = null, confirmingSessionId = null, silent = false } = leaving;
  await asSystem(services.database, 'note a sign-in that goes out to a provider', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    const target = leaving.target && (await sealed(runs, tokenHash(state), leaving.target));
    await manager.query(
      `delete from heldwell.provider_sign_in where expires_at < heldwell.now() - interval '1 day'`,
    );
    await manager.query(
      `insert into heldwell.provider_sign_in (state_hash, browser_hash, provider, app, linking_person_id,
         confirming_session_id, target, silent, started_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, heldwell.now(), heldwell.now() + make_interval(mins => ${MINUTES}))`,
      [
        ...[tokenHash(state), tokenHash(browser), leaving.provider, leaving.app, linkingPersonId],
        ...[confirmingSessionId, target ?? null, silent],
      ],
    );
  });
  return state;
}

async function sealed(runs: SystemRuns, stateHash: Buffer, target: LaunchTarget): Promise<Buffer> {
  const keys = await new SystemKeys(runs.sealing, runs).ofSystem('PEOPLE');
  return keys.seal(placeOf(stateHash), JSON.stringify(target));
}

interface Row {
  provider: string;
  app: AppName;
  linking_person_id: string | null;
  confirming_session_id: string | null;
  confirming_person_id: string | null;
  target: Buffer | null;
  silent: boolean;
  started_at: Date;
}

/** What comes back: with which state, from which provider, to which browser. */
export interface Return {
  state: string;
  provider: string;
  browser: string;
}

/** The sign-in that comes back, once and in time, to the browser it left; null for everything else. */
export async function takeReturn(services: Services, returned: Return): Promise<UnderWay | null> {
  const stateHash = tokenHash(returned.state);
  return asSystem(services.database, 'take a sign-in that comes back', async (manager) => {
    const [[row]] = await manager.query<[Row[], number]>(
      `update heldwell.provider_sign_in set used_at = heldwell.now()
       where state_hash = $1 and browser_hash = $2 and provider = $3 and used_at is null and expires_at > heldwell.now()
       returning provider, app, linking_person_id, confirming_session_id, target, silent, started_at,
         (select s.person_id from heldwell.session s where s.id = confirming_session_id) as confirming_person_id`,
      [stateHash, tokenHash(returned.browser), returned.provider],
    );
    if (!row) return null;
    const { provider, app, silent, confirming_session_id: sessionId, confirming_person_id: personId } = row;
    const keys = await new SystemKeys(services.sealing, statementsOf(manager, services.sealing)).ofSystem(
      'PEOPLE',
    );
    const target =
      row.target && (JSON.parse(keys.open(new Sealed(row.target, placeOf(stateHash)))) as LaunchTarget);
    const confirming = sessionId && personId ? { sessionId, personId } : null;
    const linkingPersonId = row.linking_person_id;
    return { provider, app, silent, target, linkingPersonId, confirming, startedAt: row.started_at };
  });
}
