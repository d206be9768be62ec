-- Grants, carers, invitations, stops, requests: both sides see, the patient gives, and others no more than they hold.

-- Grants: the patient sees all of their record's, a grantee their own, a giver what was given through theirs.
grant select, insert on heldwell.consent_grant to heldwell_app;
grant update (superseded_at) on heldwell.consent_grant to heldwell_app;
create policy both_sides_see on heldwell.consent_grant for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or (grantee_id = any ((select heldwell.viewer_grantees())::uuid[])
    and (grantee_kind = 'CARER') = ((select heldwell.viewer_app()) = 'CARER')));
create policy givers_see on heldwell.consent_grant for select to heldwell_app
  using (exists (select from heldwell.held_grant g where g.patient_id = consent_grant.patient_id
    and g.id = consent_grant.given_through and 'MANAGE_SHARING' = any (g.rights)));
-- The patient gives what they choose. An emergency they may end, a court's order they may not.
create policy patient_gives on heldwell.consent_grant for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()) and given_by_person = (select heldwell.viewer_person())
    and (basis in ('PATIENT_CHOICE', 'DIRECT_CARE') or (basis = 'EMERGENCY' and ended)));
create policy patient_changes on heldwell.consent_grant for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) and basis <> 'COURT_ORDER')
  with check (patient_id = (select heldwell.viewer_record()) and basis <> 'COURT_ORDER');
-- Whoever manages sharing for the patient gives, through their own grant, no label, right or moment that it does not hold.
create policy giver_gives on heldwell.consent_grant for insert to heldwell_app
  with check (basis = 'PATIENT_CHOICE' and given_by_person = (select heldwell.viewer_person())
    and thread_id is null and summary_labels = '{}' and grantee_kind <> 'APP'
    and exists (select from heldwell.held_grant g where g.patient_id = consent_grant.patient_id
      and g.id = consent_grant.given_through and g.id <> consent_grant.id and 'MANAGE_SHARING' = any (g.rights)
      and consent_grant.labels <@ g.labels and consent_grant.rights <@ g.rights
      and (consent_grant.entry_id is null or (select true from heldwell.entry e where e.patient_id = consent_grant.patient_id
        and e.id = consent_grant.entry_id))
      and (g.valid_until is null or consent_grant.valid_until <= g.valid_until)));
create policy giver_changes on heldwell.consent_grant for update to heldwell_app
  using (basis = 'PATIENT_CHOICE' and exists (select from heldwell.held_grant g where g.patient_id = consent_grant.patient_id
    and g.id = consent_grant.given_through and 'MANAGE_SHARING' = any (g.rights)));
-- A carer or an individual professional may give up what they were given: an ended version, nothing else.
create policy grantee_leaves on heldwell.consent_grant for insert to heldwell_app
  with check (ended and grantee_id = (select heldwell.viewer_person())
    and grantee_kind = case (select heldwell.viewer_app()) when 'CARER' then 'CARER' when 'PROFESSIONAL' then 'PROFESSIONAL' end);
create policy grantee_leaves_change on heldwell.consent_grant for update to heldwell_app
  using (grantee_id = (select heldwell.viewer_person())
    and grantee_kind = case (select heldwell.viewer_app()) when 'CARER' then 'CARER' when 'PROFESSIONAL' then 'PROFESSIONAL' end);

grant select on heldwell.carer to heldwell_app;
create policy both_sides_see on heldwell.carer for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record())
    or (person_id = (select heldwell.viewer_person()) and (select heldwell.viewer_app()) = 'CARER'));

-- Invitations: the patient's, and each giver's own.
grant select, insert on heldwell.invitation to heldwell_app;
grant update (withdrawn_at, code_hash, expires_at, sent_by) on heldwell.invitation to heldwell_app;
create policy patient_invites on heldwell.invitation to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) and kind in ('CARE_FOR', 'TREAT'))
  with check (patient_id = (select heldwell.viewer_record()) and kind in ('CARE_FOR', 'TREAT'));
create policy giver_invites on heldwell.invitation to heldwell_app
  using (kind in ('CARE_FOR', 'TREAT') and invited_by_person = (select heldwell.viewer_person())
    and exists (select from heldwell.held_grant g where g.patient_id = invitation.patient_id
      and g.id = invitation.given_through and 'MANAGE_SHARING' = any (g.rights)))
  with check (kind in ('CARE_FOR', 'TREAT') and invited_by_person = (select heldwell.viewer_person())
    and exists (select from heldwell.held_grant g where g.patient_id = invitation.patient_id
      and g.id = invitation.given_through and 'MANAGE_SHARING' = any (g.rights)
      and invitation.labels <@ g.labels and invitation.rights <@ g.rights));

-- Stopping and beginning again: the patient alone.
grant select, insert on heldwell.sharing_stop to heldwell_app;
grant update (resumed_at, resumed_by) on heldwell.sharing_stop to heldwell_app;
create policy patient_stops on heldwell.sharing_stop to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));

-- What was looked at and left as it is: the patient's word.
alter table heldwell.grant_kept enable row level security;
alter table heldwell.grant_kept force row level security;
grant select, insert on heldwell.grant_kept to heldwell_app;
create policy patient_keeps on heldwell.grant_kept to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));

-- What an emergency may open: the patient's word.
grant select, insert, update on heldwell.emergency_setting to heldwell_app;
create policy patient_settles on heldwell.emergency_setting to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));

-- Research: the patient's yes or no, by versions; the studies are for everybody to read.
grant select, insert on heldwell.research_consent to heldwell_app;
create policy patient_decides on heldwell.research_consent to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));
grant select on heldwell.study to heldwell_app;

-- Questions for access: the patient sees and answers them; whoever asked sees what they may only in the answer.
grant select on heldwell.access_request to heldwell_app;
grant update (answered_at, answer) on heldwell.access_request to heldwell_app;
create policy patient_answers on heldwell.access_request to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));

-- Each opening in an emergency is the patient's to see, and the desk's of the organisation.
grant select on heldwell.emergency_access, heldwell.record_freeze, heldwell.source_freeze, heldwell.person_freeze to heldwell_app;
create policy patient_sees on heldwell.emergency_access for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()));
