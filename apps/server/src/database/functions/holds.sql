-- Stopping all sharing, and freezing: grants are held back where they stand, and come back as they were.

create or replace function heldwell.hold_lock() returns integer language sql immutable as $$ select 4021964 $$;

-- Since when a grant of this basis is held back on this record; null when it is not. A court's order outlasts a stop.
create or replace function heldwell.held_back_since(patient uuid, of_basis text) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog as
$$
  select least(
    (select min(f.confirmed_at) from heldwell.record_freeze f
      where f.patient_id = patient and f.confirmed_at is not null and f.lifted_at is null),
    (select s.stopped_at from heldwell.sharing_stop s
      where s.patient_id = patient and s.resumed_at is null and of_basis <> 'COURT_ORDER'))
$$;

-- Records that are frozen now. A look-up by patient.
create or replace view heldwell.frozen_record as
  select f.patient_id from heldwell.record_freeze f where f.confirmed_at is not null and f.lifted_at is null;

-- Holds grants back, or lets them go, to the state of the record. Grants that are there wait for their writers and are
-- then held; the lock waits for those being given, which see the stop if they come after it; what they left is held last.
create or replace function heldwell.hold_grants() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  for pass in 1..2 loop
    update heldwell.consent_grant g set suspended_at = heldwell.held_back_since(g.patient_id, g.basis)
     where g.patient_id = new.patient_id and g.superseded_at is null and not g.ended
       and g.suspended_at is distinct from heldwell.held_back_since(g.patient_id, g.basis);
    perform pg_advisory_xact_lock(heldwell.hold_lock(), hashtext(new.patient_id::text));
  end loop;
  return null;
end
$$;

drop trigger if exists hold_grants on heldwell.sharing_stop;
create trigger hold_grants after insert or update on heldwell.sharing_stop
  for each row execute function heldwell.hold_grants();
drop trigger if exists hold_grants on heldwell.record_freeze;
create trigger hold_grants after insert or update on heldwell.record_freeze
  for each row execute function heldwell.hold_grants();

-- What an organisation froze of what it sent stays closed, whatever it sends after.
create or replace function heldwell.entry_frozen() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  new.frozen := exists (select from heldwell.source_freeze f where f.patient_id = new.patient_id
    and f.organisation_id = new.source_organisation_id and f.lifted_at is null);
  return new;
end
$$;
create or replace function heldwell.source_frozen() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  update heldwell.entry e set frozen = new.lifted_at is null
   where e.patient_id = new.patient_id and e.source_organisation_id = new.organisation_id
     and e.frozen <> (new.lifted_at is null);
  update heldwell.emergency_contact c set frozen = new.lifted_at is null
   where c.patient_id = new.patient_id and c.source_organisation_id = new.organisation_id
     and c.frozen <> (new.lifted_at is null);
  return null;
end
$$;
drop trigger if exists entry_frozen on heldwell.entry;
create trigger entry_frozen before insert on heldwell.entry
  for each row when (new.source_organisation_id is not null) execute function heldwell.entry_frozen();
drop trigger if exists contact_frozen on heldwell.emergency_contact;
create trigger contact_frozen before insert on heldwell.emergency_contact
  for each row execute function heldwell.entry_frozen();
drop trigger if exists source_frozen on heldwell.source_freeze;
create trigger source_frozen after insert or update on heldwell.source_freeze
  for each row execute function heldwell.source_frozen();

alter view heldwell.frozen_record owner to heldwell_consent;
alter function heldwell.held_back_since(uuid, text) owner to heldwell_consent;
alter function heldwell.hold_grants() owner to heldwell_consent;
alter function heldwell.entry_frozen() owner to heldwell_consent;
alter function heldwell.source_frozen() owner to heldwell_consent;
