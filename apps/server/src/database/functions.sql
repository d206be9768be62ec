-- The law in SQL: who the viewer is, what grants let them do. Applied whole whenever it changes.

grant usage on schema heldwell to heldwell_app, heldwell_system, heldwell_consent;
-- To be handed an object over, its new owner must be able to create in the schema (PostgreSQL's rule).
grant create on schema heldwell to heldwell_consent;

-- The moment everything is judged at. Tests replace it; production refuses to start with a replaced one.
create or replace function heldwell.now() returns timestamptz language sql stable as 'select pg_catalog.now()';

create or replace function heldwell.all_labels() returns text[] language sql immutable as
  $$ select '{GENERAL,MENTAL_HEALTH,SEXUAL_HEALTH,SOCIAL_CARE,UNLABELLED}'::text[] $$;
create or replace function heldwell.all_rights() returns text[] language sql immutable as
  $$ select '{SEE,ADD,MESSAGE,REQUEST_APPOINTMENT,BOOK_APPOINTMENT,MANAGE_SHARING}'::text[] $$;

-- The opaque id of a row: a kind, the patient (or zeros) and the row.
create or replace function heldwell.global_id(kind "char", patient uuid, row_id uuid) returns text
  language sql immutable strict as
  $$ select translate(encode(charsend(kind) || uuid_send(patient) || uuid_send(row_id), 'base64'), '+/', '-_') $$;
create or replace function heldwell.global_id(kind "char", row_id uuid) returns text
  language sql immutable strict as
  $$ select rtrim(translate(encode(charsend(kind) || uuid_send(row_id), 'base64'), '+/', '-_'), '=') $$;

-- The viewer of this transaction. A setting that was never set and one that ended ('') are alike: nobody.
create or replace function heldwell.viewer_person() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.person', true), '')::uuid $$;
create or replace function heldwell.viewer_app() returns text language sql stable as
  $$ select nullif(current_setting('heldwell.app', true), '') $$;
create or replace function heldwell.viewer_record() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.record', true), '')::uuid $$;
create or replace function heldwell.viewer_teams() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('heldwell.teams', true), ''), '{}')::uuid[] $$;
-- Those whose grants are the viewer's: their teams and those teams' organisations, or, for a carer, themself.
create or replace function heldwell.viewer_grantees() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('heldwell.grantees', true), ''), '{}')::uuid[] $$;

-- Whether a version of a grant holds at this moment: the one place that says so.
create or replace function heldwell.holds_now(superseded_at timestamptz, ended boolean, valid_from timestamptz,
  valid_until timestamptz) returns boolean language sql stable as
  $$ select superseded_at is null and not ended
       and valid_from <= heldwell.now() and (valid_until is null or valid_until > heldwell.now()) $$;

-- The grants that hold at this moment, as far as whoever asks may see grants at all.
create or replace view heldwell.grant_in_force with (security_invoker) as
  select g.* from heldwell.consent_grant g
   where heldwell.holds_now(g.superseded_at, g.ended, g.valid_from, g.valid_until);

-- THE one place that turns grants into what this viewer may do now: a row for each grant in force. A grant for one
-- discussion has a thread_id; the others are for the record. Policies read this and look for the own record themselves.
create or replace view heldwell.held_grant as
  select g.patient_id, g.id, g.labels, g.rights, g.thread_id
    from heldwell.consent_grant g
   where heldwell.holds_now(g.superseded_at, g.ended, g.valid_from, g.valid_until)
     and g.grantee_id = any ((select heldwell.viewer_grantees())::uuid[]);

-- The same, and one row for the patient's own record.
create or replace view heldwell.viewer_grant as
  select g.patient_id, g.id, g.labels, g.rights, g.thread_id from heldwell.held_grant g
  union all
  select own.id, null, heldwell.all_labels(), heldwell.all_rights(), null
    from (select heldwell.viewer_record() as id) own
   where own.id is not null;

-- May the viewer do this, to what carries this label (or to this one discussion), at this moment? Locks what a
-- revoke updates and only then looks, so that no write lands after a revoke has returned.
create or replace function heldwell.may_write(patient uuid, wanted text, of_label text, of_thread uuid)
  returns boolean language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  perform from heldwell.grant_head h
    where h.patient_id = patient and h.grantee_id = any (heldwell.viewer_grantees())
    for share;
  return exists (
    select from heldwell.viewer_grant g
     where g.patient_id = patient and wanted = any (g.rights)
       and ((g.thread_id is null and of_label = any (g.labels)) or g.thread_id = of_thread));
end
$$;

-- Opens the session of a cookie for this transaction and says who it is; no row when there is none.
create or replace function heldwell.open_session(cookie_hash bytea, of_app text)
  returns table (session_id uuid, person_id uuid, given_name text, family_name text, patient_id uuid,
                 team_ids uuid[], team_names text[], expires_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  moment constant timestamptz := heldwell.now();
  idle constant interval := case of_app when 'PROFESSIONAL' then interval '15 minutes' else interval '30 minutes' end;
  seen timestamptz;
  grantees uuid[];
begin
  select s.id, p.id, p.given_name, p.family_name, s.expires_at, s.last_seen_at
    into session_id, person_id, given_name, family_name, expires_at, seen
    from heldwell.session s join heldwell.person p on p.id = s.person_id
   where s.token_hash = cookie_hash and s.app = of_app and s.ended_at is null and p.disabled_at is null
     and s.expires_at > moment and s.last_seen_at > moment - idle;
  if not found then return; end if;
  -- Once a minute is exact enough for an idle limit and spares a write on every read.
  if seen < moment - interval '1 minute' then
    update heldwell.session s set last_seen_at = moment where s.id = open_session.session_id;
  end if;
  if of_app = 'PATIENT' then
    select r.id into patient_id from heldwell.patient r where r.person_id = open_session.person_id;
  elsif of_app = 'CARER' then
    grantees := array[person_id];
  else
    select array_agg(t.id order by t.name), array_agg(t.name order by t.name),
           array_agg(t.id) || array_agg(distinct t.organisation_id)
      into team_ids, team_names, grantees
      from heldwell.team_member m join heldwell.team t on t.id = m.team_id
     where m.person_id = open_session.person_id and m.left_at is null;
  end if;
  perform set_config('heldwell.person', person_id::text, true), set_config('heldwell.app', of_app, true),
          set_config('heldwell.record', coalesce(patient_id::text, ''), true),
          set_config('heldwell.teams', coalesce(team_ids::text, ''), true),
          set_config('heldwell.grantees', coalesce(grantees::text, ''), true);
  return next;
end
$$;

-- Ends a session of the viewer's own.
create or replace function heldwell.end_session(of_session uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.session set ended_at = heldwell.now()
   where id = of_session and person_id = heldwell.viewer_person() and ended_at is null
$$;

-- Every change of a grant updates its head, so that it waits for writes under way and they for it.
create or replace function heldwell.grant_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  insert into heldwell.grant_head as h (patient_id, grantee_id) values (new.patient_id, new.grantee_id)
    on conflict (patient_id, grantee_id) do update set changes = h.changes + 1;
  return new;
end
$$;

-- The tables that cut across patients follow the grants in the same transaction.
create or replace function heldwell.mirror_grant() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if new.grantee_kind <> 'TEAM' or new.superseded_at is not null then return new; end if;
  if new.thread_id is not null then
    if new.ended then
      delete from heldwell.team_inbox i where i.team_id = new.grantee_id and i.thread_id = new.thread_id;
    else
      update heldwell.team_inbox i set opens_at = new.valid_from, closes_at = coalesce(new.valid_until, 'infinity')
        where i.team_id = new.grantee_id and i.thread_id = new.thread_id;
    end if;
  elsif new.ended or not 'SEE' = any (new.rights) then
    delete from heldwell.caseload c where c.team_id = new.grantee_id and c.patient_id = new.patient_id;
  else
    insert into heldwell.caseload (team_id, patient_id, family_key, given_key)
      select new.grantee_id, p.id, lower(p.family_name), lower(p.given_name)
        from heldwell.patient p where p.id = new.patient_id
      on conflict do nothing;
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

-- Who looked: one row for each opening, one an hour for the rows of a list. Nobody reads without it.
-- In plpgsql, because its plans are kept; what is in the log already is left out before anything is looked up for it.
create or replace function heldwell.log_access(of_action text, patients uuid[], what text, at_bucket text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  viewer constant uuid := heldwell.viewer_person();
  own constant uuid := heldwell.viewer_record();
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

drop trigger if exists grant_changed on heldwell.consent_grant;
create trigger grant_changed before insert or update on heldwell.consent_grant
  for each row execute function heldwell.grant_changed();
drop trigger if exists mirror_grant on heldwell.consent_grant;
create trigger mirror_grant after insert or update of valid_from, valid_until on heldwell.consent_grant
  for each row execute function heldwell.mirror_grant();
drop trigger if exists mirror_patient_name on heldwell.patient;
create trigger mirror_patient_name after update of family_name, given_name on heldwell.patient
  for each row when (old.family_name <> new.family_name or old.given_name <> new.given_name)
  execute function heldwell.mirror_patient_name();
drop trigger if exists mirror_thread on heldwell.thread;
create trigger mirror_thread after insert or update of last_position on heldwell.thread
  for each row execute function heldwell.mirror_thread();
drop trigger if exists mirror_reading on heldwell.participant;
create trigger mirror_reading after update of read_position on heldwell.participant
  for each row when (new.role = 'STAFF') execute function heldwell.mirror_reading();

alter function heldwell.end_session(uuid) owner to heldwell_consent;
alter function heldwell.mirror_thread() owner to heldwell_consent;
alter function heldwell.mirror_reading() owner to heldwell_consent;
alter function heldwell.log_access(text, uuid[], text, text) owner to heldwell_consent;
alter view heldwell.held_grant owner to heldwell_consent;
alter view heldwell.viewer_grant owner to heldwell_consent;
alter function heldwell.may_write(uuid, text, text, uuid) owner to heldwell_consent;
alter function heldwell.open_session(bytea, text) owner to heldwell_consent;
alter function heldwell.grant_changed() owner to heldwell_consent;
alter function heldwell.mirror_grant() owner to heldwell_consent;
alter function heldwell.mirror_patient_name() owner to heldwell_consent;
