import { defineRoot, type Reads } from '../../platform/reading/read.ts';
import { held } from '../consent/index.ts';

/**
 * Records that somebody shares with the viewer by themself, or with a whole organisation the viewer works in. Found by
 * the grant and judged by the law like everything: this only says which of the viewer's grants are no team's. Those have
 * an index of their own (`consent_grant_without_team`), so that a team's caseload of 100,000 is not walked. One discussion
 * opens no record; what is opened in an emergency nobody shares.
 */
const SHARED = `from heldwell.grant_in_force g
  where heldwell.viewer_app() = 'PROFESSIONAL' and g.grantee_kind in ('PROFESSIONAL', 'ORGANISATION')
    and g.grantee_id = any (array(select one from unnest(heldwell.viewer_grantees()) one
      where one <> all (heldwell.viewer_teams())))
    and g.thread_id is null and g.basis <> 'EMERGENCY' and 'SEE' = any (g.rights)`;

/** By family name, as a caseload is read. */
export const recordsSharedWithViewer = defineRoot<{ first: number; after?: string | null }>({
  name: 'records_shared_with_viewer',
  of: 'PatientRecord',
  rows: (it) => ({
    from: `(select distinct g.patient_id ${SHARED}) shared join heldwell.patient ${it} on ${it}.id = shared.patient_id`,
    where: held(`g.patient_id = ${it}.id`),
    patient: `${it}.id`,
    order: { keys: [`lower(${it}.family_name)`, `${it}.id`], types: ['text', 'uuid'], direction: 'asc' },
  }),
});

/** Whether there is one: asked at every start of the console, so that it names nobody and is no look at a record. */
export async function isAnythingShared(scope: Pick<Reads, 'query'>): Promise<boolean> {
  const [row] = await scope.query<{ is_any: boolean }>({
    name: 'is_anything_shared',
    text: `select exists (select from (select g.patient_id ${SHARED}) shared
      where ${held('g.patient_id = shared.patient_id')}) as is_any`,
    values: [],
  });
  return row?.is_any ?? false;
}
