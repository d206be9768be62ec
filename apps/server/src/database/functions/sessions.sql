-- Sessions: opened in the transaction they serve.

-- For whom somebody works now: their teams, and whose grants are theirs by that. Staff an organisation froze work in none
-- of its teams. Plain SQL, so that it becomes a part of the statement that asks.
create or replace function heldwell.works_for(person uuid)
  returns table (team_ids uuid[], team_names text[], grantees uuid[]) language sql stable rows 1 as
$$
  select array_agg(t.id order by t.name), array_agg(t.name order by t.name),
         array_agg(t.id) || array_agg(distinct t.organisation_id)
    from heldwell.team_member m join heldwell.team t on t.id = m.team_id
   where m.person_id = works_for.person and m.left_at is null
     and not exists (select from heldwell.person_freeze f where f.person_id = m.person_id
       and f.organisation_id = t.organisation_id and f.lifted_at is null)
$$;

-- How long a session may lie idle.
create or replace function heldwell.idle_limit(of_app text) returns interval language sql immutable as
$$ select case of_app when 'PROFESSIONAL' then interval '15 minutes' else interval '30 minutes' end $$;

-- Opens the session of a cookie for this transaction and says who it is; no row when there is none. A patient whose
-- record is frozen is nobody's patient here, but for their plan; one whose record is closed, or who has died, is none at all.
-- `attended` is false where nobody asked, as in a delivery of a stream: a busy inbox keeps no empty chair signed in.
drop function if exists heldwell.open_session(bytea, text);
drop function if exists heldwell.open_session(bytea, text, boolean);
create function heldwell.open_session(cookie_hash bytea, of_app text, attended boolean)
  returns table (session_id uuid, person_id uuid, given_name text, family_name text, patient_id uuid,
                 frozen_patient_id uuid, team_ids uuid[], team_names text[], expires_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  moment constant timestamptz := heldwell.now();
  seen timestamptz;
  grantees uuid[];
  withheld uuid[];
begin
  select s.id, p.id, p.given_name, p.family_name, s.expires_at, s.last_seen_at
    into session_id, person_id, given_name, family_name, expires_at, seen
    from heldwell.session s join heldwell.person p on p.id = s.person_id
   where s.token_hash = cookie_hash and s.app = of_app and s.ended_at is null and p.disabled_at is null
     and s.expires_at > moment and s.last_seen_at > moment - heldwell.idle_limit(of_app);
  if not found then return; end if;
  -- Once a minute is exact enough for an idle limit and spares a write on every read.
  if attended and seen < moment - interval '1 minute' then
    update heldwell.session s set last_seen_at = moment where s.id = open_session.session_id;
  end if;
  if of_app = 'PATIENT' then
    select case when f.patient_id is null then r.id end, f.patient_id into patient_id, frozen_patient_id
      from heldwell.patient r left join heldwell.frozen_record f on f.patient_id = r.id
     where r.person_id = open_session.person_id and r.deregistered_at is null and not r.deceased and r.deceased_at is null
     limit 1;
    withheld := heldwell.withheld_from(coalesce(patient_id, frozen_patient_id));
  elsif of_app = 'CARER' then
    grantees := array[person_id];
  else
    select w.team_ids, w.team_names, w.grantees into team_ids, team_names, grantees
      from heldwell.works_for(open_session.person_id) w;
    grantees := grantees || person_id;
  end if;
  perform set_config('heldwell.person', person_id::text, true), set_config('heldwell.app', of_app, true),
          set_config('heldwell.session', session_id::text, true),
          set_config('heldwell.record', coalesce(patient_id::text, ''), true),
          set_config('heldwell.frozen_record', coalesce(frozen_patient_id::text, ''), true),
          set_config('heldwell.teams', coalesce(team_ids::text, ''), true),
          set_config('heldwell.grantees', coalesce(grantees::text, ''), true),
          set_config('heldwell.withheld', coalesce(withheld::text, ''), true);
  return next;
end
$$;

-- Notes that the person of a session has just shown again who they are.
create or replace function heldwell.confirm_session(of_session uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.session set confirmed_at = heldwell.now()
   where id = of_session and person_id = heldwell.viewer_person() and ended_at is null
$$;

-- Whether they did so within the last five minutes, by signing in or again: weighty acts ask for that. A session that a
-- provider began without asking anybody is not fresh by having begun.
create or replace function heldwell.session_is_fresh(of_session uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as
$$
  select exists (select from heldwell.session s where s.id = of_session and s.person_id = heldwell.viewer_person()
    and greatest(case when s.begun_fresh then s.started_at end, s.confirmed_at) > heldwell.now() - interval '5 minutes')
$$;

-- Ends a session of the viewer's own; false when there is no such.
drop function if exists heldwell.end_session(uuid);
create function heldwell.end_session(of_session uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with ended as (
    update heldwell.session set ended_at = heldwell.now()
     where id = of_session and person_id = heldwell.viewer_person() and ended_at is null returning 1)
  select exists (select from ended)
$$;

-- The end of a session is told to every server process when it is committed, whatever ended it: what it opened ends.
create or replace function heldwell.tell_session(of_session uuid) returns void language sql volatile as
$$
  select pg_notify('heldwell', json_build_array(json_build_object(
    'channel', 'session:' || of_session, 'ids', json_build_object('session', of_session)))::text)
$$;

create or replace function heldwell.session_ended() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.tell_session(new.id);
  return null;
end
$$;
create or replace trigger ended after update of ended_at on heldwell.session
  for each row when (old.ended_at is null and new.ended_at is not null) execute function heldwell.session_ended();

-- Nobody stays signed in under a password that was changed, or when they were disabled; nor does who typed the old one go
-- on to the second factor.
create or replace function heldwell.person_closed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  update heldwell.session s set ended_at = heldwell.now() where s.person_id = new.id and s.ended_at is null;
  update heldwell.sign_in_step t set used_at = heldwell.now()
   where t.person_id = new.id and t.purpose = 'SECOND_FACTOR' and t.used_at is null;
  return null;
end
$$;
create or replace trigger closed after update of disabled_at, password_hash on heldwell.person
  for each row when (new.disabled_at is not null and old.disabled_at is null
    or new.password_hash is distinct from old.password_hash) execute function heldwell.person_closed();

-- Who leaves the last of their teams, or is frozen in it, is signed out of the professionals' app; who leaves one of
-- several has what is open judged again. Other apps are theirs as before.
create or replace function heldwell.left_team() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
declare
  who constant uuid := new.person_id;
  s record;
begin
  if (select w.team_ids from heldwell.works_for(who) w) is null then
    update heldwell.session o set ended_at = heldwell.now()
     where o.person_id = who and o.app = 'PROFESSIONAL' and o.ended_at is null;
  else
    for s in select o.id from heldwell.session o
              where o.person_id = who and o.app = 'PROFESSIONAL' and o.ended_at is null loop
      perform heldwell.tell_session(s.id);
    end loop;
  end if;
  return null;
end
$$;
create or replace trigger left_team after update of left_at on heldwell.team_member
  for each row when (old.left_at is null and new.left_at is not null) execute function heldwell.left_team();
create or replace trigger held_back after insert on heldwell.person_freeze
  for each row execute function heldwell.left_team();

alter function heldwell.session_ended() owner to heldwell_consent;
alter function heldwell.person_closed() owner to heldwell_consent;
alter function heldwell.left_team() owner to heldwell_consent;
alter function heldwell.end_session(uuid) owner to heldwell_consent;
alter function heldwell.open_session(bytea, text, boolean) owner to heldwell_consent;
alter function heldwell.confirm_session(uuid) owner to heldwell_consent;
alter function heldwell.session_is_fresh(uuid) owner to heldwell_consent;
