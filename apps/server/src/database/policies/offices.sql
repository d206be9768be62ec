-- Offices of organisations: what a privacy officer sees and does. No clinical reading.

alter table heldwell.organisation_officer enable row level security;
alter table heldwell.organisation_officer force row level security;
alter table heldwell.person_freeze enable row level security;
alter table heldwell.person_freeze force row level security;
create policy consent_judges on heldwell.organisation_officer for select to heldwell_consent using (true);
create policy system_works on heldwell.organisation_officer to heldwell_system using (true) with check (true);
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

-- What the doors of offices and emergencies write.
grant select on heldwell.patient_identity, heldwell.patient_source, heldwell.emergency_setting, heldwell.emergency_access,
  heldwell.access_request to heldwell_consent;
grant insert, update on heldwell.record_freeze, heldwell.source_freeze, heldwell.person_freeze, heldwell.emergency_access,
  heldwell.access_request, heldwell.access_request_unmatched to heldwell_consent;
grant select on heldwell.access_request_unmatched to heldwell_consent;
create policy offices_find on heldwell.patient_identity for select to heldwell_consent using (true);
create policy offices_find on heldwell.patient_source for select to heldwell_consent using (true);
create policy offices_freeze on heldwell.record_freeze to heldwell_consent using (true) with check (true);
create policy offices_freeze on heldwell.source_freeze to heldwell_consent using (true) with check (true);
create policy emergencies_open on heldwell.emergency_setting for select to heldwell_consent using (true);
create policy emergencies_open on heldwell.emergency_access to heldwell_consent using (true) with check (true);
create policy askers_ask on heldwell.access_request to heldwell_consent using (true) with check (true);

grant select on heldwell.desk_court_order, heldwell.desk_person to heldwell_app;
-- Whoever is not told whether a record exists has no function that tells.
revoke execute on function heldwell.exact_match(bytea, date, text), heldwell.name_of_patient(uuid),
  heldwell.store_request(uuid, uuid, uuid, text[], text[], bytea) from heldwell_app;
revoke execute on function heldwell.write_next(heldwell.consent_grant, text[], text[], timestamptz, boolean, text, text, bytea)
  from heldwell_app;
