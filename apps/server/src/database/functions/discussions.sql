-- Which messages the viewer sees: those of the discussions whose row they see. Functions with the rights of whoever asks, so
-- that the policy on discussions judges; and in plpgsql, so that its plan stays out of the statements'.

-- The discussion a statement is about, where it says so. It opens nothing: whether it is seen is looked up once then.
create or replace function heldwell.thread_at_hand() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.thread_at_hand', true), '')::uuid $$;

create or replace function heldwell.sees_thread(patient uuid, thread uuid) returns boolean language plpgsql stable as
$$
begin
  return exists (select from heldwell.thread t where t.patient_id = patient and t.id = thread);
end
$$;

-- With its discussion; of one with their team that access has ended for, what was said until then.
create or replace function heldwell.sees_message(patient uuid, thread uuid, at_position integer) returns boolean
  language plpgsql stable as
$$
begin
  return heldwell.sees_thread(patient, thread) or heldwell.keeps_message(patient, thread, at_position);
end
$$;

-- Moves the viewer's mark forward, never back, or for staff their team's; says whose discussion it is where it moved. Looks at
-- what may be seen once no revoke is under way, in a statement of its own and under its policies.
create or replace function heldwell.mark_read(patient uuid, thread uuid, up_to integer) returns setof uuid
  language plpgsql volatile set search_path = pg_catalog as
$$
begin
  perform heldwell.wait_for_revokes(patient);
  return query update heldwell.participant p set read_position = least(up_to, t.last_position)
    from heldwell.thread t
   where t.patient_id = patient and t.id = thread and p.patient_id = t.patient_id and p.thread_id = t.id
     and p.read_position < least(up_to, t.last_position)
     and p.reader_id = case heldwell.viewer_app() when 'PATIENT' then heldwell.viewer_record()
       when 'CARER' then heldwell.viewer_person() else t.team_id end
   returning t.team_id;
end
$$;
