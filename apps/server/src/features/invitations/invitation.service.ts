import type { EntityManager } from 'typeorm';
import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { tokenHash } from '../../platform/secrets.ts';
import {
  type Entered,
  emailKey,
  ensurePerson,
  enterAfterPassword,
  enterAs,
  findPerson,
  hashPassword,
  passwordFits,
  passwordProblem,
  type StoredPerson,
  waitBefore,
} from '../sign-in/index.ts';
import { fulfil, type OpenInvitation } from './fulfil-invitation.ts';
import type { AcceptInvitationInput } from './invitation.inputs.ts';
import { openInvited } from './sealed-email.ts';

type InvitationRow = Omit<OpenInvitation, 'email'> & { email: Buffer };

const OPEN = `select i.*, coalesce(r.preferred_name, r.given_name) || ' ' || r.family_name as patient_name, r.given_name, r.family_name,
    exists (select from heldwell.person p where p.email_hash = i.email_hash) as has_sign_in
  from heldwell.invitation i join heldwell.patient r on r.id = i.patient_id
  where i.code_hash = $1 and i.sent_by <> 'LETTER' and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > heldwell.now()`;

/** Looks an invitation up by the code of its link. */
export function openInvitation(services: Services, code: string): Promise<OpenInvitation | undefined> {
  return asSystem(services.database, 'look up an invitation by its code', async (manager) => {
    const [row] = await manager.query<InvitationRow[]>(OPEN, [tokenHash(code)]);
    if (!row) return undefined;
    const runs = statementsOf(manager, services.sealing);
    const keys = await new SystemKeys(services.sealing, runs).ofSystem('PEOPLE');
    return { ...row, email: openInvited(keys, row.id, row.email) };
  });
}

export type AcceptOutcome =
  | Entered
  | { is: 'UNUSABLE' }
  | { is: 'REFUSED' }
  | { is: 'PASSWORD'; message: string }
  | { is: 'WAIT'; seconds: number };

/**
 * Takes an invitation up: with the password of an existing sign-in, else with one chosen now. Exactly one use of a
 * link succeeds, and all it brings about is stored together.
 */
export async function acceptInvitation(
  context: Context,
  input: AcceptInvitationInput,
): Promise<AcceptOutcome> {
  const { services } = context;
  const seconds = await waitBefore(services, 'address', context.address);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const invitation = await openInvitation(services, input.code);
  if (!invitation) return { is: 'UNUSABLE' };
  const person = await findPerson(services, invitation.email);
  const refusal = await refusalOf(services, { invitation, person, password: input.password });
  if (refusal) return refusal;
  const passwordHash = person ? '' : await hashPassword(input.password);
  const newcomer = { ...input, passwordHash };
  const personId = await asSystem(services.database, 'accept an invitation', (manager) =>
    carryOut({ manager, runs: statementsOf(manager, services.sealing) }, invitation, person?.id ?? newcomer),
  ).catch((error: unknown) => {
    if (error instanceof Unusable) return undefined;
    throw error;
  });
  if (!personId) return { is: 'UNUSABLE' };
  const entered = await enter(context, appFor(invitation), person ?? personId);
  const { patient_id: patient } = invitation;
  // Also where nobody is signed in yet: what is told goes out with this operation.
  await context.scope.viewer();
  context.scope.publish({ channel: channels.access(patient), ids: { patient } });
  return entered;
}

/** Whoever has a second factor shows it here too: the invitation is theirs already, and waits for them inside. */
async function enter(context: Context, app: AppName, who: StoredPerson | string): Promise<Entered> {
  if (typeof who !== 'string') return enterAfterPassword(context, app, who);
  await enterAs(context, app, who);
  return { is: 'SIGNED_IN' };
}

const APPS = { CARE_FOR: 'CARER', TREAT: 'PROFESSIONAL', TAKE_UP_RECORD: 'PATIENT' } as const;
const appFor = (invitation: OpenInvitation) => APPS[invitation.kind];

interface Claimant {
  invitation: OpenInvitation;
  person: StoredPerson | undefined;
  password: string;
}

/** Why this password does not open the invitation; null when it does. */
async function refusalOf(
  services: Services,
  { invitation, person, password }: Claimant,
): Promise<AcceptOutcome | null> {
  if (!person) {
    const problem = passwordProblem(password);
    return problem ? { is: 'PASSWORD', message: problem } : null;
  }
  const seconds = await waitBefore(services, 'email', emailKey(invitation.email));
  if (seconds > 0) return { is: 'WAIT', seconds };
  return (await passwordFits(person.password_hash, password)) ? null : { is: 'REFUSED' };
}

/** A transaction of the system, for statements and for services that seal. */
interface SystemWork {
  manager: EntityManager;
  runs: SystemRuns;
}

/** Uses the link up, makes the person if need be and does what it is for; all or nothing. Whose it is now. */
async function carryOut(
  system: SystemWork,
  invitation: OpenInvitation,
  who: string | Chosen,
): Promise<string> {
  const { manager } = system;
  if (!(await claim(manager, invitation))) throw new Unusable();
  const personId = typeof who === 'string' ? who : await newPerson(system.runs, invitation, who);
  if (!(await fulfil(system.runs, invitation, personId))) throw new Unusable();
  return personId;
}

/** Undoes the transaction: the link's promise could not be kept, so it is not used up. */
class Unusable extends Error {}

async function claim(manager: EntityManager, invitation: OpenInvitation): Promise<boolean> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `update heldwell.invitation set accepted_at = heldwell.now()
     where patient_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null returning id`,
    [invitation.patient_id, invitation.id],
  );
  return rows.length === 1;
}

interface Chosen {
  givenName?: string | null;
  familyName?: string | null;
  passwordHash: string;
}

function newPerson(runs: SystemRuns, invitation: OpenInvitation, chosen: Chosen): Promise<string> {
  const own = invitation.kind === 'TAKE_UP_RECORD';
  const [first = invitation.name, ...rest] = invitation.name.trim().split(/\s+/);
  const given = own ? invitation.given_name : chosen.givenName?.trim() || first;
  const family = own ? invitation.family_name : chosen.familyName?.trim() || rest.join(' ');
  const { email } = invitation;
  return ensurePerson(runs, {
    givenName: given,
    familyName: family,
    email,
    passwordHash: chosen.passwordHash,
  });
}
