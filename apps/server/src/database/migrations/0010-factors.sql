-- Signing in: second factors, passkeys, sessions that are listed, remembered devices, resets and changed e-mails.

alter table heldwell.session
  -- what it was begun on, in plain words, sealed
  add column device bytea;

-- A passkey of WebAuthn: found by its own id, so that nobody need type an e-mail.
create table heldwell.passkey (
  id uuid primary key,
  person_id uuid not null references heldwell.person (id),
  credential_id bytea not null unique,
  public_key bytea not null,
  -- how often it was used in its own count; one that goes back is a copy
  counter bigint not null,
  transports text[] not null,
  name bytea not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
create index passkey_person on heldwell.passkey (person_id) where removed_at is null;

-- An app that shows codes. A new one waits beside the old until it has shown a code.
create table heldwell.authenticator (
  person_id uuid primary key references heldwell.person (id),
  secret bytea,
  confirmed_at timestamptz,
  pending_secret bytea,
  -- the thirty seconds of the last code used: neither it nor an earlier one is taken again
  last_step bigint not null default 0,
  check ((secret is null) = (confirmed_at is null))
);

-- For whom lost phone and passkey: each of ten works once.
create table heldwell.recovery_code (
  person_id uuid not null references heldwell.person (id),
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz,
  primary key (person_id, code_hash)
);

-- A device that spares its person the second step.
create table heldwell.remembered_device (
  id uuid primary key,
  person_id uuid not null references heldwell.person (id),
  token_hash bytea not null,
  device bytea not null,
  remembered_at timestamptz not null,
  expires_at timestamptz not null,
  forgotten_at timestamptz
);
create unique index remembered_device_token on heldwell.remembered_device (token_hash, person_id) where forgotten_at is null;
create index remembered_device_person on heldwell.remembered_device (person_id) where forgotten_at is null;

-- Something begun that its next step finishes: a right password that waits for the second factor, a passkey's challenge.
create table heldwell.sign_in_step (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('SECOND_FACTOR', 'PASSKEY_SIGN_IN', 'PASSKEY_ADD', 'CONFIRM')),
  person_id uuid references heldwell.person (id),
  -- what a passkey has to sign
  challenge text,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_step_expiry on heldwell.sign_in_step (expires_at);

-- A link to choose a new password. Asked for an address without a sign-in it belongs to nobody, and opens nothing.
create table heldwell.password_reset (
  token_hash bytea primary key,
  person_id uuid references heldwell.person (id),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_person on heldwell.password_reset (person_id) where used_at is null;

-- A new address waits until both it and the old one have agreed.
create table heldwell.email_change (
  id uuid primary key,
  person_id uuid not null references heldwell.person (id),
  email bytea not null,
  email_hash bytea not null,
  old_token_hash bytea not null unique,
  new_token_hash bytea not null unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  old_agreed_at timestamptz,
  new_agreed_at timestamptz,
  ended_at timestamptz
);
create unique index email_change_open on heldwell.email_change (person_id) where ended_at is null;
