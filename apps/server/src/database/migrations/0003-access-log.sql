-- Who looked, in full: in which part, for whom, on what ground, and at what; and every change of sharing beside it.

-- Forced again with the policies that follow: until then an owner that is no superuser would see no row to change.
alter table heldwell.access_log no force row level security;
alter table heldwell.access_log
  -- null for a machine
  alter column person_id drop not null,
  -- PATIENT, CARER, MEMBER, COORDINATOR, MANAGER or SERVICE, at that moment
  add column role text,
  add column organisation_id uuid,
  add column organisation_name text,
  -- the ground that let them in: the basis of their grant
  add column purpose text,
  -- the one entry, discussion, file or grant it was about
  add column opened_id uuid,
  -- of a change of sharing: whom it is with, and the labels it is about
  add column about text,
  add column labels text[];

update heldwell.access_log l set
  role = case l.app when 'CARER' then 'CARER' else 'MEMBER' end,
  purpose = case l.app when 'CARER' then 'CARER' else 'DIRECT_CARE' end,
  action = case when l.what = 'LIVE' then 'LIVE' else l.action end,
  organisation_id = t.organisation_id, organisation_name = t.name
  from (select l.patient_id, l.id, t.organisation_id, o.name from heldwell.access_log l
          left join heldwell.team t on t.id = l.team_id
          left join heldwell.organisation o on o.id = t.organisation_id) t
 where t.patient_id = l.patient_id and t.id = l.id;

alter table heldwell.access_log
  alter column role set not null,
  alter column purpose set not null,
  alter column what set not null,
  add check (action in ('OPENED', 'LISTED', 'LIVE', 'SHARED'));

-- The chain ------------------------------------------------------------------------------------------

-- Written with an entry, emptied by the sealer: what has no place in its record's chain yet.
create table heldwell.access_unsealed (
  patient_id uuid not null,
  id uuid not null
);
insert into heldwell.access_unsealed select patient_id, id from heldwell.access_log;

-- Each entry's place: positions from 1 without a gap, the hash over the one before and the entry's own words.
create table heldwell.access_chain (
  patient_id uuid not null references heldwell.patient (id),
  position bigint not null check (position > 0),
  entry_id uuid not null,
  hash bytea not null,
  primary key (patient_id, position),
  unique (patient_id, entry_id)
);

-- How far a chain reached when the sealer last wrote to it, signed; written to files outside the database too.
create table heldwell.access_head (
  patient_id uuid not null references heldwell.patient (id),
  position bigint not null,
  hash bytea not null,
  -- the sealer's turn: what the files have not yet is found by it
  batch bigint not null,
  sealed_at timestamptz not null,
  public_key bytea not null,
  signature bytea not null,
  primary key (patient_id, position)
);
create index access_head_batch on heldwell.access_head (batch);

create table heldwell.access_sealer (
  only_one boolean primary key default true check (only_one),
  batches bigint not null
);
insert into heldwell.access_sealer (batches) values (0);

-- Questions about an entry ------------------------------------------------------------------------------

-- Who holds an office of an organisation. Offices give no sight of a record.
create table if not exists heldwell.organisation_officer (
  organisation_id uuid not null references heldwell.organisation (id),
  person_id uuid not null references heldwell.person (id),
  role text not null check (role in ('PRIVACY_OFFICER')),
  since timestamptz not null default now(),
  until timestamptz,
  primary key (organisation_id, person_id, role)
);
create index if not exists organisation_officer_person on heldwell.organisation_officer (person_id) where until is null;

-- "I don't recognise this": a case for the privacy officer of the organisation the look was for.
create table heldwell.access_question (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  entry_id uuid not null,
  organisation_id uuid not null references heldwell.organisation (id),
  asked_by text not null,
  words text not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('RIGHT', 'WRONG', 'UNCLEAR')),
  answer text,
  answered_by text,
  answered_by_person uuid references heldwell.person (id),
  answered_at timestamptz,
  primary key (patient_id, id),
  unique (patient_id, entry_id),
  foreign key (patient_id, entry_id) references heldwell.access_log (patient_id, id),
  check ((outcome is null) = (answered_at is null) and (outcome is null) = (answer is null))
);
create index access_question_newest on heldwell.access_question (organisation_id, asked_at desc, id desc);
