-- Ending a discussion: what was given until it ends, ends with it (`thread_closed`), and a new message opens it again.

-- Grants that end when a discussion does, and those given through one of them.
create or replace function heldwell.grants_until_closed(patient uuid, thread uuid) returns setof heldwell.consent_grant
  language sql stable security definer set search_path = pg_catalog as
$$
  with recursive ending (id) as (
    select g.id from heldwell.consent_grant g
     where g.patient_id = patient and g.ends_with_thread = thread and g.superseded_at is null and not g.ended
    union
    select g.id from ending e join heldwell.consent_grant g
        on g.patient_id = patient and g.given_through = e.id and g.superseded_at is null and not g.ended
  )
  select g.* from heldwell.consent_grant g
   where g.patient_id = patient and g.id in (select e.id from ending e) and g.superseded_at is null
$$;
alter function heldwell.grants_until_closed(uuid, uuid) owner to heldwell_consent;

-- Whether the viewer may end a discussion: the patient theirs, and staff of the team it is addressed to who may write in it.
-- A carer in copy writes, but ends nothing: who else sees the record may hang on it.
create or replace function heldwell.may_close(patient uuid, of_team uuid) returns boolean
  language sql stable set search_path = pg_catalog as
$$
  select coalesce(patient = heldwell.viewer_record(), false)
    or heldwell.viewer_app() = 'PROFESSIONAL' and of_team = any (heldwell.viewer_teams())
$$;

-- Ends a discussion, and says whose access ended with it; ending an ended one changes nothing. The heads of the grants that
-- end are locked before the discussion, which is the order in which a message takes them: neither waits for the other.
create or replace function heldwell.close_thread(patient uuid, thread uuid)
  returns table (allowed boolean, team_id uuid, grantees uuid[])
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  its_label text;
  ending uuid[];
begin
  select t.team_id, t.label into team_id, its_label from heldwell.thread t where t.patient_id = patient and t.id = thread;
  if not found or not heldwell.may_close(patient, team_id) then
    -- Hidden and missing are the same answer.
    return query select false, null::uuid, '{}'::uuid[];
    return;
  end if;
  perform from heldwell.grant_head h
    where h.patient_id = patient and h.grantee_id in (select g.grantee_id from heldwell.grants_until_closed(patient, thread) g)
    order by h.grantee_id for update;
  if not heldwell.may_write(patient, 'MESSAGE', its_label, thread) then
    return query select false, null::uuid, '{}'::uuid[];
    return;
  end if;
  ending := array(select distinct g.grantee_id from heldwell.grants_until_closed(patient, thread) g);
  update heldwell.thread t set closed_at = heldwell.now()
   where t.patient_id = patient and t.id = thread and t.closed_at is null;
  return query select true, close_thread.team_id, case when found then ending else '{}'::uuid[] end;
end
$$;
alter function heldwell.close_thread(uuid, uuid) owner to heldwell_consent;

-- Whether access may be given until this discussion ends: it is of this record and has not ended. Locked, so that one that
-- is ended meanwhile takes with it what is being given.
create or replace function heldwell.thread_is_open(patient uuid, thread uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  perform from heldwell.thread t where t.patient_id = patient and t.id = thread and t.closed_at is null for share;
  return found;
end
$$;
alter function heldwell.thread_is_open(uuid, uuid) owner to heldwell_consent;
