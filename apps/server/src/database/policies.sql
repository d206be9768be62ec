-- The net beneath every statement: row security, forced on every table that carries a patient. Rules guard
-- doors, policies guard rows; with no viewer set there are no rows. Applied whole whenever it changes.

revoke all on all tables in schema heldwell from heldwell_app, heldwell_system, heldwell_consent;
revoke execute on all functions in schema heldwell from public;
grant execute on all functions in schema heldwell to heldwell_app, heldwell_system, heldwell_consent;
grant select, insert, update, delete on all tables in schema heldwell to heldwell_system;
revoke update, delete on heldwell.access_log, heldwell.entry_version from heldwell_system;

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
  heldwell.team, heldwell.team_member, heldwell.caseload, heldwell.team_inbox, heldwell.viewer_grant, heldwell.held_grant, heldwell.grant_in_force
  to heldwell_consent;
grant insert, update on heldwell.grant_head to heldwell_consent;
grant update on heldwell.session to heldwell_consent;
grant insert, update, delete on heldwell.caseload to heldwell_consent;
grant select on heldwell.thread to heldwell_consent;
grant insert, update, delete on heldwell.team_inbox to heldwell_consent;
grant select, insert on heldwell.access_log to heldwell_consent;
create policy consent_judges on heldwell.consent_grant for select to heldwell_consent using (true);
create policy consent_locks on heldwell.grant_head to heldwell_consent using (true) with check (true);
create policy consent_judges on heldwell.patient for select to heldwell_consent using (true);
create policy consent_mirrors on heldwell.caseload to heldwell_consent using (true) with check (true);
create policy consent_mirrors on heldwell.thread for select to heldwell_consent using (true);
create policy consent_logs on heldwell.access_log to heldwell_consent using (true) with check (true);
create policy consent_mirrors on heldwell.team_inbox to heldwell_consent using (true) with check (true);

-- Directory: no patient's data.
grant select on heldwell.organisation, heldwell.team to heldwell_app;
grant select on heldwell.viewer_grant, heldwell.held_grant, heldwell.grant_in_force to heldwell_app, heldwell_system;

-- A record is seen by those with any grant in force on it, if only for one discussion.
grant select on heldwell.patient to heldwell_app;
create policy granted on heldwell.patient for select to heldwell_app
  using (id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = patient.id and 'SEE' = any (g.rights)));

grant select on heldwell.patient_identity to heldwell_app;
create policy granted on heldwell.patient_identity for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = patient_identity.patient_id
    and g.thread_id is null and 'GENERAL' = any (g.labels) and 'SEE' = any (g.rights)));

-- Entries: a grant whose labels hold the entry's label.
grant select on heldwell.entry to heldwell_app;
grant update (label, label_chosen, version) on heldwell.entry to heldwell_app;
create policy granted on heldwell.entry for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = entry.patient_id
    and g.thread_id is null and entry.label = any (g.labels) and 'SEE' = any (g.rights)));
create policy patient_relabels on heldwell.entry for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));

grant select on heldwell.entry_version, heldwell.entry_part, heldwell.attachment to heldwell_app;
grant insert on heldwell.entry_version to heldwell_app;
create policy with_its_entry on heldwell.entry_version for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = entry_version.patient_id and e.id = entry_version.entry_id));
create policy patient_relabels on heldwell.entry_version for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));
create policy with_its_whole on heldwell.entry_part for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = entry_part.patient_id and e.id = entry_part.whole_id));
create policy with_its_entry on heldwell.attachment for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = attachment.patient_id and e.id = attachment.entry_id));

-- Grants: the patient sees all of their record's, a grantee their own.
grant select, insert on heldwell.consent_grant to heldwell_app;
grant update (superseded_at) on heldwell.consent_grant to heldwell_app;
create policy both_sides_see on heldwell.consent_grant for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or grantee_id = any ((select heldwell.viewer_grantees())::uuid[]));
create policy patient_gives on heldwell.consent_grant for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));
create policy patient_changes on heldwell.consent_grant for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));
-- A carer may give up what they were given: an ended version, nothing else.
create policy carer_leaves on heldwell.consent_grant for insert to heldwell_app
  with check (ended and grantee_kind = 'CARER' and grantee_id = (select heldwell.viewer_person())
    and (select heldwell.viewer_app()) = 'CARER');
create policy carer_leaves_change on heldwell.consent_grant for update to heldwell_app
  using (grantee_kind = 'CARER' and grantee_id = (select heldwell.viewer_person()) and (select heldwell.viewer_app()) = 'CARER')
  with check (grantee_kind = 'CARER' and grantee_id = (select heldwell.viewer_person()));

grant select on heldwell.carer to heldwell_app;
create policy both_sides_see on heldwell.carer for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record())
    or (person_id = (select heldwell.viewer_person()) and (select heldwell.viewer_app()) = 'CARER'));

grant select, insert on heldwell.invitation to heldwell_app;
grant update (withdrawn_at) on heldwell.invitation to heldwell_app;
create policy patient_invites on heldwell.invitation to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) and kind = 'CARE_FOR')
  with check (patient_id = (select heldwell.viewer_record()) and kind = 'CARE_FOR');

-- Discussions: a grant for the record that holds the label, or one for this discussion.
grant select, insert on heldwell.thread to heldwell_app;
grant update (last_position, last_message_at, last_author, last_author_role, preview, closed_at) on heldwell.thread to heldwell_app;
create policy granted on heldwell.thread for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = thread.patient_id and 'SEE' = any (g.rights)
    and ((g.thread_id is null and thread.label = any (g.labels)) or g.thread_id = thread.id)));
create policy patient_starts on heldwell.thread for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));
create policy writers_move on heldwell.thread for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = thread.patient_id
    and 'MESSAGE' = any (g.rights) and ((g.thread_id is null and thread.label = any (g.labels)) or g.thread_id = thread.id)));

grant select, insert on heldwell.message to heldwell_app;
create policy with_its_thread on heldwell.message for select to heldwell_app
  using (exists (select from heldwell.thread t where t.patient_id = message.patient_id and t.id = message.thread_id));
create policy writers_write on heldwell.message for insert to heldwell_app
  with check (author_id = (select heldwell.viewer_person())
    and (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.thread t where t.patient_id = message.patient_id and t.id = message.thread_id)));

grant select, insert on heldwell.participant to heldwell_app;
grant update (read_position) on heldwell.participant to heldwell_app;
create policy with_its_thread on heldwell.participant for select to heldwell_app
  using (exists (select from heldwell.thread t where t.patient_id = participant.patient_id and t.id = participant.thread_id));
create policy patient_adds on heldwell.participant for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));
create policy readers_mark on heldwell.participant for update to heldwell_app
  using (reader_id = (select heldwell.viewer_person()) or reader_id = (select heldwell.viewer_record())
    or reader_id = any ((select heldwell.viewer_teams())::uuid[]));

grant select on heldwell.team_inbox to heldwell_app;
create policy members_see on heldwell.team_inbox for select to heldwell_app
  using (team_id = any ((select heldwell.viewer_teams())::uuid[]));

grant select on heldwell.caseload to heldwell_app;
create policy members_see on heldwell.caseload for select to heldwell_app
  using (team_id = any ((select heldwell.viewer_teams())::uuid[]));

-- Membership: one's own teams' lists.
alter table heldwell.team_member enable row level security;
alter table heldwell.team_member force row level security;
grant select on heldwell.team_member to heldwell_app;
create policy consent_judges on heldwell.team_member for select to heldwell_consent using (true);
create policy system_works on heldwell.team_member to heldwell_system using (true) with check (true);
create policy own_teams on heldwell.team_member for select to heldwell_app
  using (team_id = any ((select heldwell.viewer_teams())::uuid[]));

-- People: oneself, and never the password.
alter table heldwell.person enable row level security;
alter table heldwell.person force row level security;
grant select (id, given_name, family_name, email) on heldwell.person to heldwell_app;
create policy consent_judges on heldwell.person for select to heldwell_consent using (true);
create policy system_works on heldwell.person to heldwell_system using (true) with check (true);
create policy oneself on heldwell.person for select to heldwell_app using (id = (select heldwell.viewer_person()));

-- Who looked: written through log_access, read by the patient, changed by nobody.
grant select on heldwell.access_log to heldwell_app;
create policy patient_sees on heldwell.access_log for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()));
