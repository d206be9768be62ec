import { asSystem, type SystemRuns, statementsOf } from '../../platform/as-system.ts';
import type { Context, Services } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { enterAs, hashPassword, newPerson, passwordProblem, waitBefore } from '../sign-in/index.ts';
import { fulfil } from './fulfil-invitation.ts';
import type { AcceptInvitationInput, AcceptSignedInInput } from './invitation.inputs.ts';
import { type OpenInvitation, openInvitation } from './open-invitation.ts';

export type AcceptOutcome =
  | { is: 'ACCEPTED' }
  | { is: 'UNUSABLE' }
  | { is: 'REFUSED' }
  | { is: 'UNDER_16' }
  /** Signed in with another address than the invitation went to. */
  | { is: 'ANOTHER' }
  | { is: 'PASSWORD'; message: string }
  | { is: 'WAIT'; seconds: number };

const APPS = { CARE_FOR: 'CARER', TREAT: 'PROFESSIONAL', TAKE_UP_RECORD: 'PATIENT' } as const;
const appFor = (invitation: OpenInvitation) => APPS[invitation.kind];

/**
 * Takes an invitation up with a new sign-in. Exactly one use of a link succeeds, and all it brings about is stored
 * together. An address that has a sign-in is refused as a wrong password is: whoever has one accepts signed in.
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
  const problem = passwordProblem(input.password);
  if (problem) return { is: 'PASSWORD', message: problem };
  // One hash on every road, whether the address has a sign-in or not.
  const passwordHash = await hashPassword(input.password);
  const named = nameIn(invitation, input);
  let personId = '';
  const outcome = await carryOut(services, invitation, async (runs) => {
    const made = await newPerson(runs, {
      ...named,
      ...{ email: invitation.email, passwordHash, confirmed: invitation.sent_by === 'EMAIL' },
    });
    if (!made) return { is: 'REFUSED' };
    personId = made;
    return fulfilled(runs, invitation, { personId, ...named, birthDate: input.birthDate ?? null });
  });
  if (outcome.is !== 'ACCEPTED') return outcome;
  await enterAs(context, appFor(invitation), personId);
  tell(context, invitation);
  return outcome;
}

/** Takes an invitation up as the person signed in, who must have the address it went to. */
export async function acceptSignedIn(context: Context, input: AcceptSignedInInput): Promise<AcceptOutcome> {
  const { services } = context;
  const viewer = await context.scope.viewer();
  const invitation = await openInvitation(services, input.code);
  if (!invitation || !viewer || viewer.app !== appFor(invitation)) return { is: 'UNUSABLE' };
  const { personId, givenName, familyName } = viewer;
  const outcome = await carryOut(services, invitation, async (runs) => {
    const [own] = await runs.query<{ same: boolean }>({
      text: `with own as (update heldwell.person set email_confirmed_at = case when email_hash = $2 and $3
            then coalesce(email_confirmed_at, heldwell.now()) else email_confirmed_at end where id = $1 returning email_hash)
        select email_hash = $2 as same from own`,
      values: [personId, invitation.email_hash, invitation.sent_by === 'EMAIL'],
    });
    if (!own?.same) return { is: 'ANOTHER' };
    return fulfilled(runs, invitation, {
      ...{ personId, givenName, familyName },
      birthDate: input.birthDate ?? null,
    });
  });
  if (outcome.is !== 'ACCEPTED') return outcome;
  // The record may be theirs only now: the session is opened anew.
  if (context.credentials) await context.scope.signInAs(context.credentials);
  tell(context, invitation);
  return outcome;
}

/** Uses the link up and does the rest in one transaction; what does not end well leaves nothing behind. */
async function carryOut(
  services: Services,
  invitation: OpenInvitation,
  work: (runs: SystemRuns) => Promise<AcceptOutcome>,
): Promise<AcceptOutcome> {
  let outcome: AcceptOutcome = { is: 'UNUSABLE' };
  await asSystem(services.database, 'accept an invitation', async (manager) => {
    const runs = statementsOf(manager, services.sealing);
    if (await claim(runs, invitation)) outcome = await work(runs);
    if (outcome.is !== 'ACCEPTED') throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return outcome;
}

/** Undoes the transaction: the link's promise could not be kept, so it is not used up. */
class Undone extends Error {}

async function claim(runs: SystemRuns, invitation: OpenInvitation): Promise<boolean> {
  const rows = await runs.query<{ id: string }>({
    text: `with used as (update heldwell.invitation set accepted_at = heldwell.now()
       where patient_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null returning id)
     select id from used`,
    values: [invitation.patient_id, invitation.id],
  });
  return rows.length === 1;
}

async function fulfilled(
  runs: SystemRuns,
  invitation: OpenInvitation,
  accepting: Parameters<typeof fulfil>[2],
): Promise<AcceptOutcome> {
  const done = await fulfil(runs, invitation, accepting);
  return { is: done === 'DONE' ? 'ACCEPTED' : done };
}

/** A record's own name where staff made sure whose it is, else what the person says, else what the inviter wrote. */
function nameIn(
  invitation: OpenInvitation,
  said: { givenName?: string | null; familyName?: string | null },
): { givenName: string; familyName: string } {
  if (invitation.kind === 'TAKE_UP_RECORD' && invitation.vouched_by)
    return { givenName: invitation.given_name, familyName: invitation.family_name };
  const [first = invitation.name, ...rest] = invitation.name.trim().split(/\s+/);
  return {
    givenName: said.givenName?.trim() || first,
    familyName: said.familyName?.trim() || rest.join(' '),
  };
}

function tell({ scope }: Context, { patient_id: patient }: OpenInvitation): void {
  scope.publish({ channel: channels.access(patient), ids: { patient } });
}
