-- Giving access on somebody's behalf.

-- The viewer's own grant through which they may give this, and until when at most; no row when none of theirs holds all
-- of it. Waits for a revoke under way, and makes one wait.
create or replace function heldwell.giving_through(patient uuid, of_labels text[], of_rights text[], until timestamptz)
  returns table (id uuid, valid_until timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  perform from heldwell.grant_head h
    where h.patient_id = patient and h.grantee_id = any (heldwell.viewer_grantees())
    for share;
  return query
    select g.id, least(until, g.valid_until) from heldwell.held_grant g
     where g.patient_id = patient and 'MANAGE_SHARING' = any (g.rights) and of_labels <@ g.labels and of_rights <@ g.rights
     order by g.valid_until desc nulls first limit 1;
end
$$;

-- A team discharges a patient: its access for direct care ends, and what was given until then with it.
create or replace function heldwell.discharge(patient uuid, team uuid, why text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  care heldwell.consent_grant;
begin
  select g.* into care from heldwell.consent_grant g
   where g.patient_id = patient and g.grantee_id = team and g.grantee_kind = 'TEAM' and g.basis = 'DIRECT_CARE'
     and g.superseded_at is null and not g.ended and team = any (heldwell.viewer_teams())
     for update;
  if not found then return null; end if;
  perform heldwell.write_next(care, care.labels, care.rights, care.valid_until, true, 'DISCHARGED',
    (select p.given_name || ' ' || p.family_name from heldwell.person p where p.id = heldwell.viewer_person()), why);
  return care.id;
end
$$;

alter function heldwell.giving_through(uuid, text[], text[], timestamptz) owner to heldwell_consent;
alter function heldwell.discharge(uuid, uuid, text) owner to heldwell_consent;
