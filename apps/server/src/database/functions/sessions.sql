-- Sessions: opened in the transaction they serve.

-- Opens the session of a cookie for this transaction and says who it is; no row when there is none. `attended` is false
-- where nobody asked, as in a delivery of a stream: a busy inbox does not keep an empty chair signed in.
drop function if exists heldwell.open_session(bytea, text);
create or replace function heldwell.open_session(cookie_hash bytea, of_app text, attended boolean)
  returns table (session_id uuid, person_id uuid, given_name text, family_name text, patient_id uuid,
                 team_ids uuid[], team_names text[], expires_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  moment constant timestamptz := heldwell.now();
  idle constant interval := case of_app when 'PROFESSIONAL' then interval '15 minutes' else interval '30 minutes' end;
  seen timestamptz;
  grantees uuid[];
begin
  select s.id, p.id, p.given_name, p.family_name, s.expires_at, s.last_seen_at
    into session_id, person_id, given_name, family_name, expires_at, seen
    from heldwell.session s join heldwell.person p on p.id = s.person_id
   where s.token_hash = cookie_hash and s.app = of_app and s.ended_at is null and p.disabled_at is null
     and s.expires_at > moment and s.last_seen_at > moment - idle;
  if not found then return; end if;
  -- Once a minute is exact enough for an idle limit and spares a write on every read.
  if attended and seen < moment - interval '1 minute' then
    update heldwell.session s set last_seen_at = moment where s.id = open_session.session_id;
  end if;
  if of_app = 'PATIENT' then
    select r.id into patient_id from heldwell.patient r where r.person_id = open_session.person_id;
  elsif of_app = 'CARER' then
    grantees := array[person_id];
  else
    select array_agg(t.id order by t.name), array_agg(t.name order by t.name),
           array_agg(t.id) || array_agg(distinct t.organisation_id)
      into team_ids, team_names, grantees
      from heldwell.team_member m join heldwell.team t on t.id = m.team_id
     where m.person_id = open_session.person_id and m.left_at is null;
  end if;
  perform set_config('heldwell.person', person_id::text, true), set_config('heldwell.app', of_app, true),
          set_config('heldwell.record', coalesce(patient_id::text, ''), true),
          set_config('heldwell.teams', coalesce(team_ids::text, ''), true),
          set_config('heldwell.grantees', coalesce(grantees::text, ''), true);
  return next;
end
$$;

-- Ends a session of the viewer's own.
create or replace function heldwell.end_session(of_session uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.session set ended_at = heldwell.now()
   where id = of_session and person_id = heldwell.viewer_person() and ended_at is null
$$;

alter function heldwell.end_session(uuid) owner to heldwell_consent;
alter function heldwell.open_session(bytea, text, boolean) owner to heldwell_consent;
