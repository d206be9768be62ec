-- Offices of organisations, and the doors a privacy officer has. They give no clinical reading.

-- Organisations the viewer is privacy officer of, in the professional app.
create or replace function heldwell.viewer_privacy_offices() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as
$$
  select case when heldwell.viewer_app() = 'PROFESSIONAL' then array(
    select o.organisation_id from heldwell.organisation_officer o
     where o.person_id = heldwell.viewer_person() and o.role = 'PRIVACY_OFFICER'
       and (o.until is null or o.until > heldwell.now())) else '{}' end
$$;

alter function heldwell.viewer_privacy_offices() owner to heldwell_consent;
