-- The doors of patients: who a record waits for, what a newcomer says of themself, and what staff have to put together.

alter table heldwell.invitation
  -- whose letter or invitation it is; null where a person or the command line invites
  add column organisation_id uuid references heldwell.organisation (id),
  -- the staff who checked documents before the link was handed over: taking it up writes that check
  add column vouched_by text;

alter table heldwell.patient
  -- when its person closed it
  add column deregistered_at timestamptz,
  -- it was empty when its person took up this record in its place
  add column gave_way_to uuid references heldwell.patient (id);

-- The record was left to its own people: those who hold a grant may still read it, and nothing else.
alter table heldwell.consent_grant add column read_only boolean not null default false;

-- A record that a newcomer has by themself. What they say of their NHS number is no fact before a check, and is not on
-- the record: no sender's data finds it by that.
create table heldwell.registration (
  patient_id uuid primary key references heldwell.patient (id),
  person_id uuid not null references heldwell.person (id),
  said bytea not null,
  -- the record they were invited to by somebody who had not checked who they are
  wanted_patient_id uuid references heldwell.patient (id),
  registered_at timestamptz not null
);
create index registration_wanted on heldwell.registration (wanted_patient_id) where wanted_patient_id is not null;

-- Two records that seem to be one person's, and that no program may make one of.
create table heldwell.record_match (
  -- the record the person has
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  -- the one that a check pointed to
  other_patient_id uuid not null references heldwell.patient (id),
  person_id uuid not null references heldwell.person (id),
  reason text not null check (reason in ('NOT_EMPTY', 'TAKEN', 'NAMES_DIFFER', 'OTHER_NUMBER')),
  how text not null check (how in ('LETTER', 'NATIONAL_SIGN_IN', 'STAFF')),
  organisation_id uuid references heldwell.organisation (id),
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  primary key (patient_id, id)
);
create unique index record_match_waits on heldwell.record_match (patient_id, other_patient_id) where settled_at is null;

-- That somebody reads the mails of an address: a code was sent to it, and comes back once.
create table heldwell.email_proof (
  id uuid primary key,
  email_hash bytea not null,
  code_hash bytea not null,
  failed_tries integer not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz
);

create index organisation_asks on heldwell.organisation (id) where asks_own_check;

-- Whoever took a record up until now did so by a link that staff handed over after a check. The owner may be bound by row
-- security; it is forced again below, with the policies.
alter table heldwell.patient no force row level security;
alter table heldwell.invitation no force row level security;
alter table heldwell.identity_check no force row level security;
alter table heldwell.consent_grant no force row level security;
insert into heldwell.identity_check (patient_id, id, person_id, how, checked_by, checked_at)
  select p.id, gen_random_uuid(), p.person_id, 'STAFF', i.invited_by, coalesce(i.accepted_at, p.created_at)
    from heldwell.patient p left join lateral (
      select i.invited_by, i.accepted_at from heldwell.invitation i
       where i.patient_id = p.id and i.kind = 'TAKE_UP_RECORD' and i.accepted_at is not null
       order by i.accepted_at desc limit 1) i on true
   where p.person_id is not null
     and not exists (select from heldwell.identity_check c where c.patient_id = p.id);
update heldwell.invitation set vouched_by = invited_by
 where kind = 'TAKE_UP_RECORD' and accepted_at is null and withdrawn_at is null;
update heldwell.consent_grant g set read_only = true
  from heldwell.patient p where p.id = g.patient_id and (p.deceased or p.deceased_at is not null)
   and g.superseded_at is null and not g.ended;
