-- Finding a record without being shown it: asking for access, and opening its summary in an emergency.

-- The one record of an NHS number (its keyed hash), birth date and family name together; null for all else. Not for the serving role.
create or replace function heldwell.exact_match(nhs bytea, born date, family text) returns uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select p.id from heldwell.patient_identity i join heldwell.patient p on p.id = i.patient_id
   where i.nhs_number_hash = nhs and p.birth_date = born
     and lower(normalize(p.family_name, NFKC)) = lower(normalize(trim(family), NFKC))
$$;

create or replace function heldwell.name_of_viewer() returns text
  language sql stable security definer set search_path = pg_catalog as
$$ select p.given_name || ' ' || p.family_name from heldwell.person p where p.id = heldwell.viewer_person() $$;

create or replace function heldwell.name_of_patient(patient uuid) returns text
  language sql stable security definer set search_path = pg_catalog as
$$ select p.given_name || ' ' || p.family_name from heldwell.patient p where p.id = patient $$;

-- Opens the summary of a record to one member of a team for an hour, under the labels the patient left to emergencies.
-- Only here is said whether a record exists. Impossible while sharing is stopped or the record frozen.
create or replace function heldwell.open_in_emergency(session uuid, team uuid, nhs bytea, born date, family text, new_grant uuid,
  grant_reason bytea, emergency uuid, why bytea)
  returns table (outcome text, patient_id uuid, grant_id uuid, closes_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  me constant uuid := heldwell.viewer_person();
  moment constant timestamptz := heldwell.now();
  mine record;
  opens text[];
begin
  select t.id, t.name, t.organisation_id into mine from heldwell.team t
   where t.id = team and team = any (heldwell.viewer_teams());
  if mine.id is null then outcome := 'NOT_THEIR_TEAM'; return next; return; end if;
  if not heldwell.session_is_fresh(session) then outcome := 'CONFIRM_FIRST'; return next; return; end if;
  patient_id := heldwell.exact_match(nhs, born, family);
  if patient_id is null then outcome := 'NO_RECORD'; return next; return; end if;
  -- A stop or freeze under way is waited for, and one that comes later holds this grant back.
  perform pg_advisory_xact_lock_shared(heldwell.hold_lock(), hashtext(patient_id::text));
  select coalesce((select e.labels from heldwell.emergency_setting e where e.patient_id = open_in_emergency.patient_id),
    heldwell.all_labels()) into opens;
  if opens = '{}' or heldwell.held_back_since(patient_id, 'EMERGENCY') is not null then
    outcome := 'CLOSED'; patient_id := null; return next; return;
  end if;
  outcome := 'OPENED';
  select g.id, g.valid_until into grant_id, closes_at from heldwell.consent_grant g
   where g.patient_id = open_in_emergency.patient_id and g.grantee_id = me and g.basis = 'EMERGENCY'
     and heldwell.holds_now(g.superseded_at, g.ended, g.suspended_at, g.valid_from, g.valid_until);
  if found then return next; return; end if;
  -- One whose hour is over makes room for the next.
  update heldwell.consent_grant g set superseded_at = moment where g.patient_id = open_in_emergency.patient_id
    and g.grantee_id = me and g.basis = 'EMERGENCY' and g.superseded_at is null and not g.ended;
  grant_id := new_grant;
  closes_at := moment + interval '60 minutes';
  insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights,
      summary_labels, basis, valid_from, valid_until, given_by, given_by_person, reason, recorded_at, acting_team_id)
    values (patient_id, grant_id, 1, 'PROFESSIONAL', me, heldwell.name_of_viewer(), '{}', '{SEE}',
      opens, 'EMERGENCY', moment, closes_at, heldwell.name_of_viewer(), me, grant_reason, moment, mine.id);
  insert into heldwell.emergency_access (patient_id, id, grant_id, organisation_id, team_id, person_id, person_name,
      team_name, patient_name, reason, opened_at, closes_at)
    values (patient_id, emergency, grant_id, mine.organisation_id, mine.id, me, heldwell.name_of_viewer(),
      mine.name, heldwell.name_of_patient(patient_id), why, moment, closes_at);
  return next;
end
$$;

-- Asks for access where there is a record, and does as much where there is none: whoever asks cannot tell. The answer is
-- an id to tell live pages of, of a record or of nothing.
create or replace function heldwell.ask_for_access(request uuid, team uuid, nhs bytea, born date, family text,
  labels text[], rights text[], why bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  patient constant uuid := heldwell.exact_match(nhs, born, family);
begin
  if patient is null then
    insert into heldwell.access_request_unmatched (id, asked_by, asked_at)
      values (request, heldwell.viewer_person(), heldwell.now()) on conflict do nothing;
    perform heldwell.tell_nobody(request);
    return request;
  end if;
  perform heldwell.store_request(request, patient, team, labels, rights, why);
  return patient;
end
$$;

-- Asks for more of a record that is seen already; null where it is not.
create or replace function heldwell.ask_for_more(request uuid, patient uuid, team uuid, labels text[], rights text[], why bytea)
  returns uuid language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  if not exists (select from heldwell.held_grant g where g.patient_id = patient) then return null; end if;
  perform heldwell.store_request(request, patient, team, labels, rights, why);
  return patient;
end
$$;

create or replace function heldwell.store_request(request uuid, patient uuid, team uuid, labels text[], rights text[], why bytea)
  returns void language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  me constant text := heldwell.name_of_viewer();
begin
  insert into heldwell.access_request (patient_id, id, asked_by, asked_by_name, grantee_kind, grantee_id, grantee_name,
      labels, rights, reason, asked_at)
    select patient, request, heldwell.viewer_person(), me,
      case when t.id is not null then 'TEAM' when heldwell.viewer_app() = 'CARER' then 'CARER' else 'PROFESSIONAL' end,
      coalesce(t.id, heldwell.viewer_person()), coalesce(t.name, me), store_request.labels, store_request.rights, why,
      heldwell.now()
      from (select 1) always left join heldwell.team t on t.id = team and team = any (heldwell.viewer_teams())
    on conflict do nothing;
end
$$;

alter function heldwell.exact_match(bytea, date, text) owner to heldwell_consent;
alter function heldwell.name_of_viewer() owner to heldwell_consent;
alter function heldwell.name_of_patient(uuid) owner to heldwell_consent;
alter function heldwell.open_in_emergency(uuid, uuid, bytea, date, text, uuid, bytea, uuid, bytea) owner to heldwell_consent;
alter function heldwell.ask_for_access(uuid, uuid, bytea, date, text, text[], text[], bytea) owner to heldwell_consent;
alter function heldwell.ask_for_more(uuid, uuid, uuid, text[], text[], bytea) owner to heldwell_consent;
alter function heldwell.store_request(uuid, uuid, uuid, text[], text[], bytea) owner to heldwell_consent;
