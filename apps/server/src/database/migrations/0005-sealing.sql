-- Keys of records, and sealed values where there was readable text. Only the application can seal: a database that
-- holds records already is told so, and not half converted.
do $$
begin
  if exists (select from heldwell.patient) then
    raise exception 'This database was filled before values were sealed. A demo is made anew with npm run demo:reset.';
  end if;
end
$$;

-- Data keys, wrapped by a master key outside the database: for each label of a record one, and one for hashes of codes.
create table heldwell.record_key (
  patient_id uuid not null references heldwell.patient (id),
  label text not null check (label in ('GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED', 'CODES')),
  version integer not null,
  -- null once it was destroyed: what it sealed stays sealed for ever
  wrapped bytea,
  master_key_id text not null,
  created_at timestamptz not null,
  -- a newer version seals since then
  retired_at timestamptz,
  destroyed_at timestamptz,
  primary key (patient_id, label, version)
);

-- Keys of what belongs to no record: people's e-mail addresses, resources that are held.
create table heldwell.system_key (
  name text not null,
  version integer not null,
  wrapped bytea not null,
  master_key_id text not null,
  created_at timestamptz not null,
  primary key (name, version)
);

-- HMAC over what the version of a grant says, under a key outside the database: without it a row opens nothing.
alter table heldwell.consent_grant add column mac bytea;

-- Subject, preview and last author of a discussion in one.
alter table heldwell.thread drop column subject, drop column preview, drop column last_author,
  add column words bytea not null;
alter table heldwell.message drop column text, add column text bytea not null;
alter table heldwell.message add column label text not null
  check (label in ('GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED'));

-- Title, summary, code and author in one; what the kind says in another, so that lists open the first alone; the
-- number of a trend with its range and parts in a third. Codes are found by a hash under a key of the record.
drop index heldwell.entry_trend;
alter table heldwell.entry drop column author_name, drop column code_token, drop column value_number,
  drop column headline, drop column detail,
  add column headline bytea not null, add column detail bytea not null,
  add column measured bytea, add column code_hash bytea;
create index entry_trend on heldwell.entry (patient_id, code_hash, sorted_at) where code_hash is not null;

-- A version keeps the key of its own label. Its detail, the resource it came from and the reason of a change in one.
alter table heldwell.entry_version drop column headline, drop column detail, drop column resource, drop column reason,
  add column headline bytea not null, add column content bytea not null;

alter table heldwell.attachment drop column title,
  add column title bytea,
  add column label text not null check (label in ('GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED')),
  -- keyed: whether the same file comes again
  add column digest bytea not null;

-- What identifies and reaches the person, in one under GENERAL; the NHS number is found by a keyed hash.
alter table heldwell.patient_identity drop column nhs_number, drop column address, drop column phone, drop column email,
  drop column language, drop column interpreter_needed, drop column communication_needs,
  add column details bytea not null, add column nhs_number_hash bytea unique;
alter table heldwell.patient_source drop column resource, add column resource bytea not null;
-- A sender's own numbers for a person are only ever looked up.
alter table heldwell.patient_identifier drop constraint patient_identifier_pkey;
drop index heldwell.patient_identifier_value;
alter table heldwell.patient_identifier drop column value, add column value_hash bytea not null,
  add primary key (patient_id, organisation_id, system, value_hash);
create unique index patient_identifier_value on heldwell.patient_identifier (organisation_id, system, value_hash);

-- Held resources belong to no record yet: a key of the installation seals them.
alter table heldwell.held_resource drop column resource, add column resource bytea not null,
  add column resource_type text not null;

alter table heldwell.person drop column email, drop column email_key,
  add column email bytea not null, add column email_hash bytea not null unique;
alter table heldwell.invitation drop column email,
  add column email bytea not null, add column email_hash bytea not null;
