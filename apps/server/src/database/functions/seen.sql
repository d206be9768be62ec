-- "See what they see": a patient looks at their record as somebody they share with would. Not a second reading of the law
-- but the law itself: for one statement the transaction's viewer is whoever a grant of the record names, as their own
-- session would set it, and the role is `heldwell_seen`, which reads this one record and writes nothing.

-- Makes a team, an organisation or a person the viewer, until the patient's savepoint is rolled back; false, and nobody is,
-- where that is not for the viewer to ask. The patient alone, of their own record, of persons those alone whom some grant
-- of it names, and only in the role that can do no more than read it. A team is anybody in it who works nowhere else; a
-- person is themself, with all that their teams may see.
create or replace function heldwell.stand_in(kind text, who uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  own constant uuid := heldwell.viewer_record();
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  teams uuid[];
  grantees uuid[];
begin
  if own is null or heldwell.viewer_app() is distinct from 'PATIENT' then return false; end if;
  if kind in ('CARER', 'PROFESSIONAL') and not exists (select from heldwell.consent_grant g
      where g.patient_id = own and g.grantee_id = who and g.grantee_kind = kind) then return false; end if;
  if kind = 'TEAM' then
    teams := array[who];
    select array[t.id, t.organisation_id] into grantees from heldwell.team t where t.id = who;
  elsif kind = 'PROFESSIONAL' then
    select w.team_ids, w.grantees || who into teams, grantees from heldwell.works_for(who) w;
  elsif kind in ('ORGANISATION', 'CARER') then
    grantees := array[who];
  else
    return false;
  end if;
  perform set_config('heldwell.person', case when kind in ('CARER', 'PROFESSIONAL') then who else nobody end::text, true),
          set_config('heldwell.app', case kind when 'CARER' then 'CARER' else 'PROFESSIONAL' end, true),
          set_config('heldwell.record', '', true), set_config('heldwell.frozen_record', '', true),
          set_config('heldwell.teams', coalesce(teams::text, ''), true),
          set_config('heldwell.grantees', coalesce(grantees::text, ''), true),
          set_config('heldwell.seen_record', own::text, true);
  return true;
end
$$;

alter function heldwell.stand_in(text, uuid) owner to heldwell_consent;
