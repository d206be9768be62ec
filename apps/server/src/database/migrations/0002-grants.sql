-- The whole grant model: more kinds of grantees and scopes, what was given through another's grant, what falls back
-- by itself, stopping, freezing, emergencies, requests and research.

alter table heldwell.consent_grant
  drop constraint consent_grant_grantee_kind_check,
  add constraint consent_grant_grantee_kind_check
    check (grantee_kind in ('TEAM', 'ORGANISATION', 'CARER', 'PROFESSIONAL', 'APP')),
  -- the one entry it is for
  add column entry_id uuid,
  -- an emergency: the summary under these labels, and nothing else
  add column summary_labels text[] not null default '{}',
  -- it ends by itself when this discussion is closed, or when this team discharges the patient
  add column ends_with_thread uuid,
  add column ends_with_team uuid references heldwell.team (id),
  -- the giver's own grant, where somebody else than the patient gave it: it holds no more than that one
  add column given_through uuid,
  -- it was such a one, until the patient changed or renewed it as their own
  add column adopted boolean not null default false,
  -- why a version was written by itself
  add column cause text check (cause in ('GIVER_NARROWED', 'GIVER_ENDED', 'THREAD_CLOSED', 'DISCHARGED')),
  -- of a court's order
  add column reference text,
  -- for whom a person acts: the team of an emergency
  add column acting_team_id uuid references heldwell.team (id),
  -- whose privacy officer gives a court's order
  add column acting_organisation_id uuid references heldwell.organisation (id),
  -- held back since then: sharing was stopped, or the record frozen. Derived; set with what it follows from.
  add column suspended_at timestamptz,
  -- what is for one thing, or for a summary, opens nothing by label
  add constraint consent_grant_one_scope check (
    num_nonnulls(thread_id, entry_id) + (summary_labels <> '{}')::int <= 1
    and (labels = '{}' or (thread_id is null and entry_id is null and summary_labels = '{}')));

create index consent_grant_ordered on heldwell.consent_grant (acting_organisation_id, recorded_at desc)
  where acting_organisation_id is not null;
drop index heldwell.consent_grant_one_a_grantee;
-- One of each kind of a grantee: an emergency or a court's order stands beside what the patient gave, and so does what
-- each giver gave through theirs, who must not learn from a refusal what the patient gave.
create unique index consent_grant_one_a_grantee on heldwell.consent_grant (patient_id, grantee_id, grantee_kind,
    coalesce(thread_id, entry_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(given_through, case when adopted then id end, '00000000-0000-0000-0000-000000000000'),
    (case when basis in ('EMERGENCY', 'COURT_ORDER') then basis else '' end))
  where superseded_at is null and not ended;

alter table heldwell.entry
  -- closed to everybody: the organisation that sent it froze it
  add column frozen boolean not null default false;
create index entry_author on heldwell.entry (patient_id, author_team_id) where author_team_id is not null;
-- Where a discussion is kept as it was (`kept_thread`), its last position is an earlier one than that of its words.
alter table heldwell.thread add column words_position integer generated always as (last_position) stored;
create index thread_team on heldwell.thread (patient_id, team_id);

alter table heldwell.session
  -- when the person last said their password again
  add column confirmed_at timestamptz;

alter table heldwell.invitation
  drop constraint invitation_kind_check,
  add constraint invitation_kind_check check (kind in ('TAKE_UP_RECORD', 'CARE_FOR', 'TREAT')),
  add column given_through uuid,
  add column valid_until timestamptz,
  add column ends_with_thread uuid,
  add column ends_with_team uuid references heldwell.team (id);

-- Offices of an organisation. They give no clinical reading.
create table heldwell.organisation_officer (
  organisation_id uuid not null references heldwell.organisation (id),
  person_id uuid not null references heldwell.person (id),
  role text not null check (role in ('ADMINISTRATOR', 'PRIVACY_OFFICER')),
  since timestamptz not null default now(),
  until timestamptz,
  primary key (organisation_id, person_id, role)
);
create index organisation_officer_person on heldwell.organisation_officer (person_id) where until is null;

-- The patient stopped all sharing; kept with its end.
create table heldwell.sharing_stop (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  stopped_at timestamptz not null,
  stopped_by text not null,
  reason text,
  resumed_at timestamptz,
  resumed_by text,
  primary key (patient_id, id)
);
create unique index sharing_stop_one on heldwell.sharing_stop (patient_id) where resumed_at is null;

-- A whole record, frozen for safeguarding by two officers: asked for by one, confirmed by another.
create table heldwell.record_freeze (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  organisation_id uuid not null references heldwell.organisation (id),
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid not null references heldwell.person (id),
  asked_by_name text not null,
  patient_name text not null,
  confirmed_at timestamptz,
  confirmed_by uuid references heldwell.person (id),
  confirmed_by_name text,
  lifted_at timestamptz,
  lifted_by_name text,
  lift_reason text,
  primary key (patient_id, id),
  constraint record_freeze_two check (confirmed_by <> asked_by)
);
create unique index record_freeze_one on heldwell.record_freeze (patient_id, organisation_id) where lifted_at is null;
create index record_freeze_organisation on heldwell.record_freeze (organisation_id, asked_at desc);

-- What one organisation sent to one record, closed to everybody by its privacy officer.
create table heldwell.source_freeze (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  organisation_id uuid not null references heldwell.organisation (id),
  reason text not null,
  patient_name text not null,
  frozen_at timestamptz not null,
  frozen_by_name text not null,
  lifted_at timestamptz,
  lifted_by_name text,
  lift_reason text,
  primary key (patient_id, id)
);
create unique index source_freeze_one on heldwell.source_freeze (patient_id, organisation_id) where lifted_at is null;
create index source_freeze_organisation on heldwell.source_freeze (organisation_id, frozen_at desc);

-- Somebody of an organisation who may not work for it while it looks into something.
create table heldwell.person_freeze (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  person_id uuid not null references heldwell.person (id),
  person_name text not null,
  reason text not null,
  frozen_at timestamptz not null,
  frozen_by_name text not null,
  lifted_at timestamptz,
  lifted_by_name text,
  lift_reason text
);
create unique index person_freeze_one on heldwell.person_freeze (person_id, organisation_id) where lifted_at is null;
create index person_freeze_organisation on heldwell.person_freeze (organisation_id, frozen_at desc);

-- What an emergency may open, where the patient narrowed it; none at all when no label is left.
create table heldwell.emergency_setting (
  patient_id uuid primary key references heldwell.patient (id),
  labels text[] not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Each time the glass was broken, for the privacy officer of the team's organisation.
create table heldwell.emergency_access (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  grant_id uuid not null,
  organisation_id uuid not null references heldwell.organisation (id),
  team_id uuid not null references heldwell.team (id),
  person_id uuid not null references heldwell.person (id),
  person_name text not null,
  team_name text not null,
  patient_name text not null,
  reason text not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by_name text,
  outcome text check (outcome in ('JUSTIFIED', 'NOT_JUSTIFIED')),
  note text,
  primary key (patient_id, id)
);
create index emergency_access_organisation on heldwell.emergency_access (organisation_id, opened_at desc, id desc);

-- Somebody asked for access, or for more of it. The patient answers.
create table heldwell.access_request (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  asked_by uuid not null references heldwell.person (id),
  asked_by_name text not null,
  grantee_kind text not null check (grantee_kind in ('TEAM', 'CARER', 'PROFESSIONAL')),
  grantee_id uuid not null,
  grantee_name text not null,
  labels text[] not null,
  rights text[] not null,
  reason text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('GIVEN', 'DECLINED')),
  primary key (patient_id, id)
);
-- Asking again while the first question waits changes nothing.
create unique index access_request_one on heldwell.access_request (patient_id, grantee_id, grantee_kind)
  where answered_at is null;

-- Who asked for a record there is not: the same work as for one there is, and a trace of whoever tries.
create table heldwell.access_request_unmatched (
  id uuid primary key,
  asked_by uuid not null references heldwell.person (id),
  asked_at timestamptz not null
);

-- Studies, and each patient's yes or no to each, by versions.
create table heldwell.study (
  id uuid primary key,
  code text not null unique,
  name text not null,
  organisation_id uuid references heldwell.organisation (id),
  -- in plain words: what it is about, what is used, for how long
  description text not null,
  open boolean not null default true,
  created_at timestamptz not null default now()
);
create table heldwell.research_consent (
  patient_id uuid not null references heldwell.patient (id),
  study_id uuid not null references heldwell.study (id),
  version integer not null,
  given boolean not null,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (patient_id, study_id, version)
);
