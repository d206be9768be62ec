import type pg from 'pg';
import type { Viewer } from './turn.ts';

/** A grant `g` that holds now for one of the grantees in this parameter and lets them see. */
export const inForce = (
  grantees: string,
): string => `g.grantee_id = any (${grantees}::uuid[]) and 'SEE' = any (g.rights)
  and g.superseded_at is null and not g.ended and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())`;

/** Who looked at whose record: the row that goes into the log with the answer. */
export function lookRow(
  viewer: Viewer,
  look: { action: string; patients: string[]; what: string; bucket: string },
): pg.QueryConfig {
  return {
    name: 'look',
    text: `with written as (insert into heldwell.access_log
        (patient_id, at, person_id, person_name, app, role, team_id, team_name, action, purpose, what, bucket)
      select r.patient_id, now(), $2, $3, $4, 'MEMBER', t.id, t.name, $5, 'DIRECT_CARE', $6, $7
      from unnest($1::uuid[]) r (patient_id)
      left join lateral (select t.id, t.name from heldwell.team t where t.id = any ($8::uuid[])
        order by exists (select from heldwell.consent_grant g where g.patient_id = r.patient_id and g.grantee_id = t.id
          and g.superseded_at is null and not g.ended) desc, t.name limit 1) t on true
      on conflict (patient_id, person_id, bucket) do nothing returning patient_id, id)
      insert into heldwell.access_unsealed (patient_id, id) select patient_id, id from written`,
    values: [
      look.patients,
      viewer.person,
      viewer.name,
      viewer.app,
      look.action,
      look.what,
      look.bucket,
      viewer.teams,
    ],
  };
}

/** A list is logged once an hour for each viewer and record. */
export const listLook = (viewer: Viewer, patients: string[], what: string): pg.QueryConfig =>
  lookRow(viewer, {
    action: 'LISTED',
    patients: [...new Set(patients)],
    what,
    bucket: `${what}:${new Date().toISOString().slice(0, 13)}`,
  });
