-- Whom to call in an emergency, as organisations send it with who the person is: each sender's latest, as a whole.
create table heldwell.emergency_contact (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  source_organisation_id uuid not null references heldwell.organisation (id),
  -- as the sender lists them, from 0
  position integer not null,
  -- name, relationship and phone, sealed under the record's GENERAL key like the person's own address and phone
  details bytea not null,
  -- when the sender says it ends; null where it does not
  valid_until timestamptz,
  received_at timestamptz not null,
  -- closed by an officer of its sender, with the entries of that sender
  frozen boolean not null default false,
  primary key (patient_id, id),
  unique (patient_id, source_organisation_id, position)
);
