-- Organisations run themselves: who runs what, invitations of staff, what was changed by whom; and patients whom staff
-- register face to face.

-- Somebody is asked to work here: a team and what they will be in it, an office, or both.
create table heldwell.staff_invitation (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  team_id uuid references heldwell.team (id),
  role text check (role in ('MEMBER', 'COORDINATOR', 'MANAGER')),
  office text check (office in ('ADMINISTRATOR', 'PRIVACY_OFFICER')),
  job_title text,
  code_hash bytea not null unique,
  email bytea not null,
  email_hash bytea not null,
  invited_by text not null,
  invited_by_person uuid references heldwell.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  check ((team_id is null) = (role is null)),
  check (team_id is not null or office is not null)
);
create index staff_invitation_open on heldwell.staff_invitation (organisation_id, team_id)
  where accepted_at is null and withdrawn_at is null;

-- What was changed in an organisation, by whom: never edited, never removed.
create table heldwell.office_change (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references heldwell.organisation (id),
  -- null: a change of the organisation itself
  team_id uuid references heldwell.team (id),
  at timestamptz not null,
  -- null: the command line
  by_person uuid references heldwell.person (id),
  by_name text not null,
  kind text not null check (kind in ('TEAM_CREATED', 'TEAM_CHANGED', 'JOIN_CODE', 'ORGANISATION_CHANGED', 'LOGO',
    'STAFF_INVITED', 'STAFF_INVITATION_WITHDRAWN', 'MEMBER_JOINED', 'MEMBER_CHANGED', 'MEMBER_REMOVED', 'OFFICE_GIVEN', 'OFFICE_ENDED')),
  -- who or which setting, and what it was and became, in words
  subject text not null,
  was text,
  became text
);
create index office_change_newest on heldwell.office_change (organisation_id, at desc, id desc);
create index office_change_team on heldwell.office_change (team_id, at desc, id desc) where team_id is not null;

-- Staff who saw somebody's documents, or know them, said so: before the record is taken up nobody's identity is meant by it
-- yet; an invitation by the same organisation's staff carries it on.
create table heldwell.document_check (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  organisation_id uuid not null references heldwell.organisation (id),
  team_id uuid not null references heldwell.team (id),
  documents text[] not null,
  checked_by text not null,
  checked_by_person uuid not null references heldwell.person (id),
  checked_at timestamptz not null,
  primary key (patient_id, id)
);

-- A registration face to face, once an id. One that does not fit a known record waits, with what was said sealed, for a
-- person of the organisation to decide.
create table heldwell.desk_registration (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  team_id uuid not null references heldwell.team (id),
  -- null while it waits, and for one that was set aside
  patient_id uuid references heldwell.patient (id),
  digest bytea not null,
  details bytea,
  -- a sentence of ours
  reason text,
  registered_by text not null,
  registered_by_person uuid not null references heldwell.person (id),
  registered_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  check (details is not null or patient_id is not null or settled_at is not null)
);
create index desk_registration_waiting on heldwell.desk_registration (organisation_id, registered_at) where patient_id is null and settled_at is null;

-- Many invitations at once, by an id of the client's: what each row came to, so that it is done once.
create table heldwell.bulk_invitation (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  team_id uuid not null references heldwell.team (id),
  digest bytea not null,
  sent_by text not null,
  sent_by_person uuid not null references heldwell.person (id),
  begun_at timestamptz not null
);
create table heldwell.bulk_invitation_row (
  bulk_id uuid not null references heldwell.bulk_invitation (id),
  line integer not null,
  outcome text not null,
  patient_id uuid references heldwell.patient (id),
  primary key (bulk_id, line)
);

-- Somebody without an NHS number may be known all the same.
create index patient_named on heldwell.patient (birth_date, lower(family_name));
