-- What staff settle of a record: whose it is, where no program may decide; and that its person has died or left.

-- A case says who the person said they are, as it was when it was found: staff read the claim, and not the claimant's record.
alter table heldwell.record_match
  add column given_name text,
  add column family_name text,
  add column birth_date date,
  -- whether the NHS number is the same on both sides; null where one is not known
  add column same_number boolean,
  add column settled_by_person uuid references heldwell.person (id),
  add column outcome text check (outcome in ('RECORD_OPENS', 'BOTH_KEPT', 'OTHER_SIGN_IN', 'NEXT_SIGN_IN', 'NOT_SAME'));
create index record_match_other on heldwell.record_match (other_patient_id) where settled_at is null;

-- The same of a national sign-in, with the record it pointed to; cases from before that name none are filled at the next try.
alter table heldwell.identity_wait
  add column patient_id uuid references heldwell.patient (id),
  -- the sign-in that it was to be linked to; null for somebody new
  add column person_id uuid references heldwell.person (id),
  add column given_name text,
  add column family_name text,
  add column birth_date date,
  add column same_number boolean,
  add column reason text check (reason in ('NOT_EMPTY', 'TAKEN', 'NAMES_DIFFER', 'OTHER_NUMBER')),
  add column settled_by text,
  add column settled_by_person uuid references heldwell.person (id),
  -- CAME_IN: a later try fitted by itself
  add column outcome text check (outcome in ('OTHER_SIGN_IN', 'NEXT_SIGN_IN', 'NOT_SAME', 'CAME_IN'));
create index identity_wait_record on heldwell.identity_wait (patient_id) where settled_at is null;

-- Staff closed a record at its person's written wish, or noted that they have died; and took it back, with the reason.
create table heldwell.record_standing (
  patient_id uuid not null references heldwell.patient (id),
  id uuid not null,
  kind text not null check (kind in ('CLOSED', 'DIED')),
  team_id uuid not null references heldwell.team (id),
  patient_name text not null,
  reason bytea,
  -- the stop of sharing that came with it, so that taking it back takes back no stop of the person's own
  stop_id uuid,
  set_at timestamptz not null,
  set_by_name text not null,
  set_by_person uuid references heldwell.person (id),
  undone_at timestamptz,
  undone_by_name text,
  undone_by_person uuid references heldwell.person (id),
  undo_reason bytea,
  primary key (patient_id, id)
);
create unique index record_standing_one on heldwell.record_standing (patient_id, kind) where undone_at is null;
create index record_standing_team on heldwell.record_standing (team_id, set_at desc) where undone_at is null;

alter table heldwell.notice drop constraint notice_kind_check;
alter table heldwell.notice add constraint notice_kind_check check (kind in ('ACCESS_GIVEN', 'ACCESS_CHANGED', 'ACCESS_ENDED',
  'EMERGENCY_ACCESS', 'INVITATION_TAKEN_UP', 'RECORD_TAKEN_UP', 'LABEL_CHANGED', 'SHARING_STOPPED', 'SHARING_RESUMED',
  'IDENTITY_LOOKED_AT', 'SECOND_RECORD', 'RECORD_CLOSED', 'RECORD_OPENED', 'DEATH_RECORDED', 'DEATH_TAKEN_BACK'));

-- The owner may be bound by row security; it is forced again with the policies.
alter table heldwell.patient no force row level security;
alter table heldwell.record_match no force row level security;
update heldwell.record_match m set given_name = p.given_name, family_name = p.family_name, birth_date = p.birth_date
  from heldwell.patient p where p.id = m.patient_id;
