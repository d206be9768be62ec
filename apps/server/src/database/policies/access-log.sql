-- The access log.

-- Who looked: written through log_access, read by the patient, changed by nobody.
grant select on heldwell.access_log to heldwell_app;
create policy patient_sees on heldwell.access_log for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()));
