create schema if not exists heldwell;

-- People and sign-in ---------------------------------------------------------------------------------

create table heldwell.person (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  email text not null,
  -- lower case, NFKC: one e-mail, one person
  email_key text not null unique,
  password_hash text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table heldwell.session (
  id uuid primary key,
  -- sha-256 of the cookie's value: a stolen database opens no session
  token_hash bytea not null unique,
  person_id uuid not null references heldwell.person (id),
  app text not null check (app in ('PATIENT', 'CARER', 'PROFESSIONAL')),
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on heldwell.session (person_id) where ended_at is null;

create table heldwell.attempt (
  -- keyed hash of what is limited: an e-mail or an address, never in the clear
  subject bytea not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (subject, window_start)
);

-- Organisations and teams ----------------------------------------------------------------------------

create table heldwell.organisation (
  id uuid primary key,
  ods_code text not null unique,
  name text not null,
  -- the label of what it sends, where the resource names none
  default_label text not null default 'GENERAL'
    check (default_label in ('GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED')),
  created_at timestamptz not null default now()
);

create table heldwell.team (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  code text not null unique,
  name text not null,
  description text,
  default_labels text[] not null default '{GENERAL}',
  takes_messages boolean not null default true,
  answer_time text,
  opening_hours text,
  created_at timestamptz not null default now()
);
create index team_organisation on heldwell.team (organisation_id);

create table heldwell.team_member (
  team_id uuid not null references heldwell.team (id),
  person_id uuid not null references heldwell.person (id),
  role text not null check (role in ('MEMBER', 'COORDINATOR', 'MANAGER')),
  job_title text,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (team_id, person_id)
);
create index team_member_person on heldwell.team_member (person_id) where left_at is null;

create table heldwell.feed_key (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  key_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- The record -----------------------------------------------------------------------------------------

create table heldwell.patient (
  id uuid primary key,
  -- who took the record up; null until then
  person_id uuid unique references heldwell.person (id),
  title text,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  birth_date date,
  gender text,
  -- known to have died, with or without a date
  deceased boolean not null default false,
  deceased_at timestamptz,
  created_at timestamptz not null
);

-- What identifies and reaches the person: GENERAL, apart from the name.
create table heldwell.patient_identity (
  patient_id uuid primary key references heldwell.patient (id),
  nhs_number text unique,
  address text,
  phone text,
  email text,
  language text,
  interpreter_needed boolean,
  communication_needs text,
  -- the sender that withholds where the person lives and how to reach them; only it can lift that
  restricted_by uuid references heldwell.organisation (id),
  updated_at timestamptz not null
);

-- Who the person is in the words of each sender, as it last sent them.
create table heldwell.patient_source (
  patient_id uuid not null references heldwell.patient (id),
  organisation_id uuid not null references heldwell.organisation (id),
  -- sha-256 of the resource, so that the same one again changes nothing
  digest bytea not null,
  -- the sender's own time of this version; an older one that comes later is passed over
  source_updated_at timestamptz,
  received_at timestamptz not null,
  resource json not null,
  primary key (patient_id, organisation_id)
);

create table heldwell.patient_identifier (
  patient_id uuid not null references heldwell.patient (id),
  organisation_id uuid not null references heldwell.organisation (id),
  system text not null,
  value text not null,
  primary key (patient_id, organisation_id, system, value)
);
create unique index patient_identifier_value on heldwell.patient_identifier (organisation_id, system, value);

create table heldwell.entry (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  kind text not null,
  label text not null check (label in ('GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED')),
  status text not null check (status in ('CURRENT', 'ENTERED_IN_ERROR')),
  source_status text,
  -- the patient chose the label: what its source says of it no longer counts
  label_chosen boolean not null default false,
  -- what lists are sorted by: when it happened, else when it arrived
  sorted_at timestamptz not null,
  occurred_at timestamptz,
  occurred_precision text not null default 'TIME' check (occurred_precision in ('YEAR', 'MONTH', 'DAY', 'TIME')),
  ends_at timestamptz,
  arrived_at timestamptz not null,
  version integer not null,
  source_organisation_id uuid references heldwell.organisation (id),
  source_team_id uuid references heldwell.team (id),
  author_team_id uuid references heldwell.team (id),
  -- who wrote or performed it, as the source names them
  author_name text,
  -- `system|code`: finds the values of one trend
  code_token text,
  -- one number a row for trends; null where the value is no number
  value_number double precision,
  -- title, summary and code: what a list shows
  headline json not null,
  -- what the kind has to say, in the shape of its GraphQL type
  detail json not null,
  primary key (patient_id, id)
);
create index entry_timeline on heldwell.entry (patient_id, sorted_at desc, id desc);
create index entry_kind on heldwell.entry (patient_id, kind, sorted_at desc, id desc);
create index entry_trend on heldwell.entry (patient_id, code_token, sorted_at) where code_token is not null;

create table heldwell.entry_version (
  patient_id uuid not null,
  entry_id uuid not null,
  version integer not null,
  recorded_at timestamptz not null,
  label text not null,
  status text not null,
  headline json not null,
  detail json not null,
  -- the resource it came from, untouched; null where a person changed something here (a label)
  resource json,
  changed_by text,
  reason text,
  primary key (patient_id, entry_id, version),
  foreign key (patient_id, entry_id) references heldwell.entry (patient_id, id)
);

-- Idempotency: one entry for one thing of one sender.
create table heldwell.entry_source (
  patient_id uuid not null,
  organisation_id uuid not null references heldwell.organisation (id),
  resource_type text not null,
  source_key text not null,
  entry_id uuid not null,
  -- the resource's id at the sender, by which others refer to what is keyed by an identifier
  resource_id text,
  -- sha-256 of the resource as it last came, so that an unchanged one is no new version
  digest bytea not null,
  -- the sender's own time of this version; an older one that comes later is passed over
  source_updated_at timestamptz,
  primary key (patient_id, organisation_id, resource_type, source_key),
  foreign key (patient_id, entry_id) references heldwell.entry (patient_id, id)
);
create index entry_source_entry on heldwell.entry_source (patient_id, entry_id);
create index entry_source_resource on heldwell.entry_source (patient_id, organisation_id, resource_type, resource_id);

-- What senders say belongs together, by their own keys: the two may come in any order, in different runs.
create table heldwell.entry_listing (
  patient_id uuid not null references heldwell.patient (id),
  organisation_id uuid not null references heldwell.organisation (id),
  whole_type text not null,
  whole_key text not null,
  part_type text not null,
  part_key text not null,
  position integer not null,
  primary key (patient_id, organisation_id, whole_type, whole_key, part_type, part_key)
);
create index entry_listing_part on heldwell.entry_listing (patient_id, organisation_id, part_type, part_key);

create table heldwell.entry_part (
  patient_id uuid not null,
  whole_id uuid not null,
  part_id uuid not null,
  position integer not null,
  primary key (patient_id, whole_id, part_id),
  foreign key (patient_id, whole_id) references heldwell.entry (patient_id, id),
  foreign key (patient_id, part_id) references heldwell.entry (patient_id, id)
);

create table heldwell.attachment (
  patient_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  position integer not null,
  title text,
  content_type text not null,
  size integer not null,
  bytes bytea not null,
  -- kept with the history when another version of the entry brought other files
  replaced_at timestamptz,
  primary key (patient_id, id),
  foreign key (patient_id, entry_id) references heldwell.entry (patient_id, id)
);
create index attachment_entry on heldwell.attachment (patient_id, entry_id, position);

-- What came for a patient nobody knows: kept whole for a person to decide.
create table heldwell.held_resource (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  received_at timestamptz not null,
  reason text not null,
  resource json not null,
  digest bytea not null,
  unique (organisation_id, digest)
);

-- Consent --------------------------------------------------------------------------------------------

-- One row for each grantee of a record: what every change updates and every write locks.
create table heldwell.grant_head (
  patient_id uuid not null references heldwell.patient (id),
  grantee_id uuid not null,
  changes integer not null default 0,
  primary key (patient_id, grantee_id)
);

-- Versions, never edits: the newest of an id has no successor.
create table heldwell.consent_grant (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  version integer not null,
  grantee_kind text not null check (grantee_kind in ('TEAM', 'ORGANISATION', 'CARER')),
  -- the team, the organisation or, for a carer, the person
  grantee_id uuid not null,
  grantee_name text not null,
  labels text[] not null,
  rights text[] not null,
  -- the one discussion it is for; null when it is for the record within its labels
  thread_id uuid,
  basis text not null check (basis in ('PATIENT_CHOICE', 'DIRECT_CARE', 'EMERGENCY', 'COURT_ORDER')),
  valid_from timestamptz not null,
  valid_until timestamptz,
  ended boolean not null default false,
  given_by text not null,
  given_by_person uuid references heldwell.person (id),
  reason text,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (patient_id, id, version)
);
create unique index consent_grant_newest on heldwell.consent_grant (patient_id, id) where superseded_at is null;
create unique index consent_grant_one_a_grantee
  on heldwell.consent_grant (patient_id, grantee_id, coalesce(thread_id, '00000000-0000-0000-0000-000000000000'))
  where superseded_at is null and not ended;
create index consent_grant_grantee on heldwell.consent_grant (grantee_id, patient_id)
  where superseded_at is null and not ended;

create table heldwell.carer (
  patient_id uuid not null references heldwell.patient (id),
  person_id uuid not null references heldwell.person (id),
  display_name text not null,
  relationship text,
  since timestamptz not null,
  primary key (patient_id, person_id)
);

create table heldwell.invitation (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  kind text not null check (kind in ('TAKE_UP_RECORD', 'CARE_FOR')),
  code_hash bytea not null unique,
  name text not null,
  email text not null,
  relationship text,
  labels text[] not null,
  rights text[] not null,
  invited_by text not null,
  invited_by_person uuid references heldwell.person (id),
  organisation_name text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (patient_id, id)
);

-- Messages -------------------------------------------------------------------------------------------

create table heldwell.thread (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  -- the id its author chose: the same command twice is one thread
  author_id uuid not null,
  client_id uuid not null,
  subject text not null,
  label text not null check (label in ('GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED')),
  team_id uuid not null references heldwell.team (id),
  started_at timestamptz not null,
  closed_at timestamptz,
  last_position integer not null,
  last_message_at timestamptz not null,
  last_author text not null,
  last_author_role text not null,
  preview text not null,
  primary key (patient_id, id),
  unique (patient_id, author_id, client_id)
);
create index thread_newest on heldwell.thread (patient_id, last_message_at desc, id desc);

-- Who takes part, and how far each has read: the patient, the team as one, each carer.
create table heldwell.participant (
  patient_id uuid not null,
  thread_id uuid not null,
  reader_id uuid not null,
  role text not null check (role in ('PATIENT', 'CARER', 'STAFF')),
  name text not null,
  read_position integer not null,
  joined_at timestamptz not null,
  primary key (patient_id, thread_id, reader_id),
  foreign key (patient_id, thread_id) references heldwell.thread (patient_id, id)
);

create table heldwell.message (
  patient_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  position integer not null,
  author_id uuid not null,
  client_id uuid not null,
  author_name text not null,
  author_role text not null,
  author_team_id uuid references heldwell.team (id),
  text text not null,
  sent_at timestamptz not null,
  primary key (patient_id, id),
  unique (patient_id, thread_id, position),
  unique (patient_id, author_id, client_id),
  foreign key (patient_id, thread_id) references heldwell.thread (patient_id, id)
);

-- Read tables that cut across patients, written with what they mirror ---------------------------------

create table heldwell.team_inbox (
  team_id uuid not null references heldwell.team (id),
  last_message_at timestamptz not null,
  patient_id uuid not null,
  thread_id uuid not null,
  last_author_role text not null,
  unread boolean not null,
  -- the times of the team's grant for the discussion: counts judge by them and need not look at grants
  opens_at timestamptz not null default '-infinity',
  closes_at timestamptz not null default 'infinity',
  primary key (team_id, thread_id),
  foreign key (patient_id, thread_id) references heldwell.thread (patient_id, id)
);
create index team_inbox_newest on heldwell.team_inbox (team_id, last_message_at desc, thread_id desc);
create index team_inbox_unread on heldwell.team_inbox (team_id, last_message_at desc, thread_id desc) where unread;
create index team_inbox_waiting on heldwell.team_inbox (team_id, (last_author_role <> 'STAFF'), last_message_at desc, thread_id desc);

create table heldwell.caseload (
  team_id uuid not null references heldwell.team (id),
  patient_id uuid not null references heldwell.patient (id),
  -- lower case, compared by bytes: the operators are leakproof, so that the index serves under a policy
  family_key text collate "C" not null,
  given_key text collate "C" not null,
  primary key (team_id, patient_id)
);
create index caseload_name on heldwell.caseload (team_id, family_key, given_key, patient_id);

-- Who looked -----------------------------------------------------------------------------------------

create table heldwell.access_log (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  app text not null,
  team_id uuid,
  team_name text,
  action text not null,
  what text,
  -- rows of a list are one entry an hour; openings one an operation
  bucket text not null,
  primary key (patient_id, id),
  unique (patient_id, person_id, bucket)
);
create index access_log_newest on heldwell.access_log (patient_id, at desc, id desc);

-- The demo ---------------------------------------------------------------------------------------------

-- One row when the demo story is told here: the day it is told from, and when all of it was.
create table heldwell.demo_story (
  only_one boolean primary key default true check (only_one),
  told_as_of timestamptz not null,
  finished_at timestamptz
);
