-- The read tables that cut across patients, written with what they mirror.

-- The tables that cut across patients follow the grants in the same transaction.
create or replace function heldwell.mirror_grant() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if new.grantee_kind <> 'TEAM' or new.superseded_at is not null or new.entry_id is not null then return new; end if;
  if new.thread_id is not null then
    if new.ended then
      delete from heldwell.team_inbox i where i.team_id = new.grantee_id and i.thread_id = new.thread_id;
    else
      update heldwell.team_inbox i set opens_at = new.valid_from,
          closes_at = case when new.suspended_at is null then coalesce(new.valid_until, 'infinity') else '-infinity' end
        where i.team_id = new.grantee_id and i.thread_id = new.thread_id;
    end if;
  -- A team may hold more than one grant for a record, such as a court's order: the last that goes takes it out.
  elsif exists (select from heldwell.consent_grant g where g.patient_id = new.patient_id and g.grantee_id = new.grantee_id
      and g.grantee_kind = 'TEAM' and g.thread_id is null and g.entry_id is null and g.superseded_at is null and not g.ended
      and g.suspended_at is null and 'SEE' = any (g.rights)) then
    insert into heldwell.caseload (team_id, patient_id, family_key, given_key)
      select new.grantee_id, p.id, lower(p.family_name), lower(p.given_name)
        from heldwell.patient p where p.id = new.patient_id
      on conflict do nothing;
  else
    delete from heldwell.caseload c where c.team_id = new.grantee_id and c.patient_id = new.patient_id;
  end if;
  return new;
end
$$;

create or replace function heldwell.mirror_patient_name() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  update heldwell.caseload c set family_key = lower(new.family_name), given_key = lower(new.given_name)
   where c.patient_id = new.id;
  return new;
end
$$;

-- A new discussion stands in the inbox from the moment its grant holds. One that has left it, because access ended,
-- does not come back by being written in.
create or replace function heldwell.mirror_thread() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if tg_op = 'INSERT' then
    insert into heldwell.team_inbox
      (team_id, last_message_at, patient_id, thread_id, last_author_role, unread, opens_at)
      values (new.team_id, new.last_message_at, new.patient_id, new.id, new.last_author_role,
        new.last_author_role <> 'STAFF', 'infinity');
  else
    update heldwell.team_inbox i set last_message_at = new.last_message_at,
      last_author_role = new.last_author_role, unread = new.last_author_role <> 'STAFF'
      where i.team_id = new.team_id and i.thread_id = new.id;
  end if;
  return new;
end
$$;

-- One that has ended waits on nobody, until somebody writes again.
create or replace function heldwell.mirror_end() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  update heldwell.team_inbox i set has_ended = new.closed_at is not null
   where i.team_id = new.team_id and i.thread_id = new.id;
  return new;
end
$$;

create or replace function heldwell.mirror_reading() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  update heldwell.team_inbox i set unread = false
    from heldwell.thread t
   where i.team_id = new.reader_id and i.thread_id = new.thread_id and i.unread
     and t.patient_id = new.patient_id and t.id = new.thread_id and t.last_position <= new.read_position;
  return new;
end
$$;

drop trigger if exists mirror_grant on heldwell.consent_grant;
create trigger mirror_grant after insert or update of valid_from, valid_until, suspended_at on heldwell.consent_grant
  for each row execute function heldwell.mirror_grant();
drop trigger if exists mirror_patient_name on heldwell.patient;
create trigger mirror_patient_name after update of family_name, given_name on heldwell.patient
  for each row when (old.family_name <> new.family_name or old.given_name <> new.given_name)
  execute function heldwell.mirror_patient_name();
drop trigger if exists mirror_thread on heldwell.thread;
create trigger mirror_thread after insert or update of last_position on heldwell.thread
  for each row execute function heldwell.mirror_thread();
drop trigger if exists mirror_end on heldwell.thread;
create trigger mirror_end after update of closed_at on heldwell.thread
  for each row when (old.closed_at is distinct from new.closed_at) execute function heldwell.mirror_end();
drop trigger if exists mirror_reading on heldwell.participant;
create trigger mirror_reading after update of read_position on heldwell.participant
  for each row when (new.role = 'STAFF') execute function heldwell.mirror_reading();

alter function heldwell.mirror_thread() owner to heldwell_consent;
alter function heldwell.mirror_end() owner to heldwell_consent;
alter function heldwell.mirror_reading() owner to heldwell_consent;
alter function heldwell.mirror_grant() owner to heldwell_consent;
alter function heldwell.mirror_patient_name() owner to heldwell_consent;

-- Teams in whose inboxes a record's discussions stand, to be told to look again: ids, and nothing else.
create or replace function heldwell.inboxes_of(patient uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$ select distinct t.team_id from heldwell.thread t where t.patient_id = patient $$;
alter function heldwell.inboxes_of(uuid) owner to heldwell_consent;
