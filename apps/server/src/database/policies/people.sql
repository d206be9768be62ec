-- People and memberships.

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

-- Who somebody is elsewhere: their own alone.
alter table heldwell.person_identity enable row level security;
alter table heldwell.person_identity force row level security;
grant select (issuer, person_id) on heldwell.person_identity to heldwell_app;
create policy system_works on heldwell.person_identity to heldwell_system using (true) with check (true);
create policy oneself on heldwell.person_identity for select to heldwell_app
  using (person_id = (select heldwell.viewer_person()));
-- They unlink it themselves (`heldwell.unlink_identity`).
grant select, delete on heldwell.person_identity to heldwell_consent;
create policy consent_unlinks on heldwell.person_identity to heldwell_consent using (true);

-- What operators did for people who had lost every way in: written once, by the system, and changed by nobody.
alter table heldwell.sign_in_recovery enable row level security;
alter table heldwell.sign_in_recovery force row level security;
revoke update, delete on heldwell.sign_in_recovery from heldwell_system;
create policy system_writes on heldwell.sign_in_recovery for insert to heldwell_system with check (true);
create policy system_reads on heldwell.sign_in_recovery for select to heldwell_system using (true);
