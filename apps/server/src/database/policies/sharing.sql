-- Grants, carers, invitations: both sides see, the patient gives.

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
