-- Telling of questions: for access to a record, about a look at it, and of their answers, each in its own transaction.

-- The patient is told, as the kind the trigger names: that somebody asks for access, which only they answer, and that a
-- question of theirs was answered.
drop function if exists heldwell.tell_access_asked() cascade;
drop function if exists heldwell.tell_question_answered() cascade;
create or replace function heldwell.tell_the_patient() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.tell(tg_argv[0], array(select p.person_id from heldwell.patient p where p.id = new.patient_id),
    'PATIENT', jsonb_build_object('patient', new.patient_id, 'about', new.id), true);
  return new;
end
$$;

-- Puts as much into the queue as telling one person does, for nobody: whoever asks for access to a record there is not
-- waits as long.
create or replace function heldwell.tell_nobody(request uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  perform heldwell_jobs.add_job('tellNotices', '{"app": "PATIENT", "told": []}', priority => -10);
  perform heldwell_jobs.add_jobs(array[
    ('mailNotice', json_build_object('notice', request), null, null, 25, 'mail ' || request, 0, null)::heldwell_jobs.job_spec]);
end
$$;

-- The patient asks about a look: the privacy officers of the organisation it was for are told.
create or replace function heldwell.tell_look_questioned() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.tell('LOOK_QUESTIONED', array(select o.person_id from heldwell.organisation_officer o
      where o.organisation_id = new.organisation_id and o.role = 'PRIVACY_OFFICER' and o.until is null),
    'PROFESSIONAL', jsonb_build_object('patient', new.patient_id, 'about', new.id), true);
  return new;
end
$$;

drop trigger if exists tell_access_asked on heldwell.access_request;
create trigger tell_access_asked after insert on heldwell.access_request
  for each row execute function heldwell.tell_the_patient('ACCESS_ASKED');
drop trigger if exists tell_look_questioned on heldwell.access_question;
create trigger tell_look_questioned after insert on heldwell.access_question
  for each row execute function heldwell.tell_look_questioned();
drop trigger if exists tell_question_answered on heldwell.access_question;
create trigger tell_question_answered after update of outcome on heldwell.access_question
  for each row when (old.outcome is null and new.outcome is not null) execute function heldwell.tell_the_patient('QUESTION_ANSWERED');

alter function heldwell.tell_the_patient() owner to heldwell_consent;
alter function heldwell.tell_nobody(uuid) owner to heldwell_consent;
alter function heldwell.tell_look_questioned() owner to heldwell_consent;
