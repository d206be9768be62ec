-- What people say of access (why it was given or ended, in an emergency, in a freeze, in a question) lies sealed with the
-- key of people: a database that holds such words is told so, and not half converted.
do $$
begin
  if exists (select from heldwell.consent_grant where reason is not null) then
    raise exception 'This database was filled before reasons were sealed. A demo is made anew with npm run demo:reset.';
  end if;
end
$$;

alter table heldwell.consent_grant
  alter column reason type bytea using null,
  drop constraint consent_grant_cause_check,
  add constraint consent_grant_cause_check
    check (cause in ('GIVER_NARROWED', 'GIVER_ENDED', 'THREAD_CLOSED', 'DISCHARGED', 'PERSON_FROZEN'));
alter table heldwell.sharing_stop alter column reason type bytea using null;
alter table heldwell.record_freeze alter column reason type bytea using null, alter column lift_reason type bytea using null;
alter table heldwell.source_freeze alter column reason type bytea using null, alter column lift_reason type bytea using null;
alter table heldwell.person_freeze alter column reason type bytea using null, alter column lift_reason type bytea using null;
alter table heldwell.emergency_access alter column reason type bytea using null, alter column note type bytea using null;
alter table heldwell.access_request alter column reason type bytea using null;
alter table heldwell.access_question alter column words type bytea using null, alter column answer type bytea using null;
