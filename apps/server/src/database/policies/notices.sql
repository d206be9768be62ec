-- Notices: seen and marked by the person they are for, in the app they are for; written by the consent functions alone.

grant select on heldwell.notice to heldwell_app;
grant update (read_at) on heldwell.notice to heldwell_app;
create policy recipient_sees on heldwell.notice for select to heldwell_app
  using (person_id = (select heldwell.viewer_person()) and app = (select heldwell.viewer_app()));
create policy recipient_marks on heldwell.notice for update to heldwell_app
  using (person_id = (select heldwell.viewer_person()) and app = (select heldwell.viewer_app()))
  with check (person_id = (select heldwell.viewer_person()) and app = (select heldwell.viewer_app()));

grant select, insert, update on heldwell.notice to heldwell_consent;
create policy consent_tells on heldwell.notice to heldwell_consent using (true) with check (true);
grant select on heldwell.invitation to heldwell_consent;
create policy consent_tells on heldwell.invitation for select to heldwell_consent using (true);

-- Nobody tells but the changes themselves.
revoke execute on function heldwell.tell(text, uuid[], text, jsonb, boolean),
  heldwell.tell_grantee(text, heldwell.consent_grant, timestamptz), heldwell.just_accepted(heldwell.consent_grant),
  heldwell.tell_expired(uuid, uuid, integer), heldwell.tell_nobody(uuid) from heldwell_app;

-- Mails on their way out: put there by `heldwell.post_mail`, sent by a job.
grant insert on heldwell.outgoing_mail to heldwell_consent;
