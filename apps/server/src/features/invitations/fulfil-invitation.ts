import type { SystemRuns } from '../../platform/as-system.ts';
import { effectiveLabels, giveGrant, type PrivacyLabel, type Right } from '../consent/index.ts';
import type { InvitationKind } from './invitation-kind.ts';

/** An invitation that can be used now. */
export interface OpenInvitation {
  patient_id: string;
  id: string;
  kind: InvitationKind;
  name: string;
  email: string;
  relationship: string | null;
  labels: PrivacyLabel[];
  rights: Right[];
  invited_by: string;
  invited_by_person: string | null;
  /** The inviter's own grant, where not the patient invites. */
  given_through: string | null;
  valid_until: Date | null;
  organisation_name: string | null;
  expires_at: Date;
  patient_name: string;
  given_name: string;
  family_name: string;
  has_sign_in: boolean;
}

/** Does what an invitation is for; false where that is no longer possible, and then nothing of it is stored. */
export function fulfil(runs: SystemRuns, invitation: OpenInvitation, personId: string): Promise<boolean> {
  if (invitation.kind === 'TAKE_UP_RECORD') return takeUpRecord(runs, invitation, personId);
  return giveWhatWasOffered(runs, invitation, personId);
}

async function takeUpRecord(
  runs: SystemRuns,
  invitation: OpenInvitation,
  personId: string,
): Promise<boolean> {
  const rows = await runs.query<{ id: string }>({
    text: `with taken as (update heldwell.patient set person_id = $2 where id = $1 and person_id is null
        and not exists (select from heldwell.patient other where other.person_id = $2) returning id)
      select id from taken`,
    values: [invitation.patient_id, personId],
  });
  return rows.length === 1;
}

const HOLDS_ALREADY = `select exists (select from heldwell.grant_in_force g where g.patient_id = $1 and g.grantee_id = $2
    and g.grantee_kind = $3 and g.thread_id is null and g.entry_id is null and g.basis <> 'EMERGENCY')
  or exists (select from heldwell.patient p where p.id = $1 and p.person_id = $2) as held`;

async function giveWhatWasOffered(
  runs: SystemRuns,
  invitation: OpenInvitation,
  personId: string,
): Promise<boolean> {
  const kind = invitation.kind === 'CARE_FOR' ? ('CARER' as const) : ('PROFESSIONAL' as const);
  const [held] = await runs.query<{ held: boolean }>({
    text: HOLDS_ALREADY,
    values: [invitation.patient_id, personId, kind],
  });
  const offered = await stillHeld(runs, invitation);
  if (held?.held || !offered) return false;
  if (kind === 'CARER') await nameCarer(runs, invitation, personId);
  await giveGrant(
    runs,
    {
      patient_id: invitation.patient_id,
      grantee_kind: kind,
      grantee_id: personId,
      grantee_name: invitation.name,
      ...offered,
      thread_id: null,
      given_through: invitation.given_through,
      basis: 'PATIENT_CHOICE',
    },
    { name: invitation.invited_by, personId: invitation.invited_by_person, reason: 'Invitation accepted' },
  );
  return true;
}

interface Offered {
  labels: PrivacyLabel[];
  rights: Right[];
  valid_until: Date | null;
}

/** What was offered, as far as the inviter still holds it: their grant may have changed since. Null when nothing is left. */
async function stillHeld(runs: SystemRuns, invitation: OpenInvitation): Promise<Offered | null> {
  const { labels, rights, valid_until, given_through } = invitation;
  if (!given_through) return { labels: effectiveLabels(labels), rights, valid_until };
  const [giver] = await runs.query<Offered>({
    text: `select labels, rights, valid_until from heldwell.grant_in_force
      where patient_id = $1 and id = $2 and 'MANAGE_SHARING' = any (rights) for share`,
    values: [invitation.patient_id, given_through],
  });
  if (!giver) return null;
  const left = effectiveLabels(labels).filter((label) => giver.labels.includes(label));
  const may = rights.filter((right) => giver.rights.includes(right));
  if (left.length === 0 || !may.includes('SEE')) return null;
  const ends = [valid_until, giver.valid_until].filter((moment) => moment !== null);
  const until = ends.length > 0 ? new Date(Math.min(...ends.map((moment) => moment.getTime()))) : null;
  return { labels: left, rights: may, valid_until: until };
}

async function nameCarer(runs: SystemRuns, invitation: OpenInvitation, personId: string): Promise<void> {
  await runs.query({
    text: `insert into heldwell.carer (patient_id, person_id, display_name, relationship, since)
     select $1, p.id, p.given_name || ' ' || p.family_name, $3, heldwell.now() from heldwell.person p where p.id = $2
     on conflict (patient_id, person_id) do update set relationship = excluded.relationship, since = excluded.since`,
    values: [invitation.patient_id, personId, invitation.relationship],
  });
}
