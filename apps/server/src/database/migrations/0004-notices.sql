-- Notices --------------------------------------------------------------------------------------------

-- What changed about access, for each person it concerns. By person, because a person's notices cut across records;
-- ids only: names are looked up when it is read, under what its reader may see then.
create table heldwell.notice (
  person_id uuid not null references heldwell.person (id),
  id uuid not null default gen_random_uuid(),
  -- the app it is for: one person may be patient, carer and professional
  app text not null check (app in ('PATIENT', 'CARER', 'PROFESSIONAL')),
  kind text not null check (kind in ('ACCESS_GIVEN', 'ACCESS_CHANGED', 'ACCESS_ENDED', 'EMERGENCY_ACCESS',
    'INVITATION_TAKEN_UP', 'RECORD_TAKEN_UP', 'LABEL_CHANGED', 'SHARING_STOPPED', 'SHARING_RESUMED')),
  patient_id uuid references heldwell.patient (id),
  -- the version of a grant it tells of
  grant_id uuid,
  grant_version integer,
  -- when the grant was held back, or let go again, in the same version
  held_at timestamptz,
  -- the team a professional is told for
  team_id uuid references heldwell.team (id),
  -- about one discussion, not about the record
  for_discussion boolean not null default false,
  at timestamptz not null,
  read_at timestamptz,
  -- handed over to the mail server
  mailed_at timestamptz,
  primary key (person_id, id)
);
create unique index notice_id on heldwell.notice (id);
-- A person is told of one thing once.
create unique index notice_once on heldwell.notice (person_id, app, patient_id, grant_id, grant_version, kind,
    coalesce(held_at, '-infinity'))
  where grant_id is not null;
create index notice_newest on heldwell.notice (person_id, app, at desc, id desc);
create index notice_unread on heldwell.notice (person_id, app) where read_at is null;

-- What would have been sent, where there is no mail server: the demo's mailbox. Only the newest are kept.
create table heldwell.demo_mail (
  -- the same mail handed over twice is one
  key text primary key,
  number bigint generated always as identity,
  address text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz not null
);
create index demo_mail_newest on heldwell.demo_mail (number desc);
