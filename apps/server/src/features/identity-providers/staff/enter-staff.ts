import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { channels } from '../../../platform/events.ts';
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
import type { Provider, StaffClaims } from '../relying-party/provider.ts';
import type { Said } from '../relying-party/relying-party.ts';
import type { UnderWay } from '../relying-party/under-way.ts';
import { placeOf } from './launch.ts';
import { followEmployer } from './memberships.ts';
import { type StaffMember, staffMember } from './staff-claims.ts';

interface Arrival {
  personId: string;
  belongs: boolean;
  /** Sessions they had where they left a team: streams of it end. */
  sessions: string[];
}

/** Signs a member of staff in by their employer's word, in the teams and role it names; or links it to the sign-in they have. */
export async function enterStaff(
  context: Context,
  { provider, underWay, said }: { provider: Provider; underWay: UnderWay; said: Said },
): Promise<Outcome> {
  const { services } = context;
  const known = memberOf(provider, said);
  if (typeof known === 'string') return problem(known);
  const identity = { issuer: provider.issuer, subject: said.claims.sub };
  const linking = underWay.linkingPersonId;
  if (linking && (await context.scope.viewer())?.personId !== linking) return problem('expired');
  const outcome = await asSystem(
    services.database,
    'sign in staff by their employer’s word',
    async (manager) => {
      const runs = statementsOf(manager, services.sealing);
      const arrival = await arrive(runs, { ...known, identity, linking });
      if (typeof arrival === 'string') return arrival;
      const who = { app: 'PROFESSIONAL', personId: arrival.personId, fresh: said.justNow } as const;
      const enter = arrival.belongs && (await beginSession(context, manager, who));
      return { ...arrival, enter };
    },
  );
  if (typeof outcome === 'string') return problem(outcome);
  if (outcome.enter) await outcome.enter();
  judgeAgain(context, outcome.sessions);
  if (!outcome.enter) return problem('no-team');
  return arrived(underWay.target ? await placeOf(context, underWay.target) : '/professional/');
}

/** What an employer says of somebody, and how it says it. */
export interface KnownMember {
  member: StaffMember;
  staff: StaffClaims;
}

/** Whom an employer's claims are about; why not, where they are of nobody who may work here. */
export function memberOf({ staff }: Provider, said: Said): KnownMember | SignInProblem {
  const member = staff && staffMember(said.claims, staff);
  if (member === 'OTHER_ORGANISATION') return 'other-organisation';
  return staff && member ? { staff, member } : 'incomplete';
}

/** Has open sessions of somebody who left a team judged again, so that streams of it end. */
export function judgeAgain({ scope }: Context, sessions: readonly string[]): void {
  for (const session of sessions) scope.publish({ channel: channels.session(session), ids: { left: 1 } });
}

interface Arriving extends KnownMember {
  identity: Identity;
  /** Who links the identity to the sign-in they have. */
  linking: string | null;
}

async function arrive(runs: SystemRuns, arriving: Arriving): Promise<Arrival | SignInProblem> {
  const { identity, member, staff, linking } = arriving;
  await holdIdentity(runs, identity);
  const known = await personOf(runs, identity);
  if (known?.disabled) return 'failed';
  if (known && linking && known.id !== linking) return 'linked-already';
  const personId = known?.id ?? linking ?? (await newPerson(runs, member));
  if (!personId) return member.email ? 'email-taken' : 'no-email';
  if (!known && !(await linkIdentity(runs, identity, personId))) return 'linked-already';
  if (!known && linking) await tellLinked(runs, personId);
  return followed(runs, personId, { member, staff });
}

/** Makes memberships of somebody what their employer says now. */
export async function followed(
  runs: SystemRuns,
  personId: string,
  { member, staff: { organisationId } }: KnownMember,
): Promise<Arrival> {
  const { belongs, left } = await followEmployer(runs, personId, { organisationId, member });
  return { personId, belongs, sessions: left.length > 0 ? await openSessions(runs, personId) : [] };
}

const newPerson = (runs: SystemRuns, { email, givenName, familyName }: StaffMember) =>
  email ? makePerson(runs, { email, givenName, familyName }) : Promise.resolve(null);

async function openSessions(runs: SystemRuns, personId: string): Promise<string[]> {
  const rows = await runs.query<{ id: string }>({
    text: `select id from heldwell.session where person_id = $1 and app = 'PROFESSIONAL' and ended_at is null
      and expires_at > heldwell.now()`,
    values: [personId],
  });
  return rows.map(({ id }) => id);
}
