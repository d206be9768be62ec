-- The access log: written by functions alone, in the transaction that reads or changes.

-- Of these teams one that wrote something in a record, or has a discussion there: as which its own writing is looked at.
create or replace function heldwell.writing_team(patient uuid, teams uuid[]) returns uuid language sql stable as
$$
  select coalesce(
    (select e.author_team_id from heldwell.entry e where e.patient_id = patient and e.author_team_id = any (teams) limit 1),
    (select t.team_id from heldwell.thread t where t.patient_id = patient and t.team_id = any (teams) limit 1))
$$;

-- What the log says of a look at each of these records that is not the viewer's own: who looks, in which part and on what
-- ground. Plain SQL, so that it becomes a part of the statement that writes it.
create or replace function heldwell.looks_at(patients uuid[], what text)
  returns table (patient_id uuid, person_id uuid, person_name text, app text, role text, team_id uuid, team_name text,
    organisation_id uuid, organisation_name text, purpose text) language sql stable as
$$
  select r.patient_id, p.id, p.given_name || ' ' || p.family_name, v.app,
         case when v.as_officer then 'PRIVACY_OFFICER' when v.app = 'PROFESSIONAL' and g.alone then 'PROFESSIONAL'
              when v.app = 'PROFESSIONAL' then coalesce(m.role, 'MEMBER') else v.app end,
         t.id, t.name, o.id, o.name,
         case when v.as_officer then 'PRIVACY_OFFICE' when v.as_desk then 'IDENTITY'
              when g.basis in ('EMERGENCY', 'COURT_ORDER') then g.basis
              when v.app = 'CARER' then 'CARER' else coalesce(g.basis, 'OWN_WRITING') end
    -- Who somebody is, settled by a front desk: no grant is needed for that, nor by an office alone given.
    from (select heldwell.viewer_app() as app, split_part(what, ' ', 1) = 'MATCH' as as_desk,
                 split_part(what, ' ', 1) in ('QUESTION', 'EMERGENCY', 'FREEZE', 'COURT_ORDER') as as_officer) v
    join heldwell.person p on p.id = heldwell.viewer_person()
   cross join unnest(patients) r (patient_id)
    left join lateral (
      select coalesce(g.acting_team_id, g.grantee_id) as grantee_id, g.basis,
             g.grantee_kind = 'PROFESSIONAL' and g.acting_team_id is null as alone from heldwell.consent_grant g
       where g.patient_id = r.patient_id and g.grantee_id = any (heldwell.viewer_grantees())
         and heldwell.holds_now(g.superseded_at, g.ended, g.suspended_at, g.valid_from, g.valid_until)
       order by g.basis <> 'EMERGENCY', g.thread_id is not null, g.recorded_at, g.id limit 1) g on true
    left join lateral (
      select t.id, t.name, t.organisation_id from heldwell.team t
       where t.id = any (heldwell.viewer_teams()) and (v.as_desk or v.as_officer or g.alone is not true)
       order by t.id = case when v.as_desk then heldwell.desk_team(r.patient_id)
                         else coalesce(g.grantee_id, heldwell.writing_team(r.patient_id, heldwell.viewer_teams())) end desc nulls last,
                (t.organisation_id = g.grantee_id) is true desc, t.name
       limit 1) t on true
    left join heldwell.organisation o on o.id = t.organisation_id
    left join heldwell.team_member m on m.team_id = t.id and m.person_id = p.id
   where r.patient_id is distinct from coalesce(heldwell.viewer_record(), heldwell.viewer_frozen_record())
$$;

-- Who looked: one row for each opening, one a minute for a page kept open, one an hour for the rows of a list. Nobody
-- reads without it. In plpgsql, because its plans are kept; by its indexes whatever the tables held when they were made.
-- An opening is always new: it is not looked for first, nor written in the two steps of a row that may be there already.
drop function if exists heldwell.log_access(text, uuid[], text, text);
create or replace function heldwell.log_access(of_action text, patients uuid[], what text, at_bucket text, opened uuid)
  returns void language plpgsql volatile security definer set search_path = pg_catalog set enable_seqscan = off as
$$
declare
  unlogged uuid[];
begin
  if of_action = 'OPENED' then
    with written as (
      insert into heldwell.access_log (patient_id, person_id, person_name, app, role, team_id, team_name,
          organisation_id, organisation_name, purpose, at, action, what, opened_id, bucket)
      select l.*, heldwell.now(), of_action, what, opened, at_bucket from heldwell.looks_at(patients, what) l
      returning patient_id, id)
    insert into heldwell.access_unsealed (patient_id, id) select w.patient_id, w.id from written w;
    return;
  end if;
  select array_agg(one.patient_id) into unlogged from unnest(patients) one (patient_id)
   where (select true from heldwell.access_log l where l.patient_id = one.patient_id
            and l.person_id = heldwell.viewer_person() and l.bucket = at_bucket limit 1) is null;
  if unlogged is null then return; end if;
  with written as (
    insert into heldwell.access_log (patient_id, person_id, person_name, app, role, team_id, team_name,
        organisation_id, organisation_name, purpose, at, action, what, opened_id, bucket)
    select l.*, heldwell.now(), of_action, what, opened, at_bucket from heldwell.looks_at(unlogged, what) l
    on conflict (patient_id, person_id, bucket) do nothing
    returning patient_id, id)
  insert into heldwell.access_unsealed (patient_id, id) select w.patient_id, w.id from written w;
end
$$;

-- A change of who may see what, beside the looks: with the one who made it, or the service when nobody did.
create or replace function heldwell.log_change(patient uuid, change jsonb) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  with maker as (
    select coalesce((change ->> 'person')::uuid, heldwell.viewer_person()) as id
  ), written as (
    insert into heldwell.access_log (patient_id, at, person_id, person_name, app, role, team_id, team_name,
        organisation_id, organisation_name, action, purpose, what, opened_id, about, labels, bucket)
    select patient, heldwell.now(), p.id, coalesce(p.given_name || ' ' || p.family_name, change ->> 'by', 'Heldwell'),
           coalesce(heldwell.viewer_app(), change ->> 'app', 'SERVICE'),
           case when p.id is null then 'SERVICE' when r.id is not null then 'PATIENT'
                when change ->> 'office' is not null then change ->> 'office'
                when heldwell.viewer_app() = 'CARER' then 'CARER' else coalesce(m.role, 'MEMBER') end,
           t.id, t.name, o.id, o.name, 'SHARED', 'SHARING', change ->> 'what', (change ->> 'id')::uuid,
           change ->> 'about', (select array_agg(label) from jsonb_array_elements_text(change -> 'labels') label),
           change ->> 'bucket'
      from maker
      left join heldwell.person p on p.id = maker.id
      left join heldwell.patient r on r.id = patient and r.person_id = p.id
      left join lateral (
        select t.id, t.name, t.organisation_id from heldwell.team t
         where t.id = (change ->> 'team')::uuid or t.id = any (heldwell.viewer_teams())
         order by (t.id = (change ->> 'team')::uuid) is true desc, t.name limit 1) t on r.id is null
      left join heldwell.organisation o on o.id = t.organisation_id
      left join heldwell.team_member m on m.team_id = t.id and m.person_id = p.id
    on conflict (patient_id, person_id, bucket) do nothing
    returning patient_id, id)
  insert into heldwell.access_unsealed (patient_id, id) select w.patient_id, w.id from written w
$$;

-- What was written stays as it was, for the owner too.
create or replace function heldwell.refuse_change() returns trigger language plpgsql as
$$
begin
  raise exception 'The access log is never changed.';
end
$$;
do $$
declare
  t text;
begin
  foreach t in array array['access_log', 'access_chain', 'access_head'] loop
    execute format('drop trigger if exists never_changed on heldwell.%I', t);
    execute format('create trigger never_changed before update or delete or truncate on heldwell.%I
      for each statement execute function heldwell.refuse_change()', t);
  end loop;
end
$$;

-- The records whose log the viewer may read: their own. THE one place, used by the policies and by the statements.
create or replace function heldwell.viewer_logs() returns uuid[] language sql stable as
  $$ select array_remove(array[heldwell.viewer_record()], null) $$;

-- The records whose log the viewer may read in part: those a patient lets them, as a carer, see who looked at.
create or replace function heldwell.viewer_partial_logs() returns uuid[] language sql stable as
$$
  select case when heldwell.viewer_app() = 'CARER' then array(
    select g.patient_id from heldwell.held_grant g
     where 'SEE_LOG' = any (g.rights) and g.thread_id is null and g.entry_id is null) else '{}' end
$$;

-- Whether such a carer may read this entry: what it is about lies within one of those grants' labels. A list shows what
-- lies under all labels of who read it, and even their name says something: it is for who holds every label.
create or replace function heldwell.may_read_log_entry(patient uuid, of_action text, opened uuid, of_labels text[])
  returns boolean language sql stable security definer set search_path = pg_catalog as
$$
  select exists (select from heldwell.held_grant g
    where g.patient_id = patient and 'SEE_LOG' = any (g.rights) and g.thread_id is null and g.entry_id is null
      and (heldwell.all_labels() <@ g.labels
        or of_action = 'SHARED' and cardinality(of_labels) > 0 and of_labels <@ g.labels
        or of_action <> 'SHARED' and (
          exists (select from heldwell.entry e where e.patient_id = patient and e.id = opened
            and e.label = any (g.labels) and not e.frozen)
          or exists (select from heldwell.thread t where t.patient_id = patient and t.id = opened
            and t.label = any (g.labels)))))
$$;

-- Whether a patient asked the viewer, as privacy officer, about this entry.
create or replace function heldwell.is_asked_of_viewer(patient uuid, entry uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as
$$
  select exists (select from heldwell.access_question q where q.patient_id = patient and q.entry_id = entry
    and q.organisation_id = any (heldwell.viewer_privacy_offices()))
$$;

alter function heldwell.log_access(text, uuid[], text, text, uuid) owner to heldwell_consent;
alter function heldwell.log_change(uuid, jsonb) owner to heldwell_consent;
alter function heldwell.is_asked_of_viewer(uuid, uuid) owner to heldwell_consent;
alter function heldwell.may_read_log_entry(uuid, text, uuid, text[]) owner to heldwell_consent;
