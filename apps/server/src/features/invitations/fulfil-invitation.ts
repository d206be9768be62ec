import type { SystemRuns } from '../../platform/as-system.ts';
import { effectiveLabels, giveGrant, type PrivacyLabel, type Right } from '../consent/index.ts';
import { beginRecord, isOldEnough, ownRecordOf, verifyIdentity } from '../registration/index.ts';
import type { OpenInvitation } from './open-invitation.ts';

/** What the person who takes an invitation up says of themself. */
export interface Accepting {
  personId: string;
  givenName: string;
  familyName: string;
  birthDate: string | null;
}

export type Fulfilled = 'DONE' | 'UNUSABLE' | 'UNDER_16';

/** Does what an invitation is for; where that is no longer possible nothing of it may be stored. */
export async function fulfil(
  runs: SystemRuns,
  invitation: OpenInvitation,
  accepting: Accepting,
): Promise<Fulfilled> {
  if (invitation.kind !== 'TAKE_UP_RECORD')
    return (await giveWhatWasOffered(runs, invitation, accepting.personId)) ? 'DONE' : 'UNUSABLE';
  return invitation.vouched_by
    ? takeUpChecked(runs, invitation, accepting.personId)
    : begin(runs, invitation, accepting);
}

/** Staff checked documents before the link was handed over: the record is the person's. */
async function takeUpChecked(
  runs: SystemRuns,
  invitation: OpenInvitation,
  personId: string,
): Promise<Fulfilled> {
  const { patient_id: patientId, organisation_id: organisationId, vouched_by: checkedBy } = invitation;
  const outcome = await verifyIdentity(runs, {
    personId,
    how: 'STAFF',
    organisationId,
    checkedBy,
    patientId,
  });
  if (outcome.is === 'TAKEN_UP' || outcome.is === 'WAITS') return 'DONE';
  return outcome.is === 'UNDER_16' ? 'UNDER_16' : 'UNUSABLE';
}

/** A link may reach anybody: until a check the person has a record of their own, that remembers which one they were invited to. */
async function begin(runs: SystemRuns, invitation: OpenInvitation, accepting: Accepting): Promise<Fulfilled> {
  const [clock] = await runs.query<{ now: Date }>({ text: 'select heldwell.now() as now' });
  const { birthDate } = accepting;
  if (!birthDate || !clock) return 'UNUSABLE';
  if (!isOldEnough(birthDate, clock.now)) return 'UNDER_16';
  const own = await ownRecordOf(runs, accepting.personId);
  if (own) {
    await runs.query({
      text: 'update heldwell.registration set wanted_patient_id = $2 where patient_id = $1',
      values: [own.id, invitation.patient_id],
    });
    return 'DONE';
  }
  await beginRecord(runs, { ...accepting, wantedPatientId: invitation.patient_id });
  return 'DONE';
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
