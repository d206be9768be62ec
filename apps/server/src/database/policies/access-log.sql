-- The access log: written through its functions, chained by the sealer, read by the patient, changed by nobody.

grant select, insert on heldwell.access_log to heldwell_consent;
grant insert on heldwell.access_unsealed to heldwell_consent;
grant select on heldwell.organisation, heldwell.organisation_officer, heldwell.entry_version, heldwell.study,
  heldwell.access_question to heldwell_consent;
create policy consent_judges on heldwell.access_question for select to heldwell_consent using (true);
create policy consent_logs on heldwell.access_unsealed for insert to heldwell_consent with check (true);
create policy consent_compares on heldwell.entry_version for select to heldwell_consent using (true);
revoke execute on function heldwell.log_change(uuid, jsonb) from heldwell_app, heldwell_system;

-- Not even jobs write here but through the functions.
revoke insert, update, delete on heldwell.access_log, heldwell.access_unsealed, heldwell.access_chain,
  heldwell.access_head, heldwell.access_sealer from heldwell_system;

-- The sealer reads entries and gives each its place; no other role may.
revoke all on all tables in schema heldwell from heldwell_sealer;
grant usage on schema heldwell to heldwell_sealer;
grant execute on function heldwell.now() to heldwell_sealer;
grant select on heldwell.access_log, heldwell.access_unsealed, heldwell.access_chain, heldwell.access_head,
  heldwell.access_sealer to heldwell_sealer;
grant delete on heldwell.access_unsealed to heldwell_sealer;
grant insert on heldwell.access_chain, heldwell.access_head to heldwell_sealer;
grant update on heldwell.access_sealer to heldwell_sealer;
create policy sealer_reads on heldwell.access_log for select to heldwell_sealer using (true);
create policy sealer_takes on heldwell.access_unsealed to heldwell_sealer using (true);
create policy sealer_chains on heldwell.access_chain to heldwell_sealer using (true) with check (true);
create policy sealer_signs on heldwell.access_head to heldwell_sealer using (true) with check (true);

grant select on heldwell.access_log, heldwell.access_chain, heldwell.access_head to heldwell_app;
create policy patient_sees on heldwell.access_log for select to heldwell_app using (patient_id = any ((select heldwell.viewer_logs())::uuid[]));
create policy patient_sees on heldwell.access_chain for select to heldwell_app using (patient_id = any ((select heldwell.viewer_logs())::uuid[]));
create policy patient_sees on heldwell.access_head for select to heldwell_app using (patient_id = any ((select heldwell.viewer_logs())::uuid[]));
-- A carer whom the patient lets see who looked: their own looks, and those at what they may see themself. Never the chain.
create policy log_reader_sees on heldwell.access_log for select to heldwell_app
  using (patient_id = any ((select heldwell.viewer_partial_logs())::uuid[])
    and (person_id = (select heldwell.viewer_person())
      or heldwell.may_read_log_entry(patient_id, action, opened_id, labels)));

-- Questions: the patient asks, the privacy officer of that organisation answers; each sees the one entry it is about.
grant select, insert on heldwell.access_question to heldwell_app;
grant update (outcome, answer, answered_by, answered_by_person, answered_at) on heldwell.access_question to heldwell_app;
create policy patient_asks on heldwell.access_question for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()) and outcome is null and exists (
    select from heldwell.access_log l where l.patient_id = access_question.patient_id and l.id = entry_id
      and l.organisation_id = access_question.organisation_id));
create policy both_sides_see on heldwell.access_question for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record())
    or organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]));
create policy officer_answers on heldwell.access_question for update to heldwell_app
  using (organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[]) and outcome is null
    and not exists (select from heldwell.access_log l where l.patient_id = access_question.patient_id and l.id = entry_id
      and l.person_id = (select heldwell.viewer_person())))
  with check (organisation_id = any ((select heldwell.viewer_privacy_offices())::uuid[])
    and answered_by_person = (select heldwell.viewer_person()));
create policy officer_sees on heldwell.access_log for select to heldwell_app
  using ((select heldwell.viewer_privacy_offices() <> '{}') and heldwell.is_asked_of_viewer(patient_id, id));
