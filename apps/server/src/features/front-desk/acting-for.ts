import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import type { PrivacyLabel } from '../consent/index.ts';

/** Who acts, and for which team of theirs. */
export interface ActingFor {
  personId: string;
  name: string;
  team: { id: string; name: string; defaultLabels: PrivacyLabel[]; runBy: boolean };
  organisation: { id: string; name: string };
}

const TEAM = `select t.id, t.name, t.default_labels, o.id as organisation_id, o.name as organisation_name,
    t.id = any (heldwell.viewer_run_teams()) as run_by
  from heldwell.team t join heldwell.organisation o on o.id = t.organisation_id
  where t.id = $1 and t.id = any ((select heldwell.viewer_teams())::uuid[])`;

interface TeamRow {
  id: string;
  name: string;
  default_labels: PrivacyLabel[];
  organisation_id: string;
  organisation_name: string;
  run_by: boolean;
}

/** The team the viewer acts for; undefined where it is none of theirs. */
export async function actingFor(context: Context, team: string): Promise<ActingFor | undefined> {
  const viewer = await context.scope.viewer();
  const [row] = await context.scope.query<TeamRow>({ text: TEAM, values: [readId('TEAM', team)] });
  if (!viewer || !row) return undefined;
  return {
    personId: viewer.personId,
    name: `${viewer.givenName} ${viewer.familyName}`,
    team: { id: row.id, name: row.name, defaultLabels: row.default_labels, runBy: row.run_by },
    organisation: { id: row.organisation_id, name: row.organisation_name },
  };
}
