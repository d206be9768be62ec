-- The law: what grants let the viewer do. Nothing else interprets a grant. In this order: a frozen record is closed; the
-- patient sees their own; a team what it wrote (kept.sql); nobody else anything while sharing is stopped; then a grant
-- in force says what; else no. Stopping and freezing (holds.sql) hold grants back where they stand, so that whether one
-- holds is read off its row.

-- Whether a version of a grant holds at this moment: the one place that says so.
create or replace function heldwell.holds_now(superseded_at timestamptz, ended boolean, suspended_at timestamptz,
  valid_from timestamptz, valid_until timestamptz) returns boolean language sql stable as
  $$ select superseded_at is null and not ended and suspended_at is null
       and valid_from <= heldwell.now() and (valid_until is null or valid_until > heldwell.now()) $$;

-- The grants that hold at this moment, as far as whoever asks may see grants at all.
create or replace view heldwell.grant_in_force with (security_invoker) as
  select g.* from heldwell.consent_grant g
   where heldwell.holds_now(g.superseded_at, g.ended, g.suspended_at, g.valid_from, g.valid_until);

-- THE one place that turns grants into what this viewer may do now: a row for each grant in force. One for the record
-- has labels; one for a discussion or an entry has that and no label; an emergency's has the labels of its summary and
-- the kinds a summary holds; of somebody who has died (doors.sql) one may only read. A person's own are a carer's in the
-- carer app alone, a professional's in the other. Policies read this and look for the own record themselves. A partner's
-- token narrows what the grant to its app holds: to labels of its scope, to seeing, and to the record of the person it acts for.
-- Every policy carries this, so that it asks of the viewer no more than three things, once.
create or replace view heldwell.held_grant as
  select g.patient_id, g.id,
         case when g.grantee_kind = 'APP' then heldwell.in_both(g.labels, heldwell.viewer_scope()) else g.labels end as labels,
         case when g.read_only or g.grantee_kind = 'APP' then heldwell.in_both(g.rights, '{SEE}') else g.rights end as rights,
         g.thread_id, g.entry_id, g.summary_labels, heldwell.summary_kinds() as kinds, g.basis, g.valid_until,
         -- The row as its MAC covers it, and the MAC: whoever found it right once knows it again by this.
         row(g.patient_id, g.id, g.version, g.grantee_kind, g.grantee_id, g.labels, g.rights, g.thread_id, g.entry_id,
           g.summary_labels, g.basis, g.valid_from, g.valid_until, g.ended, g.mac)::text as signed
    from heldwell.consent_grant g
   where heldwell.holds_now(g.superseded_at, g.ended, g.suspended_at, g.valid_from, g.valid_until)
     and g.grantee_id = any ((select heldwell.viewer_grantees())::uuid[])
     and g.grantee_kind = any ((select heldwell.viewer_holds_as())::text[])
     and coalesce(g.patient_id = (select heldwell.viewer_only_record()), true);

-- The same, and one row for the patient's own record; while it is frozen, for their plan alone.
create or replace view heldwell.viewer_grant as
  select own.id as patient_id, null::uuid as id, heldwell.all_labels() as labels, heldwell.all_rights() as rights,
         null::uuid as thread_id, null::uuid as entry_id, '{}'::text[] as summary_labels, '{}'::text[] as kinds,
         'OWN' as basis, null as signed
    from (select heldwell.viewer_record() as id) own
   where own.id is not null
  union all
  select own.id, null, '{}', '{SEE}', null, null, heldwell.all_labels(), heldwell.plan_kinds(), 'FROZEN', null
    from (select heldwell.viewer_frozen_record() as id) own
   where own.id is not null
  union all
  select g.patient_id, g.id, g.labels, g.rights, g.thread_id, g.entry_id, g.summary_labels, g.kinds, g.basis, g.signed
    from heldwell.held_grant g;

-- Locks what a revoke updates of the viewer's access: whoever looks in a statement after this one writes nothing that lands
-- after a revoke has returned.
create or replace function heldwell.wait_for_revokes(patient uuid)
  returns void language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  perform from heldwell.grant_head h
    where h.patient_id = patient and h.grantee_id = any (heldwell.viewer_grantees())
    for share;
end
$$;

-- May the viewer do this, to what carries this label (or to this one discussion), at this moment? Looks only when no revoke
-- is under way.
create or replace function heldwell.may_write(patient uuid, wanted text, of_label text, of_thread uuid)
  returns boolean language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  -- The own record is no grant's to open or to end.
  if patient = heldwell.viewer_record() then return wanted = any (heldwell.all_rights()); end if;
  perform heldwell.wait_for_revokes(patient);
  return exists (
    select from heldwell.viewer_grant g
     where g.patient_id = patient and wanted = any (g.rights)
       and (of_label = any (g.labels) or g.thread_id = of_thread));
end
$$;

-- Every change of a grant updates its head, so that it waits for writes under way and they for it. What is given while
-- sharing is stopped is held back from its beginning: the advisory lock orders it with a stop under way (holds.sql).
create or replace function heldwell.grant_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  insert into heldwell.grant_head as h (patient_id, grantee_id) values (new.patient_id, new.grantee_id)
    on conflict (patient_id, grantee_id) do update set changes = h.changes + 1;
  if tg_op = 'INSERT' then
    perform pg_advisory_xact_lock_shared(heldwell.hold_lock(), hashtext(new.patient_id::text));
    new.suspended_at := heldwell.held_back_since(new.patient_id, new.basis);
  end if;
  return new;
end
$$;

-- Writes the next version of a grant, for what happens by itself or through a door of its own. Why: a cause, or sealed words.
create or replace function heldwell.write_next(was heldwell.consent_grant, new_labels text[], new_rights text[],
  new_until timestamptz, is_over boolean, by_cause text, by_name text, why bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  made heldwell.consent_grant := was;
begin
  update heldwell.consent_grant g set superseded_at = heldwell.now()
   where g.patient_id = was.patient_id and g.id = was.id and g.version = was.version;
  made.version := was.version + 1;
  made.labels := new_labels;
  made.rights := new_rights;
  made.valid_until := new_until;
  made.ended := is_over;
  made.cause := by_cause;
  -- What was signed is the version before; this one may only give less (sealing/grant-mac.ts).
  made.mac := null;
  made.given_by := by_name;
  made.given_by_person := case when by_cause is null or why is not null then heldwell.viewer_person() end;
  made.reason := why;
  made.recorded_at := heldwell.now();
  insert into heldwell.consent_grant select made.*;
end
$$;

-- What a change of one grant does to others: what was given through it is narrowed with it, and what was given until
-- a team discharges the patient ends with that team's care.
create or replace function heldwell.grant_followed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
declare
  child heldwell.consent_grant;
  labels text[];
  rights text[];
  until timestamptz;
  is_over boolean;
begin
  for child in
    select g.* from heldwell.consent_grant g
     where g.patient_id = new.patient_id and g.given_through = new.id and g.superseded_at is null and not g.ended
  loop
    labels := array(select l from unnest(child.labels) l where l = any (new.labels));
    rights := array(select r from unnest(child.rights) r where r = any (new.rights));
    until := least(child.valid_until, new.valid_until);
    is_over := new.ended or not 'SEE' = any (rights) or case when child.entry_id is null then labels = '{}'
      else not exists (select from heldwell.entry e where e.patient_id = child.patient_id and e.id = child.entry_id
        and e.label = any (new.labels)) end;
    if is_over then
      perform heldwell.write_next(child, child.labels, child.rights, child.valid_until, true, 'GIVER_ENDED', new.given_by, null);
    elsif labels <> child.labels or rights <> child.rights or until is distinct from child.valid_until then
      perform heldwell.write_next(child, labels, rights, until, false, 'GIVER_NARROWED', new.given_by, null);
    end if;
  end loop;
  if new.ended and new.basis = 'DIRECT_CARE' then
    perform heldwell.write_next(g, g.labels, g.rights, g.valid_until, true, 'DISCHARGED', new.given_by, null)
      from heldwell.consent_grant g
     where g.patient_id = new.patient_id and g.ends_with_team = new.grantee_id and g.superseded_at is null and not g.ended;
  end if;
  return null;
end
$$;

-- What was given until a discussion is closed ends when it is closed; writing in it anew brings nothing back.
create or replace function heldwell.thread_closed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.write_next(g, g.labels, g.rights, g.valid_until, true, 'THREAD_CLOSED', 'Heldwell', null)
    from heldwell.consent_grant g
   where g.patient_id = new.patient_id and g.ends_with_thread = new.id and g.superseded_at is null and not g.ended;
  return null;
end
$$;

-- Whether a grant would go on with a label: the patient's own gift does, and what somebody gave for them while that one's
-- own grant holds it.
create or replace function heldwell.giver_holds(patient uuid, through uuid, of_label text) returns boolean
  language sql stable set search_path = pg_catalog as
$$
  select through is null or exists (select from heldwell.consent_grant t
    where t.patient_id = patient and t.id = through and t.superseded_at is null and of_label = any (t.labels))
$$;

-- What was shared for one entry alone names the entry, whatever its label; but nobody gives more than they hold. What was
-- given through a grant that does not hold its new label ends, as if the giver had lost that label: the patient may renew it.
create or replace function heldwell.entry_relabelled() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.write_next(g, g.labels, g.rights, g.valid_until, true, 'GIVER_ENDED', coalesce(
      (select p.given_name || ' ' || p.family_name from heldwell.person p where p.id = heldwell.viewer_person()), 'Heldwell'), null)
    from heldwell.consent_grant g
   where g.patient_id = new.patient_id and g.entry_id = new.id and g.superseded_at is null and not g.ended
     and not heldwell.giver_holds(g.patient_id, g.given_through, new.label);
  return null;
end
$$;

drop trigger if exists grant_changed on heldwell.consent_grant;
create trigger grant_changed before insert or update on heldwell.consent_grant
  for each row execute function heldwell.grant_changed();
drop trigger if exists grant_followed on heldwell.consent_grant;
create trigger grant_followed after insert on heldwell.consent_grant
  for each row when (new.version > 1) execute function heldwell.grant_followed();
drop trigger if exists thread_closed on heldwell.thread;
create trigger thread_closed after update of closed_at on heldwell.thread
  for each row when (old.closed_at is null and new.closed_at is not null) execute function heldwell.thread_closed();
drop trigger if exists entry_relabelled on heldwell.entry;
create trigger entry_relabelled after update of label on heldwell.entry
  for each row when (old.label <> new.label) execute function heldwell.entry_relabelled();

drop function if exists heldwell.holds_now(timestamptz, boolean, timestamptz, timestamptz);

alter view heldwell.held_grant owner to heldwell_consent;
alter view heldwell.viewer_grant owner to heldwell_consent;
alter function heldwell.wait_for_revokes(uuid) owner to heldwell_consent;
alter function heldwell.may_write(uuid, text, text, uuid) owner to heldwell_consent;
alter function heldwell.grant_changed() owner to heldwell_consent;
alter function heldwell.grant_followed() owner to heldwell_consent;
alter function heldwell.thread_closed() owner to heldwell_consent;
alter function heldwell.giver_holds(uuid, uuid, text) owner to heldwell_consent;
alter function heldwell.entry_relabelled() owner to heldwell_consent;
alter function heldwell.write_next(heldwell.consent_grant, text[], text[], timestamptz, boolean, text, text, bytea)
  owner to heldwell_consent;
