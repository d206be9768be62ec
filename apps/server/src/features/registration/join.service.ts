import type { Context } from '../../platform/context.ts';
import { writeId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import { effectiveLabels, giveGrant, type PrivacyLabel, publishAccessChange } from '../consent/index.ts';
import { BRAND_SQL, type BrandRow, brandOf } from '../organisations/index.ts';
import type { JoinOffer } from './join.type.ts';
import type { JoinTeamInput } from './registration.inputs.ts';

interface TeamRow {
  id: string;
  name: string;
  description: string | null;
  answer_time: string | null;
  default_labels: PrivacyLabel[];
  organisation_name: string;
  brand: BrandRow;
  joined: boolean;
}

// Old links carry the team's own code; either opens only a team that takes people who come by themselves.
const TEAM = `select t.id, t.name, t.description, t.answer_time, t.default_labels, o.name as organisation_name,
    ${BRAND_SQL} as brand, exists (select from heldwell.consent_grant g where g.patient_id = heldwell.viewer_record()
      and g.grantee_id = t.id and g.grantee_kind = 'TEAM' and g.thread_id is null and g.entry_id is null
      and g.superseded_at is null and not g.ended) as joined
  from heldwell.team t join heldwell.organisation o on o.id = t.organisation_id
  where t.self_referral_code is not null and upper($1) in (upper(t.self_referral_code), upper(t.code))
  order by upper(t.self_referral_code) = upper($1) desc limit 1`;

async function teamOf(context: Context, code: string): Promise<TeamRow | undefined> {
  const [team] = await context.scope.query<TeamRow>({ text: TEAM, values: [code.trim().slice(0, 100)] });
  return team;
}

/** The team of a join link, as its page shows it. */
export async function joinOffer(context: Context, code: string): Promise<JoinOffer | null> {
  const team = await teamOf(context, code);
  if (!team) return null;
  return {
    team: writeId('TEAM', team.id),
    teamName: team.name,
    organisationName: team.organisation_name,
    description: team.description,
    answerTime: team.answer_time,
    labels: team.default_labels,
    brand: brandOf(team.brand),
    joined: team.joined,
  };
}

/** Gives the team its access, by the person themself; null where there is no such team. */
export async function joinTeam(
  context: Context,
  input: JoinTeamInput,
): Promise<{ patientId: string; team: string } | null> {
  const viewer = await context.scope.viewer();
  const team = await teamOf(context, input.code);
  if (!team || !viewer?.patientId) return null;
  const { patientId } = viewer;
  const joined = { patientId, team: writeId('TEAM', team.id) };
  if (team.joined) return joined;
  const labels = effectiveLabels(input.labels).filter((label) =>
    effectiveLabels(team.default_labels).includes(label),
  );
  if (labels.length === 0) throw badInput([{ path: 'labels', code: 'CHOOSE_AT_LEAST_ONE' }]);
  await giveGrant(
    context.scope,
    {
      ...{ patient_id: patientId, id: input.id, thread_id: null, labels, rights: ['SEE', 'ADD', 'MESSAGE'] },
      ...{ grantee_kind: 'TEAM', grantee_id: team.id, grantee_name: team.name },
      ...{ basis: 'DIRECT_CARE', valid_until: null },
    },
    {
      name: `${viewer.givenName} ${viewer.familyName}`,
      personId: viewer.personId,
      reason: 'Joined by the team’s link',
    },
  );
  publishAccessChange(context.scope, patientId, team.id);
  return joined;
}
