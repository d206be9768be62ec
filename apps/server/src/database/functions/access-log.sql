-- The access log: written by one function, in the transaction that reads.

-- Who looked: one row for each opening, one an hour for the rows of a list. Nobody reads without it.
-- In plpgsql, because its plans are kept; what is in the log already is left out before anything is looked up for it.
create or replace function heldwell.log_access(of_action text, patients uuid[], what text, at_bucket text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  viewer constant uuid := heldwell.viewer_person();
  own constant uuid := coalesce(heldwell.viewer_record(), heldwell.viewer_frozen_record());
  teams constant uuid[] := heldwell.viewer_teams();
begin
  insert into heldwell.access_log (patient_id, at, person_id, person_name, app, team_id, team_name, action, what, bucket)
  select r.patient_id, heldwell.now(), p.id, p.given_name || ' ' || p.family_name, heldwell.viewer_app(), t.id, t.name,
         of_action, log_access.what, at_bucket
    from (select one.patient_id from unnest(patients) one (patient_id)
           where one.patient_id is distinct from own
             and (select true from heldwell.access_log l where l.patient_id = one.patient_id
               and l.person_id = viewer and l.bucket = at_bucket limit 1) is null) r
    join heldwell.person p on p.id = viewer
    left join lateral (
      select t.id, t.name from heldwell.team t
       where t.id = any (teams)
       order by exists (select from heldwell.consent_grant g where g.patient_id = r.patient_id
         and g.grantee_id = t.id and g.superseded_at is null and not g.ended) desc, t.name
       limit 1) t on true
  on conflict (patient_id, person_id, bucket) do nothing;
end
$$;

alter function heldwell.log_access(text, uuid[], text, text) owner to heldwell_consent;
