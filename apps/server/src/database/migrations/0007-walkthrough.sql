-- What the patient has looked at and left as it is: one version of a grant each. A later version is another decision.

create table heldwell.grant_kept (
  patient_id uuid not null references heldwell.patient (id),
  grant_id uuid not null,
  version integer not null,
  kept_at timestamptz not null,
  primary key (patient_id, grant_id, version),
  foreign key (patient_id, grant_id, version) references heldwell.consent_grant (patient_id, id, version)
);
