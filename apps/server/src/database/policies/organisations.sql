-- Organisations and their people: written through the commands of functions/organisations.sql alone.

grant insert, update on heldwell.team, heldwell.team_member, heldwell.organisation_officer to heldwell_consent;
grant select, update on heldwell.organisation to heldwell_consent;
grant select, insert, update on heldwell.staff_invitation to heldwell_consent;
grant select, insert on heldwell.office_change to heldwell_consent;
create policy commands_write on heldwell.team_member for insert to heldwell_consent with check (true);
create policy commands_change on heldwell.team_member for update to heldwell_consent using (true) with check (true);
create policy commands_write on heldwell.organisation_officer for insert to heldwell_consent with check (true);
create policy commands_change on heldwell.organisation_officer for update to heldwell_consent using (true) with check (true);

-- Invitations of staff and the history: those who run the team or organisation.
alter table heldwell.staff_invitation enable row level security;
alter table heldwell.staff_invitation force row level security;
alter table heldwell.office_change enable row level security;
alter table heldwell.office_change force row level security;
create policy commands_write on heldwell.staff_invitation to heldwell_consent using (true) with check (true);
create policy commands_write on heldwell.office_change to heldwell_consent using (true) with check (true);
create policy system_works on heldwell.staff_invitation to heldwell_system using (true) with check (true);
create policy system_works on heldwell.office_change to heldwell_system using (true) with check (true);
revoke update, delete on heldwell.office_change from heldwell_system;
grant select (id, organisation_id, team_id, role, office, job_title, email, invited_by, created_at, expires_at, accepted_at, withdrawn_at)
  on heldwell.staff_invitation to heldwell_app;
grant select on heldwell.office_change, heldwell.staff_member, heldwell.staff_officer to heldwell_app;
create policy who_runs_it on heldwell.staff_invitation for select to heldwell_app
  using (organisation_id = any ((select heldwell.viewer_administered())::uuid[])
    or team_id = any ((select heldwell.viewer_run_teams())::uuid[]));
create policy who_runs_it on heldwell.office_change for select to heldwell_app
  using (organisation_id = any ((select heldwell.viewer_administered())::uuid[])
    or team_id = any ((select heldwell.viewer_run_teams())::uuid[]));

-- What staff note at the front desk: a team's own registrations, those of the organisation that wait, and checks of
-- documents by whoever sees the record.
grant select (id, organisation_id, team_id, patient_id, details, reason, registered_by, registered_at, settled_at)
  on heldwell.desk_registration to heldwell_app;
create policy own_team_registered on heldwell.desk_registration for select to heldwell_app
  using (team_id = any ((select heldwell.viewer_teams())::uuid[]));
grant select on heldwell.document_check to heldwell_app;
create policy own_team_checked on heldwell.document_check for select to heldwell_app
  using (team_id = any ((select heldwell.viewer_teams())::uuid[])
    and exists (select from heldwell.held_grant g where g.patient_id = document_check.patient_id and 'SEE' = any (g.rights)));

grant select on heldwell.identity_check, heldwell.front_desk_record to heldwell_consent;
create policy front_desk_sees on heldwell.identity_check for select to heldwell_consent using (true);
grant select on heldwell.front_desk_record, heldwell.take_up_invitation to heldwell_app;

-- Commands of these doors alone.
revoke execute on function heldwell.note_change(uuid, uuid, text, text, text, text), heldwell.end_idle_staff(uuid),
  heldwell.withdraw_invitations_by(uuid, uuid, uuid),   heldwell.name_of_person(uuid) from heldwell_app;
