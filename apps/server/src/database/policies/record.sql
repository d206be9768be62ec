-- The record: seen by those with a grant in force that holds its label. What costs little and opens most stands first:
-- several policies would be asked in an order of PostgreSQL's own.

-- A record is seen by those with any grant in force on it, if only for one discussion, and by a team that wrote in it.
grant select on heldwell.patient to heldwell_app;
create policy granted_or_kept on heldwell.patient for select to heldwell_app
  using (id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = patient.id and 'SEE' = any (g.rights))
    or id = (select heldwell.viewer_frozen_record()) or heldwell.keeps_record(id));

grant select on heldwell.patient_identity to heldwell_app;
create policy granted on heldwell.patient_identity for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = patient_identity.patient_id
    and ('GENERAL' = any (g.labels) or 'GENERAL' = any (g.summary_labels)) and 'SEE' = any (g.rights)));

-- Whom to call is seen with who the person is; what is withheld or frozen, as of entries, by nobody who may not see those.
grant select on heldwell.emergency_contact to heldwell_app;
create policy granted on heldwell.emergency_contact for select to heldwell_app
  using (not frozen and source_organisation_id <> all ((select heldwell.viewer_withheld())::uuid[])
    and (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = emergency_contact.patient_id
      and ('GENERAL' = any (g.labels) or 'GENERAL' = any (g.summary_labels)) and 'SEE' = any (g.rights))));

-- Entries (functions/entries.sql): what is frozen nobody sees; what is withheld (functions/doors.sql) not the person themself.
-- Of the record at hand what its grants open is looked up once.
grant select on heldwell.entry to heldwell_app;
grant update (label, label_chosen, version, headline, detail, measured) on heldwell.entry to heldwell_app;
create policy granted_or_kept on heldwell.entry for select to heldwell_app
  using (not frozen and case
    when patient_id is distinct from (select heldwell.record_at_hand())
      then heldwell.sees_entry(patient_id, id, label, kind, sorted_at, author_team_id, source_organisation_id)
    else case label = any ((select heldwell.sight_at_hand())::text[])
      when true then true
      when false then author_team_id is not null
        and heldwell.sees_entry(patient_id, id, label, kind, sorted_at, author_team_id, source_organisation_id)
      else heldwell.sees_entry(patient_id, id, label, kind, sorted_at, author_team_id, source_organisation_id) end end);
create policy patient_relabels on heldwell.entry for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) and not frozen) with check (patient_id = (select heldwell.viewer_record()));

grant select on heldwell.entry_version, heldwell.entry_part, heldwell.attachment to heldwell_app;
grant insert on heldwell.entry_version to heldwell_app;
create policy with_its_entry on heldwell.entry_version for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = entry_version.patient_id and e.id = entry_version.entry_id));
create policy patient_relabels on heldwell.entry_version for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));
create policy with_its_whole on heldwell.entry_part for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = entry_part.patient_id and e.id = entry_part.whole_id));
-- A file is seen with its entry or its message; one that is attached to nothing yet by whoever put it up.
create policy with_its_entry on heldwell.attachment for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = attachment.patient_id and e.id = attachment.entry_id));
create policy with_its_message on heldwell.attachment for select to heldwell_app
  using (exists (select from heldwell.message m where m.patient_id = attachment.patient_id and m.id = attachment.message_id));
create policy authors_see_waiting on heldwell.attachment for select to heldwell_app
  using (author_id = (select heldwell.viewer_person()) and entry_id is null and message_id is null);
-- A file moves with its entry under another label's key.
grant update (label, title, bytes, file_key) on heldwell.attachment to heldwell_app;
create policy patient_relabels on heldwell.attachment for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));

-- People put files up for a discussion they may write in, or a record they may add to, and attach them to what they wrote.
grant insert on heldwell.attachment to heldwell_app;
grant update (thread_id, message_id, entry_id, position) on heldwell.attachment to heldwell_app;
create policy authors_put on heldwell.attachment for insert to heldwell_app
  with check (author_id = (select heldwell.viewer_person()) and file_key is not null and message_id is null and entry_id is null
    and (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = attachment.patient_id
      and case when attachment.thread_id is null then 'ADD' = any (g.rights) and attachment.label = any (g.labels)
        else 'MESSAGE' = any (g.rights) and (attachment.label = any (g.labels) or g.thread_id = attachment.thread_id) end)));
create policy authors_attach on heldwell.attachment for update to heldwell_app
  using (author_id = (select heldwell.viewer_person()) and message_id is null and entry_id is null)
  with check (author_id = (select heldwell.viewer_person()) and (
    exists (select from heldwell.message m where m.patient_id = attachment.patient_id and m.id = attachment.message_id
      and m.author_id = attachment.author_id)
    or exists (select from heldwell.entry e where e.patient_id = attachment.patient_id and e.id = attachment.entry_id
      and e.author_id = attachment.author_id)));

-- Who may add to a label writes documents of their own.
grant insert on heldwell.entry to heldwell_app;
create policy authors_add on heldwell.entry for insert to heldwell_app
  with check (author_id = (select heldwell.viewer_person()) and kind = 'DOCUMENT' and source_organisation_id is null and not frozen
    and version = 1 and (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g
      where g.patient_id = entry.patient_id and 'ADD' = any (g.rights) and entry.label = any (g.labels))));
create policy authors_add on heldwell.entry_version for insert to heldwell_app
  with check (version = 1 and exists (select from heldwell.entry e where e.patient_id = entry_version.patient_id
    and e.id = entry_version.entry_id and e.author_id = (select heldwell.viewer_person())));
