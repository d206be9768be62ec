import type { EntityManager } from 'typeorm';
import { asSystem, statementsOf } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import { badInput } from '../../platform/problems.ts';
import { SystemKeys } from '../../platform/sealing/system-keys.ts';
import { tokenHash } from '../../platform/secrets.ts';
import { ensureMember, ensureOfficer } from '../organisations/index.ts';
import {
  emailKey,
  ensurePerson,
  findPerson,
  hashPassword,
  ownViewer,
  passwordFits,
  passwordProblem,
  type StoredPerson,
  waitBefore,
} from '../sign-in/index.ts';
import type { AcceptStaffInvitationInput } from './office.inputs.ts';
import { said } from './office.service.ts';
import type { Office } from './office.type.ts';
import { openInvited } from './staff-invitations.service.ts';

interface Opened {
  id: string;
  organisation_id: string;
  team_id: string | null;
  role: 'MEMBER' | 'COORDINATOR' | 'MANAGER' | null;
  office: Office | null;
  job_title: string | null;
  email: string;
  email_hash: Buffer;
  invited_by: string;
  organisation_name: string;
  team_name: string | null;
  has_sign_in: boolean;
}

const OPEN = `select i.*, o.name as organisation_name, t.name as team_name,
    exists (select from heldwell.person p where p.email_hash = i.email_hash) as has_sign_in
  from heldwell.staff_invitation i join heldwell.organisation o on o.id = i.organisation_id
    left join heldwell.team t on t.id = i.team_id
  where i.code_hash = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > heldwell.now()`;

/** Looks an invitation up by the code of its link. */
export function openStaffInvitation(services: Services, code: string): Promise<Opened | undefined> {
  return asSystem(services.database, 'look up an invitation of staff by its code', async (manager) => {
    const [row] = await manager.query<(Omit<Opened, 'email'> & { email: Buffer })[]>(OPEN, [tokenHash(code)]);
    if (!row) return undefined;
    const keys = await new SystemKeys(services.sealing, statementsOf(manager, services.sealing)).ofSystem(
      'PEOPLE',
    );
    return { ...row, email: openInvited(keys, row.id, row.email) };
  });
}

export type StaffAcceptOutcome =
  | { is: 'ACCEPTED' }
  | { is: 'UNUSABLE' }
  | { is: 'REFUSED' }
  /** Signed in with another address than the invitation went to. */
  | { is: 'ANOTHER' }
  | { is: 'PASSWORD'; message: string }
  | { is: 'WAIT'; seconds: number };

/**
 * Takes an invitation up; exactly one use of a link succeeds. It signs nobody in: whoever has a second factor still
 * shows it, at the door that everybody uses.
 */
export async function acceptStaffInvitation(
  context: Context,
  input: AcceptStaffInvitationInput,
): Promise<StaffAcceptOutcome> {
  const { services } = context;
  const seconds = await waitBefore(services, 'address', context.address);
  if (seconds > 0) return { is: 'WAIT', seconds };
  const invitation = await openStaffInvitation(services, input.code);
  if (!invitation) return { is: 'UNUSABLE' };
  const person = await findPerson(services, invitation.email);
  // Somebody who is known and may not sign in any more takes nothing up.
  if (!person && invitation.has_sign_in) return { is: 'UNUSABLE' };
  const names = namesOf(input);
  const refusal = person
    ? await refusalOf(services, { person, email: invitation.email, password: input.password })
    : refusalOfNewcomer(input.password, names.faults);
  if (refusal) return refusal;
  const passwordHash = person ? '' : await hashPassword(input.password);
  const done = await asSystem(services.database, 'take up an invitation of staff', async (manager) => {
    if (!(await claim(manager, invitation.id))) return false;
    const newcomer = { ...names, email: invitation.email, passwordHash };
    const made = () => ensurePerson(statementsOf(manager, services.sealing), newcomer);
    await begin(manager, invitation, person?.id ?? (await made()));
    return true;
  });
  return done ? { is: 'ACCEPTED' } : { is: 'UNUSABLE' };
}

/** Takes an invitation up as the person signed in, in the professionals' app, who must have the address it went to. */
export async function acceptStaffSignedIn(context: Context, code: string): Promise<StaffAcceptOutcome> {
  const { services } = context;
  const { personId } = await ownViewer(context);
  const invitation = await openStaffInvitation(services, code);
  if (!invitation) return { is: 'UNUSABLE' };
  return asSystem(
    services.database,
    'take up an invitation of staff as who is signed in',
    async (manager) => {
      const [own] = await manager.query<{ same: boolean }[]>(
        'select email_hash = $2 as same from heldwell.person where id = $1',
        [personId, invitation.email_hash],
      );
      if (!own?.same) return { is: 'ANOTHER' };
      if (!(await claim(manager, invitation.id))) return { is: 'UNUSABLE' };
      await begin(manager, invitation, personId);
      return { is: 'ACCEPTED' };
    },
  );
}

interface Claimant {
  person: StoredPerson;
  email: string;
  password: string;
}

async function refusalOf(
  services: Services,
  { person, email, password }: Claimant,
): Promise<StaffAcceptOutcome | null> {
  const seconds = await waitBefore(services, 'email', emailKey(email));
  if (seconds > 0) return { is: 'WAIT', seconds };
  return (await passwordFits(person.password_hash, password)) ? null : { is: 'REFUSED' };
}

function refusalOfNewcomer(
  password: string,
  faults: { path: string; code: string }[],
): StaffAcceptOutcome | null {
  const problem = passwordProblem(password);
  if (problem) return { is: 'PASSWORD', message: problem };
  if (faults.length > 0) throw badInput(faults);
  return null;
}

function namesOf(input: AcceptStaffInvitationInput) {
  const givenName = said(input.givenName) ?? '';
  const familyName = said(input.familyName) ?? '';
  const faults = Object.entries({ givenName, familyName })
    .filter(([, name]) => name === '')
    .map(([path]) => ({ path, code: 'NOT_BLANK' }));
  return { givenName, familyName, faults };
}

async function claim(manager: EntityManager, id: string): Promise<boolean> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `update heldwell.staff_invitation set accepted_at = heldwell.now()
     where id = $1 and accepted_at is null and withdrawn_at is null and expires_at > heldwell.now() returning id`,
    [id],
  );
  return rows.length === 1;
}

/** Puts somebody to work: their team, their office, their answered address, and a line in the history. */
async function begin(manager: EntityManager, invitation: Opened, personId: string): Promise<void> {
  const { team_id: teamId, role, office, organisation_id: organisationId } = invitation;
  await manager.query(
    'update heldwell.person set email_confirmed_at = coalesce(email_confirmed_at, heldwell.now()) where id = $1',
    [personId],
  );
  if (teamId && role) {
    await ensureMember(manager, { teamId, personId, role, jobTitle: invitation.job_title ?? undefined });
  }
  if (office) await ensureOfficer(manager, { organisationId, personId, office });
  await manager.query(
    `insert into heldwell.office_change (organisation_id, team_id, at, by_person, by_name, kind, subject, was, became)
     select $1, $2, heldwell.now(), p.id, p.given_name || ' ' || p.family_name, 'MEMBER_JOINED',
            p.given_name || ' ' || p.family_name, null, $4 from heldwell.person p where p.id = $3`,
    [organisationId, teamId, personId, [role, office].filter(Boolean).join(', ')],
  );
}
