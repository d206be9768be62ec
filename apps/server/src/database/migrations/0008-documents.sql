-- Files people put up themselves, for a message or an entry. Their bytes lie in the document store, sealed with a key of
-- their own that lies here, sealed under their label; what a feed sends keeps its bytes in the row.
alter table heldwell.attachment
  alter column entry_id drop not null,
  alter column bytes drop not null,
  alter column digest drop not null,
  -- the discussion it was put up for; its message once that is sent
  add column thread_id uuid,
  add column message_id uuid,
  -- who put it up, and the id they chose: the same file sent twice is one
  add column author_id uuid references heldwell.person (id),
  add column client_id uuid,
  add column put_at timestamptz,
  -- the key of the file in the store, and the digest of what it says
  add column file_key bytea,
  add foreign key (patient_id, thread_id) references heldwell.thread (patient_id, id),
  add foreign key (patient_id, message_id) references heldwell.message (patient_id, id),
  add unique (patient_id, author_id, client_id),
  add check ((bytes is null) <> (file_key is null)),
  add check (entry_id is null or thread_id is null),
  add check (message_id is null or thread_id is not null),
  -- what a feed sent belongs to its entry; what a person put up waits until it is attached
  add check (author_id is not null or entry_id is not null);
create index attachment_message on heldwell.attachment (patient_id, message_id, position) where message_id is not null;
create index attachment_in_store on heldwell.attachment (id) where file_key is not null;
create index attachment_waiting on heldwell.attachment (put_at) where message_id is null and entry_id is null;

-- Entries people write themselves: the same command twice is one entry.
alter table heldwell.entry
  add column author_id uuid references heldwell.person (id),
  add column client_id uuid,
  add unique (patient_id, author_id, client_id);
