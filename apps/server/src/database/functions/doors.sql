-- How far a record has come to its person, and what is shown to them before somebody made sure who they are.

-- The one place that says it. Of a record that gave way to another: what is left of it is nobody's.
create or replace function heldwell.record_state(patient uuid) returns text
  language sql stable security definer set search_path = pg_catalog as
$$
  select case
    when p.deceased or p.deceased_at is not null then 'DECEASED'
    when p.deregistered_at is not null then 'DEREGISTERED'
    when p.person_id is not null then
      case when exists (select from heldwell.identity_check c where c.patient_id = p.id) then 'REGISTERED' else 'REGISTERING' end
    when exists (select from heldwell.registration r where r.wanted_patient_id = p.id) then 'REGISTERING'
    when exists (select from heldwell.invitation i where i.patient_id = p.id and i.kind = 'TAKE_UP_RECORD'
      and i.accepted_at is null and i.withdrawn_at is null and i.failed_tries < 5 and i.expires_at > heldwell.now()) then 'INVITED'
    else 'UNREGISTERED' end
    from heldwell.patient p where p.id = patient
$$;

-- Of the viewer's own record, also while it is closed to them; null where there is none.
create or replace function heldwell.viewer_record_state() returns text
  language sql stable security definer set search_path = pg_catalog as
$$
  select heldwell.record_state(p.id) from heldwell.patient p
   where p.person_id = heldwell.viewer_person() and heldwell.viewer_app() = 'PATIENT'
$$;

-- Organisations whose data is withheld from the person of a record: all of them until somebody made sure who they are,
-- and those that ask for a check of their own until there is one. Looked up when a session opens: in plpgsql, because its
-- plans are kept.
create or replace function heldwell.withheld_from(patient uuid) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as
$$
begin
  if patient is null then return null; end if;
  if not exists (select from heldwell.identity_check c where c.patient_id = patient) then
    return (select array_agg(o.id) from heldwell.organisation o);
  end if;
  return (select array_agg(o.id) from heldwell.organisation o where o.asks_own_check
    and not exists (select from heldwell.identity_check c where c.patient_id = patient and c.organisation_id = o.id));
end
$$;

-- Those withheld from the viewer; empty for everybody but the person themself.
create or replace function heldwell.viewer_withheld() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('heldwell.withheld', true), ''), '{}')::uuid[] $$;

-- Whether a record's person has died, as anybody has told us.
create or replace function heldwell.is_deceased(patient uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as
$$
  select exists (select from heldwell.patient p where p.id = patient and (p.deceased or p.deceased_at is not null))
$$;

-- When somebody has died what others hold of their record can be read and nothing else; when that was a mistake it is as before.
create or replace function heldwell.leave_to_read() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  update heldwell.consent_grant g set read_only = new.deceased or new.deceased_at is not null
   where g.patient_id = new.id and g.superseded_at is null and not g.ended
     and g.read_only <> (new.deceased or new.deceased_at is not null);
  perform heldwell.tell_standing(new.id, case when new.deceased or new.deceased_at is not null then 'DEATH_RECORDED'
    else 'DEATH_TAKEN_BACK' end);
  return null;
end
$$;
drop trigger if exists leave_to_read on heldwell.patient;
create trigger leave_to_read after update of deceased, deceased_at on heldwell.patient
  for each row when ((old.deceased or old.deceased_at is not null) <> (new.deceased or new.deceased_at is not null))
  execute function heldwell.leave_to_read();
create or replace function heldwell.given_to_read() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  new.read_only := heldwell.is_deceased(new.patient_id);
  return new;
end
$$;
drop trigger if exists given_to_read on heldwell.consent_grant;
create trigger given_to_read before insert on heldwell.consent_grant
  for each row execute function heldwell.given_to_read();

-- Closes the viewer's own record: it is theirs no more to open until they open it again. False when there is none.
create or replace function heldwell.close_record() returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  update heldwell.patient p set deregistered_at = heldwell.now()
   where p.id = heldwell.viewer_record() and p.deregistered_at is null;
  return found;
end
$$;
-- Opens it again, with sharing stopped as it was left. False when it was not closed.
create or replace function heldwell.reopen_record() returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  update heldwell.patient p set deregistered_at = null
   where p.person_id = heldwell.viewer_person() and heldwell.viewer_app() = 'PATIENT' and p.deregistered_at is not null;
  return found;
end
$$;

alter function heldwell.record_state(uuid) owner to heldwell_consent;
alter function heldwell.viewer_record_state() owner to heldwell_consent;
alter function heldwell.withheld_from(uuid) owner to heldwell_consent;
alter function heldwell.is_deceased(uuid) owner to heldwell_consent;
alter function heldwell.leave_to_read() owner to heldwell_consent;
alter function heldwell.given_to_read() owner to heldwell_consent;
alter function heldwell.close_record() owner to heldwell_consent;
alter function heldwell.reopen_record() owner to heldwell_consent;
