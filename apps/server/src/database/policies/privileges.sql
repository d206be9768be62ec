-- The net beneath every statement: row security, forced on every table that carries a patient. Rules guard
-- doors, policies guard rows; with no viewer set there are no rows. Applied whole whenever it changes.

revoke all on all tables in schema heldwell from heldwell_app, heldwell_system, heldwell_consent;
revoke execute on all functions in schema heldwell from public;
grant execute on all functions in schema heldwell to heldwell_app, heldwell_system, heldwell_consent;
grant select, insert, update, delete on all tables in schema heldwell to heldwell_system;
revoke update, delete on heldwell.entry_version from heldwell_system;

do $$
declare
  t record;
begin
  for t in select polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
            where c.relnamespace = 'heldwell'::regnamespace loop
    execute format('drop policy %I on heldwell.%I', t.polname, t.relname);
  end loop;
  for t in select c.relname from pg_class c
            where c.relnamespace = 'heldwell'::regnamespace and c.relkind = 'r'
              and (c.relname = 'patient' or exists (
                select from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient_id')) loop
    execute format('alter table heldwell.%I enable row level security', t.relname);
    execute format('alter table heldwell.%I force row level security', t.relname);
    -- Feeds and jobs work across records; the list of files that may is held by a test.
    execute format('create policy system_works on heldwell.%I to heldwell_system using (true) with check (true)', t.relname);
  end loop;
end
$$;

-- What the owner of the consent functions reads and writes on everybody's behalf.
grant select on heldwell.consent_grant, heldwell.grant_head, heldwell.patient, heldwell.person, heldwell.session,
  heldwell.team, heldwell.team_member, heldwell.caseload, heldwell.team_inbox, heldwell.viewer_grant, heldwell.held_grant, heldwell.grant_in_force,
  heldwell.frozen_record, heldwell.kept_thread, heldwell.kept_record, heldwell.sharing_stop, heldwell.record_freeze, heldwell.source_freeze,
  heldwell.person_freeze, heldwell.entry, heldwell.message, heldwell.organisation_officer, heldwell.partner,
  heldwell.partner_token to heldwell_consent;
-- What happens to grants by itself: the next version, holding back, and the signature of what a door gave.
grant insert, update (superseded_at, suspended_at, mac) on heldwell.consent_grant to heldwell_consent;
grant update (frozen) on heldwell.entry, heldwell.emergency_contact to heldwell_consent;
grant select on heldwell.emergency_contact to heldwell_consent;
grant insert, update on heldwell.grant_head to heldwell_consent;
grant update on heldwell.session to heldwell_consent;
grant insert, update, delete on heldwell.caseload to heldwell_consent;
grant select on heldwell.thread, heldwell.participant to heldwell_consent;
grant update (last_position, last_message_at, last_author_role, words, closed_at) on heldwell.thread to heldwell_consent;
grant update (read_position) on heldwell.participant to heldwell_consent;
grant insert, update, delete on heldwell.team_inbox to heldwell_consent;
create policy consent_judges on heldwell.consent_grant to heldwell_consent using (true) with check (true);
create policy consent_judges on heldwell.sharing_stop for select to heldwell_consent using (true);
create policy consent_keeps on heldwell.message for select to heldwell_consent using (true);
create policy consent_freezes on heldwell.entry to heldwell_consent using (true) with check (true);
create policy consent_freezes on heldwell.emergency_contact to heldwell_consent using (true) with check (true);
create policy consent_locks on heldwell.grant_head to heldwell_consent using (true) with check (true);
create policy consent_judges on heldwell.partner_token for select to heldwell_consent using (true);
create policy consent_judges on heldwell.patient for select to heldwell_consent using (true);
create policy consent_mirrors on heldwell.caseload to heldwell_consent using (true) with check (true);
create policy consent_moves on heldwell.thread to heldwell_consent using (true) with check (true);
create policy consent_moves on heldwell.participant to heldwell_consent using (true) with check (true);
create policy consent_logs on heldwell.access_log to heldwell_consent using (true) with check (true);
create policy consent_mirrors on heldwell.team_inbox to heldwell_consent using (true) with check (true);

-- Directory: no patient's data.
grant select on heldwell.organisation, heldwell.team to heldwell_app;
grant select on heldwell.viewer_grant, heldwell.held_grant, heldwell.grant_in_force, heldwell.frozen_record,
  heldwell.kept_thread to heldwell_app, heldwell_system;
