-- Telling both sides: every change of access writes its notices in its own transaction, whatever road it came by.

-- Writes a notice for each of these people, once, and puts the jobs that tell of it into the queue: all of it holds if
-- and only if the change does. People who may not sign in are told nothing.
create or replace function heldwell.tell(of_kind text, people uuid[], of_app text, about jsonb, by_mail boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  written uuid[];
  told json;
begin
  with added as (
    insert into heldwell.notice (person_id, app, kind, patient_id, grant_id, grant_version, held_at, team_id,
      for_discussion, about_id, at)
    select p.id, of_app, of_kind, (about ->> 'patient')::uuid, (about ->> 'grant')::uuid, (about ->> 'version')::integer,
           (about ->> 'held')::timestamptz, (about ->> 'team')::uuid, coalesce((about ->> 'discussion')::boolean, false), (about ->> 'about')::uuid,
           coalesce((about ->> 'at')::timestamptz, heldwell.now())
      from heldwell.person p where p.id = any (people) and p.disabled_at is null
       -- Nothing is told to somebody who has died.
       and not (of_app = 'PATIENT' and heldwell.is_deceased((about ->> 'patient')::uuid))
    on conflict do nothing
    returning id, person_id)
  select array_agg(a.id), json_agg(json_build_object('person', a.person_id, 'notice', a.id)) into written, told from added a;
  if written is null then return; end if;
  perform heldwell_jobs.add_job('tellNotices', json_build_object('app', of_app, 'told', told), priority => -10);
  if by_mail then
    perform heldwell_jobs.add_jobs(array(
      select ('mailNotice', json_build_object('notice', w.id), null, null, 25, 'mail ' || w.id, 0, null)::heldwell_jobs.job_spec
        from unnest(written) w (id)));
  end if;
end
$$;

-- Tells the side that was given access: the members of a team, those who run an organisation's teams, or one person.
-- `held` is when a grant was held back or let go again, null for a version of its own.
create or replace function heldwell.tell_grantee(of_kind text, g heldwell.consent_grant, held timestamptz default null)
  returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  about constant jsonb := jsonb_build_object('patient', g.patient_id, 'grant', g.id, 'version', g.version,
    'discussion', g.thread_id is not null, 'held', held);
  of_team uuid;
begin
  if g.grantee_kind not in ('TEAM', 'ORGANISATION') then
    perform heldwell.tell(of_kind, array[g.grantee_id],
      case g.grantee_kind when 'CARER' then 'CARER' else 'PROFESSIONAL' end, about, true);
    return;
  end if;
  for of_team in
    select t.id from heldwell.team t
     where (g.grantee_kind = 'TEAM' and t.id = g.grantee_id)
        or (g.grantee_kind = 'ORGANISATION' and t.organisation_id = g.grantee_id)
  loop
    perform heldwell.tell(of_kind,
      array(select m.person_id from heldwell.team_member m where m.team_id = of_team and m.left_at is null
        and (g.grantee_kind = 'TEAM' or m.role <> 'MEMBER')),
      'PROFESSIONAL', about || jsonb_build_object('team', of_team), true);
  end loop;
end
$$;

-- Both sides of a version of a grant. Called for each one that is written, so that no road can forget it.
create or replace function heldwell.notify_access_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
declare
  was_ended boolean;
  owner_id constant uuid := (select p.person_id from heldwell.patient p where p.id = new.patient_id);
  kind text;
begin
  -- A direct care team that registers somebody who has not taken the record up: nobody is told yet (see tell_taken_up).
  if owner_id is null and new.basis = 'DIRECT_CARE' then return new; end if;
  select g.ended into was_ended from heldwell.consent_grant g
   where g.patient_id = new.patient_id and g.id = new.id and g.version = new.version - 1;
  kind := case when new.ended then 'ACCESS_ENDED' when new.basis = 'EMERGENCY' then 'EMERGENCY_ACCESS'
    when coalesce(was_ended, true) then 'ACCESS_GIVEN' else 'ACCESS_CHANGED' end;
  if new.ended and coalesce(was_ended, false) then return new; end if;
  -- Writing to a team opens the discussion to it: the message itself tells both.
  if kind = 'ACCESS_GIVEN' and new.thread_id is not null and exists (select from heldwell.thread t
       where t.patient_id = new.patient_id and t.id = new.thread_id and t.team_id = new.grantee_id) then
    return new;
  end if;
  if owner_id is not null then
    perform heldwell.tell(case when kind = 'ACCESS_GIVEN' and heldwell.just_accepted(new) then 'INVITATION_TAKEN_UP' else kind end,
      array[owner_id], 'PATIENT', jsonb_build_object('patient', new.patient_id, 'grant', new.id, 'version', new.version,
        'discussion', new.thread_id is not null), true);
  end if;
  -- What is given while sharing is stopped holds nothing yet: that side is told when it does (tell_held).
  if new.suspended_at is null or new.ended then perform heldwell.tell_grantee(kind, new); end if;
  -- Breaking the glass is told to the privacy officers of the team's organisation as well.
  if kind = 'EMERGENCY_ACCESS' then
    perform heldwell.tell(kind, array(select o.person_id from heldwell.organisation_officer o
        join heldwell.team t on t.organisation_id = o.organisation_id
        where t.id = new.acting_team_id and o.role = 'PRIVACY_OFFICER' and o.until is null and o.person_id <> new.grantee_id),
      'PROFESSIONAL', jsonb_build_object('patient', new.patient_id, 'grant', new.id, 'version', new.version), true);
    -- And to carers whom the patient lets see who looked.
    perform heldwell.tell(kind, array(select distinct g.grantee_id from heldwell.consent_grant g
        where g.patient_id = new.patient_id and g.grantee_kind = 'CARER' and 'SEE_LOG' = any (g.rights)
          and g.thread_id is null and g.entry_id is null
          and heldwell.holds_now(g.superseded_at, g.ended, g.suspended_at, g.valid_from, g.valid_until)),
      'CARER', jsonb_build_object('patient', new.patient_id, 'grant', new.id, 'version', new.version), true);
  end if;
  -- What ends by itself is told when it does.
  if new.valid_until is not null and not new.ended then
    perform heldwell_jobs.add_job('tellExpired', run_at => new.valid_until,
      payload => json_build_object('patient', new.patient_id, 'grant', new.id, 'version', new.version));
  end if;
  return new;
end
$$;

-- Whether a person's grant comes of an invitation that this transaction has taken up.
create or replace function heldwell.just_accepted(g heldwell.consent_grant) returns boolean
  language sql stable security definer set search_path = pg_catalog as
$$
  select g.grantee_kind in ('CARER', 'PROFESSIONAL') and g.thread_id is null and exists (select from heldwell.invitation i
    where i.patient_id = g.patient_id and i.kind in ('CARE_FOR', 'TREAT') and i.name = g.grantee_name and i.accepted_at = heldwell.now())
$$;

-- A grant's time is over: both sides are told, unless another version has said so or gone on.
create or replace function heldwell.tell_expired(patient uuid, of_grant uuid, of_version integer) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  g heldwell.consent_grant;
begin
  select * into g from heldwell.consent_grant c where c.patient_id = patient and c.id = of_grant
     and c.version = of_version and c.superseded_at is null and not c.ended and c.valid_until <= heldwell.now();
  if not found then return; end if;
  perform heldwell.tell('ACCESS_ENDED', array(select p.person_id from heldwell.patient p where p.id = patient), 'PATIENT',
    jsonb_build_object('patient', patient, 'grant', of_grant, 'version', of_version, 'discussion', g.thread_id is not null), true);
  perform heldwell.tell_grantee('ACCESS_ENDED', g);
end
$$;

-- A record is taken up: its owner is told so by mail too, and in the app alone of each team that has had access since when.
create or replace function heldwell.tell_taken_up() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
declare
  g heldwell.consent_grant;
begin
  for g in select * from heldwell.consent_grant c where c.patient_id = new.id and c.superseded_at is null and not c.ended
            order by c.recorded_at loop
    perform heldwell.tell('ACCESS_GIVEN', array[new.person_id], 'PATIENT', jsonb_build_object('patient', new.id,
      'grant', g.id, 'version', g.version, 'discussion', g.thread_id is not null, 'at', g.recorded_at), false);
  end loop;
  perform heldwell.tell('RECORD_TAKEN_UP', array[new.person_id], 'PATIENT', jsonb_build_object('patient', new.id), true);
  return new;
end
$$;

-- An entry moved to another label: its owner is told when somebody gained or lost sight of it. One unread notice stands
-- for as many as were moved, so that a sender that maps anew rings once.
create or replace function heldwell.tell_relabelled() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
declare
  owner_id constant uuid := (select p.person_id from heldwell.patient p where p.id = new.patient_id);
begin
  if owner_id is null or not exists (select from heldwell.grant_in_force g where g.patient_id = new.patient_id and g.thread_id is null
       and 'SEE' = any (g.rights) and (old.label = any (g.labels)) <> (new.label = any (g.labels))) then
    return new;
  end if;
  update heldwell.notice n set at = heldwell.now() where n.person_id = owner_id and n.app = 'PATIENT'
     and n.kind = 'LABEL_CHANGED' and n.patient_id = new.patient_id and n.read_at is null;
  if not found then
    perform heldwell.tell('LABEL_CHANGED', array[owner_id], 'PATIENT', jsonb_build_object('patient', new.patient_id), true);
  end if;
  return new;
end
$$;

-- Somebody has died, or that was a mistake: those who may only read now, or have all they had again, are told, by
-- whatever road it came.
create or replace function heldwell.tell_standing(patient uuid, of_kind text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  g heldwell.consent_grant;
begin
  for g in select distinct on (c.grantee_kind, c.grantee_id) c.* from heldwell.consent_grant c
            where c.patient_id = tell_standing.patient and c.thread_id is null and c.entry_id is null and c.labels <> '{}'
              and c.grantee_kind <> 'APP' and c.basis <> 'EMERGENCY'
              and heldwell.holds_now(c.superseded_at, c.ended, c.suspended_at, c.valid_from, c.valid_until)
            order by c.grantee_kind, c.grantee_id, c.recorded_at loop
    perform heldwell.tell_grantee(of_kind, g, heldwell.now());
  end loop;
end
$$;

-- A grant is held back, or let go again, where it stands: that side is told that access ended, or was given.
create or replace function heldwell.tell_held() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if new.superseded_at is null and not new.ended and coalesce(new.valid_until > heldwell.now(), true) then
    perform heldwell.tell_grantee(case when new.suspended_at is null then 'ACCESS_GIVEN' else 'ACCESS_ENDED' end, new,
      heldwell.now());
  end if;
  return new;
end
$$;

-- The patient stopped all sharing, or resumed it. A freeze is not told by notice or mail: others may read them.
create or replace function heldwell.tell_stopped() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  -- What staff closed and opened again is told as that (standing.sql).
  if exists (select from heldwell.record_standing s where s.patient_id = new.patient_id and s.stop_id = new.id
       and coalesce(s.undone_at = heldwell.now(), true)) then
    return new;
  end if;
  perform heldwell.tell(case when new.resumed_at is null then 'SHARING_STOPPED' else 'SHARING_RESUMED' end,
    array(select p.person_id from heldwell.patient p where p.id = new.patient_id), 'PATIENT',
    jsonb_build_object('patient', new.patient_id), true);
  return new;
end
$$;

drop trigger if exists tell_held on heldwell.consent_grant;
create trigger tell_held after update of suspended_at on heldwell.consent_grant
  for each row when ((old.suspended_at is null) <> (new.suspended_at is null)) execute function heldwell.tell_held();
drop trigger if exists tell_stopped on heldwell.sharing_stop;
create trigger tell_stopped after insert or update of resumed_at on heldwell.sharing_stop
  for each row execute function heldwell.tell_stopped();
drop trigger if exists notify_access_change on heldwell.consent_grant;
create trigger notify_access_change after insert on heldwell.consent_grant
  for each row execute function heldwell.notify_access_change();
drop trigger if exists tell_taken_up on heldwell.patient;
create trigger tell_taken_up after update of person_id on heldwell.patient
  for each row when (old.person_id is null and new.person_id is not null) execute function heldwell.tell_taken_up();
drop trigger if exists tell_relabelled on heldwell.entry;
create trigger tell_relabelled after update of label on heldwell.entry
  for each row when (old.label <> new.label) execute function heldwell.tell_relabelled();

alter function heldwell.tell(text, uuid[], text, jsonb, boolean) owner to heldwell_consent;
alter function heldwell.tell_grantee(text, heldwell.consent_grant, timestamptz) owner to heldwell_consent;
alter function heldwell.just_accepted(heldwell.consent_grant) owner to heldwell_consent;
alter function heldwell.tell_expired(uuid, uuid, integer) owner to heldwell_consent;
alter function heldwell.notify_access_change() owner to heldwell_consent;
alter function heldwell.tell_standing(uuid, text) owner to heldwell_consent;
alter function heldwell.tell_held() owner to heldwell_consent;
alter function heldwell.tell_stopped() owner to heldwell_consent;
alter function heldwell.tell_taken_up() owner to heldwell_consent;
alter function heldwell.tell_relabelled() owner to heldwell_consent;
