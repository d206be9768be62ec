-- Offices of organisations, and the doors a privacy officer has. They give no clinical reading.

-- Organisations the viewer is privacy officer of, in the professional app; whom an organisation froze holds no office there.
create or replace function heldwell.viewer_privacy_offices() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as
$$
  select case when heldwell.viewer_app() = 'PROFESSIONAL' then array(
    select o.organisation_id from heldwell.organisation_officer o
     where o.person_id = heldwell.viewer_person() and o.role = 'PRIVACY_OFFICER'
       and (o.until is null or o.until > heldwell.now())
       and not exists (select from heldwell.person_freeze f where f.person_id = o.person_id
         and f.organisation_id = o.organisation_id and f.lifted_at is null)) else '{}' end
$$;

-- The record a privacy officer means: one their organisation has sent to, or that opened itself to it. Null else.
create or replace function heldwell.record_for_office(office uuid, nhs bytea, born date, family text) returns uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select p.id from heldwell.patient p
   where p.id = heldwell.exact_match(nhs, born, family) and office = any (heldwell.viewer_privacy_offices())
     and (exists (select from heldwell.patient_source s where s.patient_id = p.id and s.organisation_id = office)
       or exists (select from heldwell.entry e where e.patient_id = p.id and e.source_organisation_id = office)
       or exists (select from heldwell.consent_grant g left join heldwell.team t on t.id in (g.grantee_id, g.acting_team_id)
         where g.patient_id = p.id and (g.grantee_id = office or t.organisation_id = office)))
$$;

-- Freezes a record: the first officer asks, a second one confirms, and from then on it is closed.
create or replace function heldwell.ask_to_freeze(freeze_id uuid, office uuid, patient uuid, why bytea) returns uuid
  language sql volatile security definer set search_path = pg_catalog as
$$
  insert into heldwell.record_freeze (patient_id, id, organisation_id, reason, asked_at, asked_by, asked_by_name, patient_name)
    select patient, freeze_id, office, why, heldwell.now(), heldwell.viewer_person(), heldwell.name_of_viewer(),
           heldwell.name_of_patient(patient)
     where office = any (heldwell.viewer_privacy_offices()) and patient is not null
    on conflict do nothing returning patient_id
$$;
create or replace function heldwell.confirm_freeze(patient uuid, freeze_id uuid) returns uuid
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.record_freeze f set confirmed_at = heldwell.now(), confirmed_by = heldwell.viewer_person(),
      confirmed_by_name = heldwell.name_of_viewer()
   where f.patient_id = patient and f.id = freeze_id and f.confirmed_at is null and f.lifted_at is null
     and f.asked_by <> heldwell.viewer_person() and f.organisation_id = any (heldwell.viewer_privacy_offices())
   returning f.patient_id
$$;

-- What one organisation sent, closed by one officer of it.
create or replace function heldwell.freeze_source(freeze_id uuid, office uuid, patient uuid, why bytea) returns uuid
  language sql volatile security definer set search_path = pg_catalog as
$$
  insert into heldwell.source_freeze (patient_id, id, organisation_id, reason, patient_name, frozen_at, frozen_by_name)
    select patient, freeze_id, office, why, heldwell.name_of_patient(patient), heldwell.now(), heldwell.name_of_viewer()
     where office = any (heldwell.viewer_privacy_offices()) and patient is not null
    on conflict do nothing returning patient_id
$$;

-- Somebody who works in the organisation: out of its teams, their sessions there ended, what they opened in an emergency closed.
create or replace function heldwell.freeze_person(freeze_id uuid, office uuid, person uuid, why bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  insert into heldwell.person_freeze (id, organisation_id, person_id, person_name, reason, frozen_at, frozen_by_name)
    select freeze_id, office, p.id, p.given_name || ' ' || p.family_name, why, heldwell.now(), heldwell.name_of_viewer()
      from heldwell.person p
     where p.id = person and office = any (heldwell.viewer_privacy_offices()) and person <> heldwell.viewer_person()
       and exists (select from heldwell.team_member m join heldwell.team t on t.id = m.team_id
         where m.person_id = person and t.organisation_id = office and m.left_at is null)
    on conflict do nothing;
  if not found then return null; end if;
  update heldwell.session s set ended_at = heldwell.now()
   where s.person_id = person and s.app = 'PROFESSIONAL' and s.ended_at is null;
  perform heldwell.write_next(g, g.labels, g.rights, g.valid_until, true, 'PERSON_FROZEN', heldwell.name_of_viewer(), null)
    from heldwell.consent_grant g join heldwell.team t on t.id = g.acting_team_id
   where g.grantee_id = person and g.basis = 'EMERGENCY' and t.organisation_id = office
     and g.superseded_at is null and not g.ended;
  return freeze_id;
end
$$;

-- Sessions of somebody of the organisation in the professional app, to be told that they ended.
create or replace function heldwell.desk_session(office uuid, person uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select s.id from heldwell.session s where s.person_id = person and s.app = 'PROFESSIONAL' and s.ended_at is null
    and office = any (heldwell.viewer_privacy_offices())
$$;

-- Lifts a freeze of any kind, with the reason kept. What it was of: a record, a source or a person.
create or replace function heldwell.lift_freeze(freeze_id uuid, why bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  lifted uuid;
begin
  update heldwell.record_freeze f set lifted_at = heldwell.now(), lifted_by_name = heldwell.name_of_viewer(), lift_reason = why
   where f.id = freeze_id and f.lifted_at is null and f.organisation_id = any (heldwell.viewer_privacy_offices())
   returning f.patient_id into lifted;
  if lifted is not null then return lifted; end if;
  update heldwell.source_freeze f set lifted_at = heldwell.now(), lifted_by_name = heldwell.name_of_viewer(), lift_reason = why
   where f.id = freeze_id and f.lifted_at is null and f.organisation_id = any (heldwell.viewer_privacy_offices())
   returning f.patient_id into lifted;
  if lifted is not null then return lifted; end if;
  update heldwell.person_freeze f set lifted_at = heldwell.now(), lifted_by_name = heldwell.name_of_viewer(), lift_reason = why
   where f.id = freeze_id and f.lifted_at is null and f.organisation_id = any (heldwell.viewer_privacy_offices())
   returning f.person_id into lifted;
  return lifted;
end
$$;

-- A court's order: given and ended by a privacy officer, with its reference.
create or replace function heldwell.give_court_order(order_id uuid, office uuid, patient uuid, team uuid, labels text[],
  until timestamptz, reference text, why bytea) returns uuid
  language sql volatile security definer set search_path = pg_catalog as
$$
  insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights, basis,
      valid_from, valid_until, given_by, given_by_person, reason, recorded_at, reference, acting_organisation_id)
    select patient, order_id, 1, 'TEAM', t.id, t.name, labels, '{SEE}', 'COURT_ORDER', heldwell.now(), until,
           heldwell.name_of_viewer(), heldwell.viewer_person(), why, heldwell.now(), reference, office
      from heldwell.team t
     where t.id = team and office = any (heldwell.viewer_privacy_offices()) and patient is not null
    on conflict do nothing returning patient_id
$$;
create or replace function heldwell.end_court_order(patient uuid, order_id uuid, of_version integer, why bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  ordered heldwell.consent_grant;
begin
  select g.* into ordered from heldwell.consent_grant g
   where g.patient_id = patient and g.id = order_id and g.version = of_version and g.basis = 'COURT_ORDER' and g.superseded_at is null and not g.ended
     and g.acting_organisation_id = any (heldwell.viewer_privacy_offices()) for update;
  if not found then return null; end if;
  perform heldwell.write_next(ordered, ordered.labels, ordered.rights, ordered.valid_until, true, null,
    heldwell.name_of_viewer(), why);
  return patient;
end
$$;

-- What a privacy officer settles about an emergency that was opened, once: the patient has read it.
create or replace function heldwell.review_emergency(patient uuid, emergency uuid, settled text, words bytea) returns uuid
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.emergency_access e set reviewed_at = heldwell.now(), reviewed_by_name = heldwell.name_of_viewer(),
      outcome = settled, note = words
   where e.patient_id = patient and e.id = emergency and e.organisation_id = any (heldwell.viewer_privacy_offices())
     and e.person_id <> heldwell.viewer_person() and e.outcome is null
   returning e.patient_id
$$;

-- What the desk lists that stands in tables of the record: names and dates, nothing of what is in it.
create or replace view heldwell.desk_court_order as
  select g.patient_id, g.id, g.version, g.acting_organisation_id as organisation_id, g.grantee_name, g.labels, g.valid_from, g.valid_until,
         g.reference, g.given_by, g.recorded_at, p.given_name || ' ' || p.family_name as patient_name
    from heldwell.consent_grant g join heldwell.patient p on p.id = g.patient_id
   where g.acting_organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]) and g.basis = 'COURT_ORDER'
     and g.superseded_at is null and not g.ended;
create or replace view heldwell.desk_person as
  select t.organisation_id, p.id, p.given_name || ' ' || p.family_name as name, string_agg(t.name, ', ' order by t.name) as teams
    from heldwell.team_member m join heldwell.team t on t.id = m.team_id join heldwell.person p on p.id = m.person_id
   where t.organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]) and m.left_at is null
   group by t.organisation_id, p.id, p.given_name, p.family_name;

alter view heldwell.desk_court_order owner to heldwell_consent;
alter view heldwell.desk_person owner to heldwell_consent;
alter function heldwell.viewer_privacy_offices() owner to heldwell_consent;
alter function heldwell.record_for_office(uuid, bytea, date, text) owner to heldwell_consent;
alter function heldwell.ask_to_freeze(uuid, uuid, uuid, bytea) owner to heldwell_consent;
alter function heldwell.confirm_freeze(uuid, uuid) owner to heldwell_consent;
alter function heldwell.freeze_source(uuid, uuid, uuid, bytea) owner to heldwell_consent;
alter function heldwell.freeze_person(uuid, uuid, uuid, bytea) owner to heldwell_consent;
alter function heldwell.desk_session(uuid, uuid) owner to heldwell_consent;
alter function heldwell.lift_freeze(uuid, bytea) owner to heldwell_consent;
alter function heldwell.give_court_order(uuid, uuid, uuid, uuid, text[], timestamptz, text, bytea) owner to heldwell_consent;
alter function heldwell.end_court_order(uuid, uuid, integer, bytea) owner to heldwell_consent;
alter function heldwell.review_emergency(uuid, uuid, text, bytea) owner to heldwell_consent;
