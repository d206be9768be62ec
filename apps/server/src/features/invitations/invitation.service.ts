import type { EntityManager } from 'typeorm';
import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { tokenHash } from '../../platform/secrets.ts';
import { effectiveLabels, giveGrant, type PrivacyLabel, type Right } from '../consent/index.ts';
import {
  emailKey,
  ensurePerson,
  enterSession,
  findPerson,
  hashPassword,
  passwordFits,
  passwordProblem,
  type StoredPerson,
  startSession,
  waitBefore,
} from '../sign-in/index.ts';
import type { AcceptInvitationInput } from './invitation.inputs.ts';
import { openInvited } from './sealed-email.ts';

/** An invitation that can be used now. */
export interface OpenInvitation {
  patient_id: string;
  id: string;
  kind: 'TAKE_UP_RECORD' | 'CARE_FOR';
  name: string;
  email: string;
  relationship: string | null;
  labels: PrivacyLabel[];
  rights: Right[];
  invited_by: string;
  invited_by_person: string | null;
  organisation_name: string | null;
  expires_at: Date;
  patient_name: string;
  given_name: string;
  family_name: string;
  has_sign_in: boolean;
}

type InvitationRow = Omit<OpenInvitation, 'email'> & { email: Buffer };

const OPEN = `select i.*, coalesce(r.preferred_name, r.given_name) || ' ' || r.family_name as patient_name, r.given_name, r.family_name,
    exists (select from heldwell.person p where p.email_hash = i.email_hash) as has_sign_in
  from heldwell.invitation i join heldwell.patient r on r.id = i.patient_id
  where i.code_hash = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > heldwell.now()`;

/** Looks an invitation up by the code of its link. */
export function openInvitation(services: Services, code: string): Promise<OpenInvitation | undefined> {
  return asSystem(services.database, 'look up an invitation by its code', async (manager) => {
    const [row] = await manager.query<InvitationRow[]>(OPEN, [tokenHash(code)]);
    if (!row) return undefined;
    const keys = new SystemKeys(services.sealing, statementsOf(manager, services.sealing));
    await keys.ofRecords([row.patient_id]);
    return { ...row, email: openInvited(keys, { patient: row.patient_id, row: row.id }, row.email) };
  });
}

export type AcceptOutcome =
  | { is: 'ACCEPTED' }
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
  const token = await asSystem(services.database, 'accept an invitation', (manager) =>
    carryOut({ manager, runs: statementsOf(manager, services.sealing) }, invitation, person?.id ?? newcomer),
  ).catch((error: unknown) => {
    if (error instanceof Unusable) return undefined;
    throw error;
  });
  if (!token) return { is: 'UNUSABLE' };
  await enterSession(context, appFor(invitation), token);
  const { patient_id: patient } = invitation;
  context.scope.publish({ channel: channels.access(patient), ids: { patient } });
  return { is: 'ACCEPTED' };
}

const appFor = (invitation: OpenInvitation) => (invitation.kind === 'CARE_FOR' ? 'CARER' : 'PATIENT');

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

/** Uses the link up, makes the person if need be, does what it is for and starts their session; all or nothing. */
async function carryOut(
  system: SystemWork,
  invitation: OpenInvitation,
  who: string | Chosen,
): Promise<string> {
  const { manager } = system;
  if (!(await claim(manager, invitation))) throw new Unusable();
  const personId = typeof who === 'string' ? who : await newPerson(system.runs, invitation, who);
  const fulfil = invitation.kind === 'CARE_FOR' ? becomeCarer : takeUpRecord;
  if (!(await fulfil(system, invitation, personId))) throw new Unusable();
  return startSession(manager, personId, appFor(invitation));
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

async function takeUpRecord(
  { manager }: SystemWork,
  invitation: OpenInvitation,
  personId: string,
): Promise<boolean> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `update heldwell.patient set person_id = $2 where id = $1 and person_id is null
       and not exists (select from heldwell.patient other where other.person_id = $2) returning id`,
    [invitation.patient_id, personId],
  );
  return rows.length === 1;
}

async function becomeCarer(
  { manager, runs }: SystemWork,
  invitation: OpenInvitation,
  personId: string,
): Promise<boolean> {
  const [held] = await manager.query<{ held: boolean }[]>(
    `select exists (select from heldwell.grant_in_force g where g.patient_id = $1 and g.grantee_id = $2 and g.thread_id is null)
       or exists (select from heldwell.patient p where p.id = $1 and p.person_id = $2) as held`,
    [invitation.patient_id, personId],
  );
  if (held?.held) return false;
  await manager.query(
    `insert into heldwell.carer (patient_id, person_id, display_name, relationship, since)
     select $1, p.id, p.given_name || ' ' || p.family_name, $3, heldwell.now() from heldwell.person p where p.id = $2
     on conflict (patient_id, person_id) do update set relationship = excluded.relationship, since = excluded.since`,
    [invitation.patient_id, personId, invitation.relationship],
  );
  await giveGrant(
    runs,
    {
      patient_id: invitation.patient_id,
      grantee_kind: 'CARER',
      grantee_id: personId,
      grantee_name: invitation.name,
      labels: effectiveLabels(invitation.labels),
      rights: invitation.rights,
      thread_id: null,
      basis: 'PATIENT_CHOICE',
      valid_until: null,
    },
    { name: invitation.invited_by, personId: invitation.invited_by_person, reason: 'Invitation accepted' },
  );
  return true;
}
