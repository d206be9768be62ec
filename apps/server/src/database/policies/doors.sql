-- Who somebody is: the person sees who made sure, and the law reads it.
grant select on heldwell.identity_check to heldwell_app;
create policy patient_sees on heldwell.identity_check for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()));

grant select on heldwell.identity_check, heldwell.registration, heldwell.organisation to heldwell_consent;
create policy consent_judges on heldwell.identity_check for select to heldwell_consent using (true);
create policy consent_judges on heldwell.registration for select to heldwell_consent using (true);
-- Closing and opening again, through functions that name the viewer's own record.
grant update (deregistered_at) on heldwell.patient to heldwell_consent;
create policy consent_closes on heldwell.patient for update to heldwell_consent using (true) with check (true);
grant update (read_only) on heldwell.consent_grant to heldwell_consent;
