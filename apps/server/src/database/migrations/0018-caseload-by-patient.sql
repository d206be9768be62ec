-- One patient in a team's caseload is found by the patient. With the team first, the planner may take the index of names,
-- which begins with the team as well, and read all of it.
alter table heldwell.caseload drop constraint caseload_pkey,
  add primary key (patient_id, team_id) include (family_key, given_key);
