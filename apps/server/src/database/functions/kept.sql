-- What stays readable when access ends: what the viewer's own team wrote and, up to that moment, the messages of
-- discussions addressed to it. Read only. A frozen record is closed for this too.

-- Discussions addressed to the viewer's teams that no grant opens any more, as they stood when the last one ended. The
-- columns are those of a discussion, so that it is read as one; what was said since is in none of them but its
-- words, which are sealed and are told by `words_position` from those of the last kept message.
create or replace view heldwell.kept_thread as
  select t.patient_id, t.id, t.author_id, t.client_id, t.words, t.words_position, t.label, t.team_id, t.started_at,
         case when t.closed_at <= access.ended_at then t.closed_at end as closed_at, last.position as last_position,
         last.sent_at as last_message_at, last.author_role as last_author_role, access.ended_at as kept_until
    from heldwell.thread t
    cross join lateral (
      select max(least(g.superseded_at, g.valid_until, g.suspended_at, 'infinity')) as ended_at
        from heldwell.consent_grant g
       where g.patient_id = t.patient_id and g.grantee_id = any ((select heldwell.viewer_grantees())::uuid[])
         and g.grantee_kind in ('TEAM', 'ORGANISATION') and not g.ended and 'SEE' = any (g.rights)
         and (t.label = any (g.labels) or g.thread_id = t.id)
         and g.valid_from < least(g.superseded_at, g.valid_until, g.suspended_at, 'infinity')
         and g.valid_from <= heldwell.now()) access
    cross join lateral (
      select m.position, m.sent_at, m.author_role from heldwell.message m
       where m.patient_id = t.patient_id and m.thread_id = t.id and m.sent_at <= access.ended_at
       order by m.position desc limit 1) last
   where t.team_id = any ((select heldwell.viewer_teams())::uuid[]) and access.ended_at <= heldwell.now()
     and not exists (select from heldwell.frozen_record f where f.patient_id = t.patient_id);

-- Records of which the viewer's team keeps something. A look-up by patient.
create or replace view heldwell.kept_record as
  select e.patient_id from heldwell.entry e
   where e.author_team_id = any ((select heldwell.viewer_teams())::uuid[]) and not e.frozen
     and not exists (select from heldwell.frozen_record f where f.patient_id = e.patient_id)
  union all
  select k.patient_id from heldwell.kept_thread k;

-- The same, asked of one record, and of what a discussion holds. Functions, and in plpgsql: most viewers hold a grant and
-- never come to this question, so that its plan stays out of theirs.
create or replace function heldwell.keeps_record(patient uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as
$$
begin
  return heldwell.viewer_teams() <> '{}' and exists (select from heldwell.kept_record k where k.patient_id = patient);
end
$$;
create or replace function heldwell.keeps_message(patient uuid, thread uuid, at_position integer) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as
$$
begin
  return heldwell.viewer_teams() <> '{}' and exists (select from heldwell.kept_thread k
    where k.patient_id = patient and k.id = thread and at_position <= k.last_position);
end
$$;
create or replace function heldwell.keeps_participant(patient uuid, thread uuid, joined timestamptz) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as
$$
begin
  return heldwell.viewer_teams() <> '{}' and exists (select from heldwell.kept_thread k
    where k.patient_id = patient and k.id = thread and joined <= k.kept_until);
end
$$;

alter function heldwell.keeps_record(uuid) owner to heldwell_consent;
alter function heldwell.keeps_message(uuid, uuid, integer) owner to heldwell_consent;
alter function heldwell.keeps_participant(uuid, uuid, timestamptz) owner to heldwell_consent;
alter view heldwell.kept_thread owner to heldwell_consent;
alter view heldwell.kept_record owner to heldwell_consent;
