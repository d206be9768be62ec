import type { SystemRuns } from '../../../platform/as-system.ts';
import type { StaffClaims } from '../relying-party/provider.ts';
import type { StaffMember } from './staff-claims.ts';

/** What an employer's word made of somebody's memberships in its own teams. */
export interface Memberships {
  /** Whether they work in a team of it, or hold an office there. */
  belongs: boolean;
  /** Teams they are in no longer. */
  left: string[];
}

const JOIN = `insert into heldwell.team_member as m (team_id, person_id, role, job_title, joined_at)
  select t.id, $2, $4, $5, heldwell.now() from heldwell.team t where t.organisation_id = $1 and t.code = any ($3)
  on conflict (team_id, person_id) do update set role = excluded.role,
    job_title = coalesce(excluded.job_title, m.job_title), left_at = null,
    joined_at = case when m.left_at is null then m.joined_at else excluded.joined_at end
  returning team_id`;

// Rows of a statement that only updates come from the driver in another shape.
const LEAVE = `with gone as (update heldwell.team_member m set left_at = heldwell.now()
  from heldwell.team t where t.id = m.team_id and t.organisation_id = $1 and m.person_id = $2 and m.left_at is null
    and t.code <> all ($3) returning m.team_id) select team_id from gone`;

const OFFICE = `select from heldwell.organisation_officer where organisation_id = $1 and person_id = $2`;

/**
 * Makes memberships what the employer says: teams it names are joined in the role it names, others of that organisation are
 * left at once. Of other organisations' teams it says nothing.
 */
export async function followEmployer(
  runs: SystemRuns,
  personId: string,
  { organisationId, member }: { organisationId: StaffClaims['organisationId']; member: StaffMember },
): Promise<Memberships> {
  const of = [organisationId, personId, member.teams];
  const left = await runs.query<{ team_id: string }>({ text: LEAVE, values: of });
  const joined = await runs.query({ text: JOIN, values: [...of, member.role, member.jobTitle] });
  const office = await runs.query({ text: OFFICE, values: [organisationId, personId] });
  return { belongs: joined.length + office.length > 0, left: left.map(({ team_id }) => team_id) };
}
