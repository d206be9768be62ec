-- What getting in stands on: mails that are no notices, letters beside links, who checked who somebody is.

-- A mail on its way out: to whom and what it says lie sealed, and go when it has been handed over.
create table heldwell.outgoing_mail (
  id uuid primary key,
  address bytea not null,
  words bytea not null,
  posted_at timestamptz not null
);

alter table heldwell.person
  -- null where somebody signs in by a passkey or through their employer alone
  alter column password_hash drop not null,
  -- when a mail sent to it was answered
  add column email_confirmed_at timestamptz;

alter table heldwell.invitation
  -- a letter goes to a house and not to an address of e-mail
  alter column email drop not null,
  alter column email_hash drop not null,
  -- how it reaches whom it is for: a link passed on by hand, by e-mail, or two codes in a letter
  add column sent_by text not null default 'HAND' check (sent_by in ('HAND', 'EMAIL', 'LETTER')),
  -- the letter's second code; the birth date that goes with both is the patient's own
  add column second_code_hash bytea,
  -- tries of a letter's first code with a wrong second one or a wrong birth date
  add column failed_tries integer not null default 0,
  add constraint invitation_reaches check (
    case sent_by when 'LETTER' then second_code_hash is not null and kind = 'TAKE_UP_RECORD'
                 else email is not null and email_hash is not null and second_code_hash is null end);

-- That a record belongs to the person who took it up: who made sure, how, and for which organisation. Nothing an
-- organisation sent is shown before there is one; a person may have been checked more than once.
create table heldwell.identity_check (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  person_id uuid not null references heldwell.person (id),
  how text not null check (how in ('LETTER', 'NATIONAL_SIGN_IN', 'STAFF')),
  -- whose staff checked documents or whose letter it was; null for the national sign-in
  organisation_id uuid references heldwell.organisation (id),
  checked_by text,
  checked_at timestamptz not null,
  primary key (patient_id, id)
);

alter table heldwell.organisation
  -- what it calls this service to the people it invites; null: Heldwell
  add column service_name text,
  -- what greets the people it invites
  add column welcome text,
  add column logo bytea,
  add column logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/webp')),
  -- shows nothing of what it sent before its own staff, its letter or its own check said who somebody is
  add column asks_own_check boolean not null default false;

alter table heldwell.team
  -- with it people add themselves to the team; null: the team takes nobody who is not referred
  add column self_referral_code text unique;
