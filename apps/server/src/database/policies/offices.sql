-- Offices of organisations: what a privacy officer sees and does. No clinical reading.

alter table heldwell.organisation_officer enable row level security;
alter table heldwell.organisation_officer force row level security;
alter table heldwell.person_freeze enable row level security;
alter table heldwell.person_freeze force row level security;
grant select on heldwell.organisation_officer to heldwell_app;
create policy consent_judges on heldwell.organisation_officer for select to heldwell_consent using (true);
create policy system_works on heldwell.organisation_officer to heldwell_system using (true) with check (true);
create policy oneself on heldwell.organisation_officer for select to heldwell_app
  using (person_id = (select heldwell.viewer_person()));
create policy consent_judges on heldwell.person_freeze to heldwell_consent using (true) with check (true);
create policy system_works on heldwell.person_freeze to heldwell_system using (true) with check (true);

create policy officers_see on heldwell.emergency_access for select to heldwell_app
  using (organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]));
create policy officers_see on heldwell.record_freeze for select to heldwell_app
  using (organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]));
create policy officers_see on heldwell.source_freeze for select to heldwell_app
  using (organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]));
create policy officers_see on heldwell.person_freeze for select to heldwell_app
  using (organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]));
