-- The record: seen by those with a grant in force that holds its label.

-- A record is seen by those with any grant in force on it, if only for one discussion.
grant select on heldwell.patient to heldwell_app;
create policy granted on heldwell.patient for select to heldwell_app
  using (id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = patient.id and 'SEE' = any (g.rights)));

grant select on heldwell.patient_identity to heldwell_app;
create policy granted on heldwell.patient_identity for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = patient_identity.patient_id
    and g.thread_id is null and 'GENERAL' = any (g.labels) and 'SEE' = any (g.rights)));

-- Entries: a grant whose labels hold the entry's label.
grant select on heldwell.entry to heldwell_app;
grant update (label, label_chosen, version, headline, detail, measured) on heldwell.entry to heldwell_app;
create policy granted on heldwell.entry for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = entry.patient_id
    and g.thread_id is null and entry.label = any (g.labels) and 'SEE' = any (g.rights)));
create policy patient_relabels on heldwell.entry for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));

grant select on heldwell.entry_version, heldwell.entry_part, heldwell.attachment to heldwell_app;
grant insert on heldwell.entry_version to heldwell_app;
create policy with_its_entry on heldwell.entry_version for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = entry_version.patient_id and e.id = entry_version.entry_id));
create policy patient_relabels on heldwell.entry_version for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));
create policy with_its_whole on heldwell.entry_part for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = entry_part.patient_id and e.id = entry_part.whole_id));
create policy with_its_entry on heldwell.attachment for select to heldwell_app
  using (exists (select from heldwell.entry e where e.patient_id = attachment.patient_id and e.id = attachment.entry_id));
-- A file moves with its entry under another label's key.
grant update (label, title, bytes) on heldwell.attachment to heldwell_app;
create policy patient_relabels on heldwell.attachment for update to heldwell_app
  using (patient_id = (select heldwell.viewer_record())) with check (patient_id = (select heldwell.viewer_record()));
