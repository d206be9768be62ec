-- Somebody who has lost every way of signing in: what an operator did for them, after looking at documents.

-- One row each time, never changed: whose sign-in, who looked at the documents, and what was taken away.
create table heldwell.sign_in_recovery (
  id uuid primary key,
  person_id uuid not null references heldwell.person (id),
  checked_by text not null check (btrim(checked_by) <> ''),
  recovered_at timestamptz not null,
  sessions_ended integer not null,
  passkeys_removed integer not null,
  links_removed integer not null
);
create index sign_in_recovery_person on heldwell.sign_in_recovery (person_id, recovered_at desc);

alter table heldwell.password_reset
  -- handed over by whoever looked at documents: that it was used says nothing of the e-mail address
  add column by_hand boolean not null default false;
