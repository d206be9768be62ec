import type { EntityManager } from 'typeorm';
import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Context, Services } from '../../../platform/context.ts';
import { channels } from '../../../platform/events.ts';
import { isOldEnough } from '../../registration/index.ts';
import { type NationalClaims, nationalClaims, type ProvedPerson } from '../claims.ts';
import { beginSession } from '../enter.ts';
import {
  holdIdentity,
  type Identity,
  linkIdentity,
  makePerson,
  personOf,
  tellLinked,
} from '../person-identity.ts';
import { arrived, type Outcome, problem, type SignInProblem } from '../problems.ts';
import type { Provider } from '../relying-party/provider.ts';
import type { Said } from '../relying-party/relying-party.ts';
import type { UnderWay } from '../relying-party/under-way.ts';
import { type TakeUp, takeUpByProof } from './take-up.ts';
import { decidedOf, storeWaiting, takeUpAsDecided, type Waiting, waitsNoMore } from './waiting.ts';

/** Undoes the transaction: nothing of a sign-in that did not succeed is stored. */
class Refused extends Error {
  readonly why: SignInProblem;
  /** What staff have to look at, where they do. */
  readonly waits: Extract<TakeUp, { is: 'WAITS' }> | undefined;
  constructor(why: SignInProblem, waits?: Extract<TakeUp, { is: 'WAITS' }>) {
    super(why);
    this.why = why;
    this.waits = waits;
  }
}

interface Coming {
  identity: Identity;
  claims: NationalClaims;
  now: Date;
  /** Whether they signed in there just now. */
  justNow: boolean;
}

/** Signs somebody in whom a national sign-in knows, takes up or makes their record, or links it to the sign-in they have. */
export async function enterNational(
  context: Context,
  { provider, underWay, said }: { provider: Provider; underWay: UnderWay; said: Said },
): Promise<Outcome> {
  const { services } = context;
  const claims = nationalClaims(said.claims, said.asked);
  if (!claims) return problem('prove');
  const identity = { issuer: provider.issuer, subject: said.claims.sub };
  const coming = { identity, claims, now: services.clock(), justNow: said.justNow };
  const linking = underWay.linkingPersonId;
  try {
    return await (linking ? link(context, coming, linking) : signIn(context, coming));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.waits && claims.proved)
      await noteWaiting(services, { identity, proved: claims.proved, personId: linking, why: error.waits });
    return problem(error.why);
  }
}

async function signIn(context: Context, coming: Coming): Promise<Outcome> {
  const { services } = context;
  const { enter, record } = await asSystem(
    services.database,
    'sign in somebody a national sign-in knows',
    async (manager) => {
      const runs = statementsOf(manager, services.sealing);
      await holdIdentity(runs, coming.identity);
      const known = await personOf(runs, coming.identity);
      if (known?.disabled) throw new Refused('failed');
      const made = known ? await knownAgain(runs, known.id, coming) : await firstTime(runs, coming);
      const who = { app: 'PATIENT', personId: made.personId, fresh: coming.justNow } as const;
      return { record: made.record, enter: await beginSession(context, manager, who) };
    },
  );
  await enter();
  if (record?.is !== 'TAKEN_UP') return arrived('/patient/');
  context.scope.publish({ channel: channels.access(record.patient), ids: { patient: record.patient } });
  return arrived(record.first ? '/patient/sharing/check' : '/patient/');
}

interface Made {
  personId: string;
  record: TakeUp | null;
}

/** Somebody linked comes back. With proof, a record they do not have yet is looked for; without, none is. */
async function knownAgain(runs: SystemRuns, personId: string, { claims, now }: Coming): Promise<Made> {
  const { proved } = claims;
  if (!proved || !isOldEnough(proved.birthDate, now)) return { personId, record: null };
  return { personId, record: await takeUpByProof(runs, personId, proved) };
}

async function firstTime(runs: SystemRuns, coming: Coming): Promise<Made> {
  const proved = provedOrRefused(coming);
  const { email, givenName, familyName } = proved;
  if (!email) throw new Refused('no-email');
  const personId = await makePerson(runs, { email, givenName: givenName ?? '', familyName });
  if (!personId) throw new Refused('email-taken');
  return { personId, record: await linkAndTakeUp(runs, coming, { personId, proved }) };
}

function provedOrRefused({ claims, now }: Coming): ProvedPerson {
  if (claims.level !== 'P9') throw new Refused('prove');
  if (!claims.proved) throw new Refused('incomplete');
  if (!isOldEnough(claims.proved.birthDate, now)) throw new Refused('under-16');
  return claims.proved;
}

async function linkAndTakeUp(
  runs: SystemRuns,
  { identity }: Coming,
  { personId, proved }: { personId: string; proved: ProvedPerson },
): Promise<TakeUp> {
  const decided = await decidedOf(runs, identity);
  const record = decided
    ? await takeUpAsDecided(runs, decided, { personId, proved })
    : await takeUpByProof(runs, personId, proved);
  if (record.is === 'HAS_SIGN_IN') throw new Refused('has-sign-in');
  if (record.is === 'NOT_THEIRS') throw new Refused('not-yours');
  if (record.is === 'WAITS') throw new Refused('waits', record);
  if (!(await linkIdentity(runs, identity, personId))) throw new Refused('linked-already');
  await waitsNoMore(runs, identity);
  return record;
}

/** Links the identity to the sign-in somebody has, if the record they have is that person's. */
async function link(context: Context, coming: Coming, personId: string): Promise<Outcome> {
  const { services } = context;
  const viewer = await context.scope.viewer();
  // Who began it is still who is here.
  if (viewer?.personId !== personId) return problem('expired');
  const proved = provedOrRefused(coming);
  await asSystem(
    services.database,
    'link a national sign-in to a sign-in here',
    async (manager: EntityManager) => {
      const runs = statementsOf(manager, services.sealing);
      await holdIdentity(runs, coming.identity);
      const known = await personOf(runs, coming.identity);
      if (known && known.id !== personId) throw new Refused('linked-already');
      await linkAndTakeUp(runs, coming, { personId, proved });
      if (!known) await tellLinked(runs, personId);
    },
  );
  return arrived('/patient/more/sign-in-elsewhere?linked=1');
}

/** In a transaction of its own: that of the sign-in was undone. */
async function noteWaiting(services: Services, waiting: Waiting): Promise<void> {
  await asSystem(services.database, 'note somebody whom staff have to match', (manager) =>
    storeWaiting(statementsOf(manager, services.sealing), waiting),
  );
}
