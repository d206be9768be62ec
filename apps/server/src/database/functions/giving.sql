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

-- A team discharges a patient: its access for direct care, in the version whose end was given a reason, ends, and what was
-- given until then with it.
create or replace function heldwell.discharge(patient uuid, team uuid, of_version integer, why bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  care heldwell.consent_grant;
begin
  select g.* into care from heldwell.consent_grant g
   where g.patient_id = patient and g.grantee_id = team and g.grantee_kind = 'TEAM' and g.basis = 'DIRECT_CARE'
     and g.version = of_version and g.superseded_at is null and not g.ended and team = any (heldwell.viewer_teams())
     for update;
  if not found then return null; end if;
  perform heldwell.write_next(care, care.labels, care.rights, care.valid_until, true, 'DISCHARGED',
    (select p.given_name || ' ' || p.family_name from heldwell.person p where p.id = heldwell.viewer_person()), why);
  return care.id;
end
$$;

-- What the viewer gave in this transaction through a door of its own, and nobody signed yet; and its signature. The key
-- it is made with is outside the database.
create or replace function heldwell.unsigned_grant(patient uuid, grant_id uuid) returns setof heldwell.consent_grant
  language sql stable security definer set search_path = pg_catalog as
$$
  select g.* from heldwell.consent_grant g
   where g.patient_id = patient and g.id = grant_id and g.version = 1 and g.mac is null and g.superseded_at is null
     and g.basis in ('EMERGENCY', 'COURT_ORDER') and g.given_by_person = heldwell.viewer_person()
     and g.recorded_at = heldwell.now()
$$;
create or replace function heldwell.sign_grant(patient uuid, grant_id uuid, signature bytea) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.consent_grant g set mac = signature
   where g.patient_id = patient and g.id = (select u.id from heldwell.unsigned_grant(patient, grant_id) u) and g.version = 1
$$;

alter function heldwell.giving_through(uuid, text[], text[], timestamptz) owner to heldwell_consent;
alter function heldwell.discharge(uuid, uuid, integer, bytea) owner to heldwell_consent;
alter function heldwell.unsigned_grant(uuid, uuid) owner to heldwell_consent;
alter function heldwell.sign_grant(uuid, uuid, bytea) owner to heldwell_consent;
