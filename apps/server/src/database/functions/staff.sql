-- People of teams and organisations: invited, changed, and gone at once.

-- What the viewer may do to members of a role in a team: an administrator all, a coordinator to members alone.
create or replace function heldwell.may_staff(team uuid, role text) returns boolean
  language sql stable security definer set search_path = pg_catalog as
$$
  select exists (select from heldwell.team t where t.id = team and (t.organisation_id = any (heldwell.viewer_administered())
    or (role = 'MEMBER' and t.id = any (heldwell.viewer_run_teams()))))
$$;

create or replace function heldwell.change_member(team uuid, person uuid, new_role text, new_title text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  m heldwell.team_member;
begin
  if not team = any (heldwell.viewer_run_teams()) then return null; end if;
  select * into m from heldwell.team_member r where r.team_id = team and r.person_id = person and r.left_at is null for update;
  if not found then return 'NO_MEMBER'; end if;
  if not (heldwell.may_staff(team, m.role) and heldwell.may_staff(team, new_role)) then return 'ADMINISTRATOR_ONLY'; end if;
  update heldwell.team_member r set role = new_role, job_title = new_title where r.team_id = team and r.person_id = person;
  perform heldwell.withdraw_invitations_by(person, null, team) where new_role <> 'COORDINATOR';
  perform heldwell.note_change(t.organisation_id, t.id, 'MEMBER_CHANGED', heldwell.name_of_person(person),
      concat_ws(', ', m.role, m.job_title), concat_ws(', ', new_role, new_title)) from heldwell.team t where t.id = team;
  return 'DONE';
end
$$;

-- Out of a team, with all that came of it: what they opened in an emergency for it closes, and somebody left without any
-- team or office is signed out of the console. Whose sessions it was are told (`sessions_to_judge`).
create or replace function heldwell.remove_member(team uuid, person uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  m heldwell.team_member;
begin
  if not team = any (heldwell.viewer_run_teams()) then return null; end if;
  select * into m from heldwell.team_member r where r.team_id = team and r.person_id = person and r.left_at is null for update;
  if not found then return 'NO_MEMBER'; end if;
  if not heldwell.may_staff(team, m.role) then return 'ADMINISTRATOR_ONLY'; end if;
  update heldwell.team_member r set left_at = heldwell.now() where r.team_id = team and r.person_id = person;
  perform heldwell.write_next(g, g.labels, g.rights, g.valid_until, true, null, heldwell.name_of_viewer(), null)
    from heldwell.consent_grant g where g.grantee_id = person and g.basis = 'EMERGENCY' and g.acting_team_id = team
     and g.superseded_at is null and not g.ended;
  perform heldwell.withdraw_invitations_by(person, null, team);
  perform heldwell.note_change(t.organisation_id, t.id, 'MEMBER_REMOVED', heldwell.name_of_person(person),
      concat_ws(', ', m.role, m.job_title), null) from heldwell.team t where t.id = team;
  perform heldwell.end_idle_staff(person);
  return 'DONE';
end
$$;

-- Signs somebody out of the console who works nowhere any more and was added by no patient.
create or replace function heldwell.end_idle_staff(person uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.session s set ended_at = heldwell.now()
   where s.person_id = person and s.app = 'PROFESSIONAL' and s.ended_at is null
     and not exists (select from heldwell.team_member m where m.person_id = person and m.left_at is null)
     and not exists (select from heldwell.organisation_officer o where o.person_id = person and o.until is null)
     and not exists (select from heldwell.consent_grant g where g.grantee_id = person and g.grantee_kind = 'PROFESSIONAL'
       and g.basis = 'PATIENT_CHOICE' and g.superseded_at is null and not g.ended)
$$;

-- What somebody asked others to do here ends with their right to ask it: nobody comes back by a link of their own making.
create or replace function heldwell.withdraw_invitations_by(person uuid, organisation uuid, team uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.staff_invitation i set withdrawn_at = heldwell.now()
   where i.invited_by_person = person and (i.team_id = team or i.organisation_id = organisation)
     and i.accepted_at is null and i.withdrawn_at is null
$$;

-- Sessions in the console of somebody who works, or worked, in a team or organisation the viewer runs.
create or replace function heldwell.sessions_to_judge(person uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select s.id from heldwell.session s where s.person_id = person and s.app = 'PROFESSIONAL' and s.ended_at is null
    and (exists (select from heldwell.team_member m where m.person_id = person and m.team_id = any (heldwell.viewer_run_teams()))
      or exists (select from heldwell.organisation_officer o where o.person_id = person
        and o.organisation_id = any (heldwell.viewer_administered())))
$$;

-- An office for somebody who works in the organisation.
create or replace function heldwell.give_office(organisation uuid, person uuid, office text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  if not organisation = any (heldwell.viewer_administered()) then return null; end if;
  if not exists (select from heldwell.team_member m join heldwell.team t on t.id = m.team_id
      where m.person_id = person and t.organisation_id = organisation and m.left_at is null)
    and not exists (select from heldwell.organisation_officer o where o.person_id = person and o.organisation_id = organisation
      and o.until is null) then
    return 'NO_MEMBER';
  end if;
  insert into heldwell.organisation_officer as o (organisation_id, person_id, role, since)
    values (organisation, person, office, heldwell.now())
    on conflict (organisation_id, person_id, role) do update set since = excluded.since, until = null where o.until is not null;
  if found then perform heldwell.note_change(organisation, null, 'OFFICE_GIVEN', heldwell.name_of_person(person), null, office); end if;
  return 'DONE';
end
$$;

-- The last administrator stays: the organisation's row orders two who leave at once.
create or replace function heldwell.end_office(organisation uuid, person uuid, office text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  if not organisation = any (heldwell.viewer_administered()) then return null; end if;
  perform from heldwell.organisation o where o.id = organisation for update;
  if office = 'ADMINISTRATOR' and not exists (select from heldwell.organisation_officer o
      where o.organisation_id = organisation and o.role = office and o.until is null and o.person_id <> person) then
    return 'LAST_ADMINISTRATOR';
  end if;
  update heldwell.organisation_officer o set until = heldwell.now()
   where o.organisation_id = organisation and o.person_id = person and o.role = office and o.until is null;
  if not found then return 'NO_MEMBER'; end if;
  perform heldwell.withdraw_invitations_by(person, organisation, null) where office = 'ADMINISTRATOR';
  perform heldwell.note_change(organisation, null, 'OFFICE_ENDED', heldwell.name_of_person(person), office, null);
  perform heldwell.end_idle_staff(person);
  return 'DONE';
end
$$;

-- Staff are asked in by those who may make them what they will be; offices by administrators.
create or replace function heldwell.invite_staff(made heldwell.staff_invitation) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  invited heldwell.staff_invitation := made;
begin
  if made.team_id is null then
    if not made.organisation_id = any (heldwell.viewer_administered()) then return null; end if;
  else
    if not made.team_id = any (heldwell.viewer_run_teams()) then return null; end if;
    select t.organisation_id into invited.organisation_id from heldwell.team t where t.id = made.team_id;
    if not heldwell.may_staff(made.team_id, made.role) or (made.office is not null
        and not invited.organisation_id = any (heldwell.viewer_administered())) then return 'ADMINISTRATOR_ONLY'; end if;
  end if;
  invited.invited_by := heldwell.name_of_viewer();
  invited.invited_by_person := heldwell.viewer_person();
  invited.created_at := heldwell.now();
  invited.expires_at := heldwell.now() + interval '14 days';
  -- An earlier link to the same address for the same work stops working.
  update heldwell.staff_invitation i set withdrawn_at = heldwell.now()
   where i.organisation_id = invited.organisation_id and i.email_hash = made.email_hash and i.id <> made.id
     and i.team_id is not distinct from made.team_id and i.accepted_at is null and i.withdrawn_at is null;
  insert into heldwell.staff_invitation select invited.* on conflict do nothing;
  if not found then return 'DONE_BEFORE'; end if;
  perform heldwell.note_change(invited.organisation_id, invited.team_id, 'STAFF_INVITED',
    coalesce(invited.job_title, invited.role, invited.office), null, concat_ws(', ', invited.role, invited.office));
  return 'DONE';
end
$$;

create or replace function heldwell.withdraw_staff_invitation(invitation uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  i heldwell.staff_invitation;
begin
  update heldwell.staff_invitation s set withdrawn_at = heldwell.now()
   where s.id = invitation and s.accepted_at is null and s.withdrawn_at is null
     and (s.organisation_id = any (heldwell.viewer_administered())
       or (s.office is null and s.role = 'MEMBER' and s.team_id = any (heldwell.viewer_run_teams())))
   returning s.* into i;
  if not found then return null; end if;
  perform heldwell.note_change(i.organisation_id, i.team_id, 'STAFF_INVITATION_WITHDRAWN', coalesce(i.job_title, i.role, i.office),
    concat_ws(', ', i.role, i.office), null);
  return 'DONE';
end
$$;

create or replace function heldwell.name_of_person(person uuid) returns text
  language sql stable security definer set search_path = pg_catalog as
  $$ select p.given_name || ' ' || p.family_name from heldwell.person p where p.id = person $$;

-- What those who run a team or organisation see of its people: names and what they are there.
create or replace view heldwell.staff_member as
  select m.team_id, m.person_id, p.given_name || ' ' || p.family_name as name, lower(p.family_name) as sorted, m.role, m.job_title,
         m.joined_at, heldwell.may_staff(m.team_id, m.role) as may_change
    from heldwell.team_member m join heldwell.person p on p.id = m.person_id
   where m.left_at is null and m.team_id = any ((select heldwell.viewer_run_teams())::uuid[]);
create or replace view heldwell.staff_officer as
  select o.organisation_id, o.person_id, p.given_name || ' ' || p.family_name as name, lower(p.family_name) as sorted, o.role, o.since
    from heldwell.organisation_officer o join heldwell.person p on p.id = o.person_id
   where o.until is null and o.organisation_id = any ((select heldwell.viewer_administered())::uuid[]);

do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as signature from pg_proc p where p.pronamespace = 'heldwell'::regnamespace
    and p.proname in ('may_staff', 'change_member', 'remove_member', 'end_idle_staff', 'withdraw_invitations_by', 'sessions_to_judge',
      'give_office', 'end_office', 'invite_staff', 'withdraw_staff_invitation', 'name_of_person') loop
    execute format('alter function %s owner to heldwell_consent', f.signature);
  end loop;
end
$$;
alter view heldwell.staff_member owner to heldwell_consent;
alter view heldwell.staff_officer owner to heldwell_consent;
