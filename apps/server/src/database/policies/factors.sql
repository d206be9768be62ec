-- Ways in: no right of the serving role on any of these tables; its person's own are told and changed by functions.
grant select, insert, update on heldwell.passkey, heldwell.authenticator, heldwell.recovery_code,
  heldwell.remembered_device, heldwell.email_change to heldwell_consent;
grant select, update on heldwell.password_reset, heldwell.sign_in_step to heldwell_consent;
grant insert on heldwell.session to heldwell_consent;
grant update (password_hash) on heldwell.person to heldwell_consent;
create policy consent_changes on heldwell.person for update to heldwell_consent using (true) with check (true);
grant select on heldwell.own_session, heldwell.own_passkey, heldwell.own_device, heldwell.own_security to heldwell_app;
-- Told by what happened, never by whoever serves.
revoke execute on function heldwell.tell_session(uuid), heldwell.session_ended(), heldwell.person_closed(),
  heldwell.left_team() from heldwell_app;
