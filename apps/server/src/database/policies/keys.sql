-- Keys: nobody who serves reads the table; one function hands out, to each viewer theirs.
grant select on heldwell.record_key to heldwell_consent;
create policy consent_hands_out on heldwell.record_key for select to heldwell_consent using (true);
grant select on heldwell.signed_grant, heldwell.grant_as_signed to heldwell_consent;
-- Wrapped, and of no record: what they seal is guarded by its own rows.
grant select on heldwell.system_key to heldwell_app;
