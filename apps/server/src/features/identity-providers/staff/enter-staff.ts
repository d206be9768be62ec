import { asSystem, type SystemRuns, statementsOf } from '../../../platform/as-system.ts';
import type { Context } from '../../../platform/context.ts';
import { channels } from '../../../platform/events.ts';
import { beginSession } from '../enter.ts';
import { holdIdentity, type Identity, linkIdentity, makePerson, personOf } from '../person-identity.ts';
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
  const { staff } = provider;
  const member = staff && staffMember(said.claims, staff);
  if (member === 'OTHER_ORGANISATION') return problem('other-organisation');
  if (!staff || !member) return problem('incomplete');
  const identity = { issuer: provider.issuer, subject: said.claims.sub };
  const linking = underWay.linkingPersonId;
  if (linking && (await context.scope.viewer())?.personId !== linking) return problem('expired');
  const outcome = await asSystem(
    services.database,
    'sign in staff by their employer’s word',
    async (manager) => {
      const runs = statementsOf(manager, services.sealing);
      const arrival = await arrive(runs, { identity, member, staff, linking });
      if (typeof arrival === 'string') return arrival;
      const enter = arrival.belongs && (await beginSession(manager, 'PROFESSIONAL', arrival.personId));
      return { ...arrival, enter };
    },
  );
  if (typeof outcome === 'string') return problem(outcome);
  if (outcome.enter) await outcome.enter(context);
  for (const session of outcome.sessions)
    context.scope.publish({ channel: channels.session(session), ids: { left: 1 } });
  if (!outcome.enter) return problem('no-team');
  return arrived(underWay.target ? await placeOf(context, underWay.target) : '/professional/');
}

interface Arriving {
  identity: Identity;
  member: StaffMember;
  staff: StaffClaims;
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
  const { organisationId } = staff;
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
