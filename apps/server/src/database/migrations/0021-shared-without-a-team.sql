-- What is shared with a person or a whole organisation is found by whom. By the index of one grant a grantee, which begins
-- with the patient, the planner would read all grants there are to find those few of these kinds.
create index consent_grant_without_team on heldwell.consent_grant (grantee_id, patient_id)
  where superseded_at is null and not ended and grantee_kind in ('PROFESSIONAL', 'ORGANISATION');
