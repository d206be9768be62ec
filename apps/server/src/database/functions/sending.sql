-- Sending: the one way a message comes to its place in a discussion, and what moves with it.

-- Takes the next position for a message of the viewer's: moves the discussion to it, whose inbox follows by trigger, marks it
-- read for its author, and tells live events of it at the commit. Under the lock that a revoke waits for (`may_write`), and
-- under the discussion's own, which orders messages without gaps. One of an author's commands with this id goes on at a time,
-- to the end of the transaction: the later one finds what the first stored, and nothing moves. The message itself is then
-- stored by whoever asked, under its policy. In plpgsql, because its plans are kept, and because each of its statements sees
-- what was committed while the one before waited.
create or replace function heldwell.take_position(patient uuid, thread uuid, command uuid, author_role text,
    new_words bytea, is_complete boolean, told text[])
  returns table (allowed boolean, team_id uuid, label text, place integer, sent_at timestamptz, earlier uuid,
                 earlier_text bytea)
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  author constant uuid := heldwell.viewer_person();
begin
  perform pg_advisory_xact_lock(hashtextextended(author || ' ' || command, 0));
  select t.team_id, t.label into team_id, label from heldwell.thread t where t.patient_id = patient and t.id = thread;
  allowed := found and heldwell.may_write(patient, 'MESSAGE', label, thread);
  if not allowed then
    -- Hidden and missing are the same answer.
    return query select false, null::uuid, null::text, null::integer, null::timestamptz, null::uuid, null::bytea;
    return;
  end if;
  select m.id, m.position, case when m.thread_id = thread then m.text end into earlier, place, earlier_text
    from heldwell.message m where m.patient_id = patient and m.author_id = author and m.client_id = command;
  if found or not is_complete then return next; return; end if;
  update heldwell.thread t set last_position = t.last_position + 1, closed_at = null, words = new_words,
      last_message_at = greatest(heldwell.now(), t.last_message_at), last_author_role = author_role
   where t.patient_id = patient and t.id = thread returning t.last_position, t.last_message_at into place, sent_at;
  update heldwell.participant p set read_position = place
   where p.patient_id = patient and p.thread_id = thread and p.reader_id = case author_role
     when 'PATIENT' then heldwell.viewer_record() when 'CARER' then author
     -- somebody of another team who writes here has read it for no team
     else (select own from unnest(heldwell.viewer_teams()) own where own = take_position.team_id) end;
  perform pg_notify('heldwell', payload) from unnest(told) payload;
  return next;
end
$$;
alter function heldwell.take_position(uuid, uuid, uuid, text, bytea, boolean, text[]) owner to heldwell_consent;
