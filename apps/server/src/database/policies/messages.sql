-- Discussions, messages and the lists of those who answer them.

-- Discussions: a grant for the record that holds the label, or one for this discussion. Messages move them
-- (functions/sending.sql).
grant select, insert on heldwell.thread to heldwell_app;
create policy granted on heldwell.thread for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record()) or exists (select from heldwell.held_grant g where g.patient_id = thread.patient_id and 'SEE' = any (g.rights)
    and (thread.label = any (g.labels) or g.thread_id = thread.id)));
create policy patient_starts on heldwell.thread for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));

grant select, insert on heldwell.message to heldwell_app;
-- With its discussion; of one with their team that access has ended for, what was said until then.
create policy with_its_thread on heldwell.message for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record())
    or (patient_id = (select heldwell.record_at_hand()) and thread_id = (select heldwell.thread_at_hand())
      and (select heldwell.sees_thread(heldwell.record_at_hand(), heldwell.thread_at_hand())))
    or heldwell.sees_message(patient_id, thread_id, position));
create policy writers_write on heldwell.message for insert to heldwell_app
  with check (author_id = (select heldwell.viewer_person())
    and (patient_id = (select heldwell.viewer_record()) or heldwell.sees_thread(patient_id, thread_id)));

grant select, insert on heldwell.participant to heldwell_app;
grant update (read_position) on heldwell.participant to heldwell_app;
create policy with_its_thread on heldwell.participant for select to heldwell_app
  using (patient_id = (select heldwell.viewer_record())
    or exists (select from heldwell.thread t where t.patient_id = participant.patient_id and t.id = participant.thread_id)
    or heldwell.keeps_participant(patient_id, thread_id, joined_at));
create policy patient_adds on heldwell.participant for insert to heldwell_app
  with check (patient_id = (select heldwell.viewer_record()));
create policy readers_mark on heldwell.participant for update to heldwell_app
  using (reader_id = (select heldwell.viewer_person()) or reader_id = (select heldwell.viewer_record())
    or reader_id = any ((select heldwell.viewer_teams())::uuid[]));

grant select on heldwell.team_inbox to heldwell_app;
create policy members_see on heldwell.team_inbox for select to heldwell_app
  using (team_id = any ((select heldwell.viewer_teams())::uuid[]));

grant select on heldwell.caseload to heldwell_app;
create policy members_see on heldwell.caseload for select to heldwell_app
  using (team_id = any ((select heldwell.viewer_teams())::uuid[]));

-- Whose access hangs on a discussion is between the patient and them: it is asked by what ends one alone.
revoke execute on function heldwell.grants_until_closed(uuid, uuid) from heldwell_app;
