-- Whose record it is, and that its person has died or left: staff see cases and acts through views, and write through commands.
grant select on heldwell.record_match, heldwell.identity_wait, heldwell.led_care, heldwell.match_case to heldwell_consent;
grant select, insert, update on heldwell.record_standing to heldwell_consent;
grant insert, update on heldwell.sharing_stop to heldwell_consent;
grant update (deceased, deceased_at) on heldwell.patient to heldwell_consent;
create policy desks_see on heldwell.record_match for select to heldwell_consent using (true);
create policy desks_see on heldwell.identity_wait for select to heldwell_consent using (true);
create policy desks_work on heldwell.record_standing to heldwell_consent using (true) with check (true);
create policy desks_stop on heldwell.sharing_stop for insert to heldwell_consent with check (true);
create policy desks_resume on heldwell.sharing_stop for update to heldwell_consent using (true) with check (true);
grant select on heldwell.match_case, heldwell.closed_record to heldwell_app;

-- Parts of those commands, which would tell by themselves whom a team cares for; and what the system notes of a case.
revoke execute on function heldwell.hold_led_record(uuid, uuid), heldwell.standing_set(uuid, uuid, text),
  heldwell.log_standing(uuid, text, uuid, uuid) from heldwell_app, heldwell_system;
revoke execute on function heldwell.note_settled(uuid, jsonb), heldwell.tell_standing(uuid, text) from heldwell_app;
