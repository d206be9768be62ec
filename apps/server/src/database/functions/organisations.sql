-- Who runs what: administrators their organisation, coordinators their team. None of it gives any reading of a record.

-- Organisations the viewer administers, in the professional app; staff an organisation froze run nothing of it.
create or replace function heldwell.viewer_administered() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as
$$
  select case when heldwell.viewer_app() = 'PROFESSIONAL' then array(
    select o.organisation_id from heldwell.organisation_officer o
     where o.person_id = heldwell.viewer_person() and o.role = 'ADMINISTRATOR'
       and (o.until is null or o.until > heldwell.now())
       and not exists (select from heldwell.person_freeze f where f.person_id = o.person_id
         and f.organisation_id = o.organisation_id and f.lifted_at is null)) else '{}' end
$$;

-- Teams the viewer runs: those of the organisations they administer, and those they coordinate.
create or replace function heldwell.viewer_run_teams() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as
$$
  select array(select t.id from heldwell.team t where t.organisation_id = any (heldwell.viewer_administered())
    union select m.team_id from heldwell.team_member m where m.person_id = heldwell.viewer_person()
      and m.role = 'COORDINATOR' and m.left_at is null and m.team_id = any (heldwell.viewer_teams()))
$$;

-- Notes a change for the history. `was` and `became` alike: nothing changed, nothing is noted.
create or replace function heldwell.note_change(organisation uuid, team uuid, of_kind text, subject text, was text, became text)
  returns void language sql volatile security definer set search_path = pg_catalog as
$$
  insert into heldwell.office_change (organisation_id, team_id, at, by_person, by_name, kind, subject, was, became)
    select organisation, team, heldwell.now(), heldwell.viewer_person(), heldwell.name_of_viewer(), of_kind, subject, was, became
     where was is distinct from became or of_kind not in ('TEAM_CHANGED', 'ORGANISATION_CHANGED', 'MEMBER_CHANGED')
$$;

-- Each command says what came of it: null for a stranger to the office, else DONE or why not.

create or replace function heldwell.create_team(team uuid, organisation uuid, new_code text, new_name text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  if not organisation = any (heldwell.viewer_administered()) then return null; end if;
  insert into heldwell.team (id, organisation_id, code, name, created_at)
    values (team, organisation, new_code, new_name, heldwell.now()) on conflict do nothing;
  if not found then
    return case when exists (select from heldwell.team t where t.id = team and t.organisation_id = organisation)
      then 'DONE' else 'CODE_TAKEN' end;
  end if;
  perform heldwell.note_change(organisation, team, 'TEAM_CREATED', new_name, null, null);
  return 'DONE';
end
$$;

create or replace function heldwell.change_team(team uuid, said jsonb) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  t heldwell.team;
  made heldwell.team;
begin
  if not team = any (heldwell.viewer_run_teams()) then return null; end if;
  select * into t from heldwell.team r where r.id = team for update;
  made := jsonb_populate_record(t, said);
  update heldwell.team r set name = made.name, description = made.description, default_labels = made.default_labels,
      takes_messages = made.takes_messages, answer_time = made.answer_time, opening_hours = made.opening_hours
   where r.id = team;
  perform heldwell.note_change(t.organisation_id, t.id, 'TEAM_CHANGED', c.field, to_jsonb(t) ->> c.field, to_jsonb(made) ->> c.field)
    from unnest('{name,description,default_labels,takes_messages,answer_time,opening_hours}'::text[]) c (field);
  return 'DONE';
end
$$;

create or replace function heldwell.set_join_code(team uuid, new_code text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  t heldwell.team;
begin
  if not team = any (heldwell.viewer_run_teams()) then return null; end if;
  select * into t from heldwell.team r where r.id = team for update;
  update heldwell.team r set self_referral_code = new_code where r.id = team;
  perform heldwell.note_change(t.organisation_id, t.id, 'JOIN_CODE', t.name, t.self_referral_code, new_code);
  return 'DONE';
end
$$;

create or replace function heldwell.change_organisation(organisation uuid, said jsonb) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  o heldwell.organisation;
  made heldwell.organisation;
begin
  if not organisation = any (heldwell.viewer_administered()) then return null; end if;
  select * into o from heldwell.organisation r where r.id = organisation for update;
  made := jsonb_populate_record(o, said);
  update heldwell.organisation r set service_name = made.service_name, welcome = made.welcome,
      default_label = made.default_label, asks_own_check = made.asks_own_check
   where r.id = organisation;
  perform heldwell.note_change(o.id, null, 'ORGANISATION_CHANGED', c.field, to_jsonb(o) ->> c.field, to_jsonb(made) ->> c.field)
    from unnest('{service_name,welcome,default_label,asks_own_check}'::text[]) c (field);
  return 'DONE';
end
$$;

create or replace function heldwell.set_logo(organisation uuid, picture bytea, of_type text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  if not organisation = any (heldwell.viewer_administered()) then return null; end if;
  update heldwell.organisation r set logo = picture, logo_type = of_type where r.id = organisation;
  perform heldwell.note_change(organisation, null, 'LOGO', 'logo', null, of_type);
  return 'DONE';
end
$$;

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as signature from pg_proc p where p.pronamespace = 'heldwell'::regnamespace
    and p.proname in ('viewer_administered', 'viewer_run_teams', 'note_change', 'create_team', 'change_team', 'set_join_code',
      'change_organisation', 'set_logo') loop
    execute format('alter function %s owner to heldwell_consent', f.signature);
  end loop;
end
$$;
