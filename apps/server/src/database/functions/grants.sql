-- The law: what grants let the viewer do. Nothing else interprets a grant.

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

drop trigger if exists grant_changed on heldwell.consent_grant;
create trigger grant_changed before insert or update on heldwell.consent_grant
  for each row execute function heldwell.grant_changed();

alter view heldwell.held_grant owner to heldwell_consent;
alter view heldwell.viewer_grant owner to heldwell_consent;
alter function heldwell.may_write(uuid, text, text, uuid) owner to heldwell_consent;
alter function heldwell.grant_changed() owner to heldwell_consent;
