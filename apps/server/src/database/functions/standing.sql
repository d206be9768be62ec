-- Staff note that somebody has died, or close a record at its person's written wish; and take it back.

-- The record a team the viewer leads cares for, locked against another such act, and against a revoke under way, as every
-- writing (`wait_for_revokes`); no row for everybody else.
create or replace function heldwell.hold_led_record(patient uuid, team uuid) returns setof heldwell.patient
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.wait_for_revokes(patient);
  if not exists (select from heldwell.led_care l where l.team_id = team and l.patient_id = hold_led_record.patient) then return; end if;
  return query select p.* from heldwell.patient p where p.id = hold_led_record.patient for update;
end
$$;

-- Whether the viewer has carried this very act out already: sent twice, done once.
create or replace function heldwell.standing_set(patient uuid, standing uuid, of_kind text) returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  select exists (select from heldwell.record_standing s where s.patient_id = patient and s.id = standing and s.kind = of_kind
    and s.set_by_person = heldwell.viewer_person())
$$;

-- Notes an act in the log of the record, as done for a team.
create or replace function heldwell.log_standing(patient uuid, of_what text, standing uuid, team uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.log_change(patient, jsonb_build_object('what', of_what, 'team', team,
    'about', (select t.name from heldwell.team t where t.id = team), 'bucket', 'standing:' || of_what || ':' || standing));
end
$$;

-- Each says what came of it: null for whoever may not know, else DONE or why not.
create or replace function heldwell.record_death(standing uuid, patient uuid, team uuid, died_on date, why bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  p heldwell.patient;
begin
  select * into p from heldwell.hold_led_record(patient, team);
  if heldwell.standing_set(patient, standing, 'DIED') then return 'DONE'; end if;
  if p.id is null then return null; end if;
  if p.person_id = heldwell.viewer_person() then return 'ONESELF'; end if;
  if heldwell.is_deceased(patient) then return 'ALREADY'; end if;
  if died_on > (heldwell.now() at time zone 'Europe/London')::date or died_on < p.birth_date then return 'NO_SUCH_DAY'; end if;
  insert into heldwell.record_standing (patient_id, id, kind, team_id, patient_name, reason, set_at, set_by_name, set_by_person)
    values (patient, standing, 'DIED', team, heldwell.name_of_patient(patient), why, heldwell.now(), heldwell.name_of_viewer(),
      heldwell.viewer_person());
  update heldwell.patient r set deceased = true, deceased_at = died_on::timestamp at time zone 'UTC' where r.id = patient;
  perform heldwell.log_standing(patient, 'DEATH_RECORDED', standing, team);
  return 'DONE';
end
$$;

-- The note of a death that a team the viewer leads may take back; null where a sender said it, or there is none.
create or replace function heldwell.death_noted(patient uuid, team uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select s.id from heldwell.record_standing s join heldwell.led_care l on l.patient_id = s.patient_id and l.team_id = team
   where s.patient_id = patient and s.kind = 'DIED' and s.undone_at is null
$$;

-- It was a mistake, whoever said so: everything is as it was, and the person is told. The act is the note that is taken back,
-- or one of its own where a sender said it; the reason is sealed under it.
create or replace function heldwell.take_back_death(act uuid, patient uuid, team uuid, why bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  p heldwell.patient;
begin
  select * into p from heldwell.hold_led_record(patient, team);
  if p.id is null then return null; end if;
  if not heldwell.is_deceased(patient) then
    -- Sent twice, done once.
    return case when (select s.undone_by_person from heldwell.record_standing s where s.patient_id = take_back_death.patient
      and s.kind = 'DIED' order by s.undone_at desc limit 1) = heldwell.viewer_person() then 'DONE' else 'ALREADY' end;
  end if;
  if p.person_id = heldwell.viewer_person() then return 'ONESELF'; end if;
  update heldwell.record_standing s set undone_at = heldwell.now(), undone_by_name = heldwell.name_of_viewer(),
      undone_by_person = heldwell.viewer_person(), undo_reason = why
   where s.patient_id = take_back_death.patient and s.id = act and s.kind = 'DIED' and s.undone_at is null;
  if not found then
    if heldwell.death_noted(patient, team) is not null then return 'ALREADY'; end if;
    -- A sender had said it: the reason is kept all the same.
    insert into heldwell.record_standing (patient_id, id, kind, team_id, patient_name, set_at, set_by_name, undone_at,
        undone_by_name, undone_by_person, undo_reason)
      values (patient, act, 'DIED', team, heldwell.name_of_patient(patient), heldwell.now(), 'Heldwell', heldwell.now(),
        heldwell.name_of_viewer(), heldwell.viewer_person(), why);
  end if;
  update heldwell.patient r set deceased = false, deceased_at = null where r.id = patient;
  perform heldwell.tell('DEATH_TAKEN_BACK', array[p.person_id], 'PATIENT', jsonb_build_object('patient', patient), true);
  perform heldwell.log_standing(patient, 'DEATH_TAKEN_BACK', act, team);
  return 'DONE';
end
$$;

-- A written withdrawal: sharing stops, and the record opens to nobody, its person included, until they open it again.
create or replace function heldwell.close_for_patient(standing uuid, patient uuid, team uuid, stop uuid, why bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  p heldwell.patient;
  by_whom constant text := concat_ws(', ', heldwell.name_of_viewer(), (select t.name from heldwell.team t where t.id = team));
begin
  select * into p from heldwell.hold_led_record(patient, team);
  if heldwell.standing_set(patient, standing, 'CLOSED') then return 'DONE'; end if;
  if p.id is null then return null; end if;
  if p.person_id = heldwell.viewer_person() then return 'ONESELF'; end if;
  if heldwell.is_deceased(patient) then return 'DECEASED'; end if;
  if p.deregistered_at is not null then return 'ALREADY'; end if;
  insert into heldwell.record_standing (patient_id, id, kind, team_id, patient_name, reason, stop_id, set_at, set_by_name, set_by_person)
    values (patient, standing, 'CLOSED', team, heldwell.name_of_patient(patient), why, stop, heldwell.now(),
      heldwell.name_of_viewer(), heldwell.viewer_person());
  update heldwell.patient r set deregistered_at = heldwell.now() where r.id = patient;
  insert into heldwell.sharing_stop (patient_id, id, stopped_at, stopped_by) values (patient, stop, heldwell.now(), by_whom)
    on conflict (patient_id) where resumed_at is null do nothing;
  perform heldwell.tell('RECORD_CLOSED', array[p.person_id], 'PATIENT', jsonb_build_object('patient', patient, 'team', team), true);
  perform heldwell.log_standing(patient, 'RECORD_CLOSED', standing, team);
  return 'DONE';
end
$$;

-- That was a mistake: the record opens to its person, and those who had access have it again. Where the person has opened it
-- meanwhile it is theirs to decide.
create or replace function heldwell.reopen_for_patient(patient uuid, standing uuid, why bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  s heldwell.record_standing;
  p heldwell.patient;
begin
  select r.* into s from heldwell.record_standing r where r.patient_id = patient and r.id = standing and r.kind = 'CLOSED'
     and r.team_id = any (heldwell.viewer_led_teams());
  if not found then return null; end if;
  select r.* into p from heldwell.patient r where r.id = patient for update;
  if p.person_id = heldwell.viewer_person() then return 'ONESELF'; end if;
  update heldwell.record_standing r set undone_at = heldwell.now(), undone_by_name = heldwell.name_of_viewer(),
      undone_by_person = heldwell.viewer_person(), undo_reason = why
   where r.patient_id = patient and r.id = standing and r.undone_at is null;
  if not found then
    return case when exists (select from heldwell.record_standing r where r.patient_id = patient and r.id = standing
      and r.undone_by_person = heldwell.viewer_person()) then 'DONE' else 'ALREADY' end;
  end if;
  update heldwell.patient r set deregistered_at = null where r.id = patient;
  update heldwell.sharing_stop t set resumed_at = heldwell.now(), resumed_by = heldwell.name_of_viewer()
   where t.patient_id = patient and t.id = s.stop_id and t.resumed_at is null;
  perform heldwell.tell('RECORD_OPENED', array[p.person_id], 'PATIENT', jsonb_build_object('patient', patient, 'team', s.team_id), true);
  perform heldwell.log_standing(patient, 'RECORD_OPENED', standing, s.team_id);
  return 'DONE';
end
$$;

-- What ended by itself, as when the person opens their record again or a sender says that they live, waits for no undoing.
create or replace function heldwell.standing_over() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  update heldwell.record_standing s set undone_at = heldwell.now(), undone_by_name = coalesce(heldwell.name_of_viewer(), 'Heldwell'),
      undone_by_person = heldwell.viewer_person()
   where s.patient_id = new.id and s.undone_at is null
     and case s.kind when 'CLOSED' then new.deregistered_at is null else not new.deceased and new.deceased_at is null end;
  return null;
end
$$;
drop trigger if exists standing_over on heldwell.patient;
create trigger standing_over after update of deregistered_at, deceased, deceased_at on heldwell.patient
  for each row when (old.deregistered_at is not null and new.deregistered_at is null
    or (old.deceased or old.deceased_at is not null) and not new.deceased and new.deceased_at is null)
  execute function heldwell.standing_over();

-- The team that closed the viewer's own record at their written wish; null where they did so themself, or it is open.
create or replace function heldwell.viewer_record_closed_by() returns text
  language sql stable security definer set search_path = pg_catalog as
$$
  select t.name from heldwell.patient p join heldwell.record_standing s on s.patient_id = p.id join heldwell.team t on t.id = s.team_id
   where p.person_id = heldwell.viewer_person() and heldwell.viewer_app() = 'PATIENT' and s.kind = 'CLOSED' and s.undone_at is null
$$;

-- Records that teams the viewer leads closed, for as long as they are: the name and the act, nothing of the record.
create or replace view heldwell.closed_record as
  select s.patient_id, s.id, s.team_id, s.patient_name, s.reason, s.set_at, s.set_by_name
    from heldwell.record_standing s
   where s.kind = 'CLOSED' and s.undone_at is null and s.team_id = any ((select heldwell.viewer_led_teams())::uuid[]);

alter view heldwell.closed_record owner to heldwell_consent;
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as signature from pg_proc p where p.pronamespace = 'heldwell'::regnamespace
    and p.proname in ('hold_led_record', 'standing_set', 'log_standing', 'record_death', 'death_noted', 'take_back_death', 'close_for_patient',
      'reopen_for_patient', 'standing_over', 'viewer_record_closed_by') loop
    execute format('alter function %s owner to heldwell_consent', f.signature);
  end loop;
end
$$;
