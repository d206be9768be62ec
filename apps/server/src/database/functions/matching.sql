-- Cases of who somebody is that no program may decide, for the front desks that may.

-- Teams whose front desk the viewer answers for: those they coordinate or manage, and those they work in of an
-- organisation they administer. Of a patient who looks as they would it is none: what teams have to settle is about others.
create or replace function heldwell.viewer_led_teams() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as
$$
  select array(select m.team_id from heldwell.team_member m join heldwell.team t on t.id = m.team_id
    where heldwell.seen_record() is null and m.person_id = heldwell.viewer_person() and m.left_at is null and m.team_id = any (heldwell.viewer_teams())
      and (m.role in ('COORDINATOR', 'MANAGER') or t.organisation_id = any (heldwell.viewer_administered())))
$$;

-- Whose patients the viewer's led teams care for now: other than in an emergency, and by more than one discussion.
create or replace view heldwell.led_care as
  select t.id as team_id, g.patient_id
    from heldwell.team t join heldwell.consent_grant g on g.grantee_id in (t.id, t.organisation_id)
   where t.id = any ((select heldwell.viewer_led_teams())::uuid[]) and g.grantee_kind in ('TEAM', 'ORGANISATION')
     and g.basis in ('DIRECT_CARE', 'PATIENT_CHOICE') and g.labels <> '{}' and 'SEE' = any (g.rights)
     and heldwell.holds_now(g.superseded_at, g.ended, g.suspended_at, g.valid_from, g.valid_until);

-- The cases of the teams the viewer leads: about a record the team cares for, or one that nobody has and the organisation
-- the viewer administers sends to. What is shown of the other side is what the claim said; nothing is read of a claimant's record.
create or replace view heldwell.match_case as
  select t.id as team_id, c.*, p.given_name as record_given_name, p.family_name as record_family_name,
         p.birth_date as record_birth_date, p.person_id is not null as taken,
         case when heldwell.is_deceased(p.id) then null
              when c.claimant = p.id or c.reason = 'NOT_EMPTY' then 'BOTH_KEPT'
              when p.person_id is not null and p.person_id is distinct from c.person_id then 'OTHER_SIGN_IN'
              when c.kind = 'SIGN_IN' then 'NEXT_SIGN_IN'
              else 'RECORD_OPENS' end as if_same,
         coalesce(heldwell.viewer_person() in (c.person_id, p.person_id), false) as oneself
    from (
      select 'RECORD' as kind, m.other_patient_id as patient_id, m.id, m.reason, m.how, m.organisation_id, m.same_number,
             m.found_at as since, m.given_name, m.family_name, m.birth_date, m.person_id, m.patient_id as claimant,
             m.settled_at, m.outcome
        from heldwell.record_match m
      union all
      select 'SIGN_IN', w.patient_id, w.id, w.reason, 'NATIONAL_SIGN_IN', null, w.same_number, w.waits_since, w.given_name,
             w.family_name, w.birth_date, w.person_id, null, w.settled_at, w.outcome
        from heldwell.identity_wait w where w.patient_id is not null) c
    join heldwell.patient p on p.id = c.patient_id
    join heldwell.team t on t.id = any ((select heldwell.viewer_led_teams())::uuid[])
   where not exists (select from heldwell.frozen_record f where f.patient_id = p.id)
     and (exists (select from heldwell.led_care l where l.team_id = t.id and l.patient_id = p.id)
       or (p.person_id is null and t.organisation_id = any ((select heldwell.viewer_administered())::uuid[])
         and exists (select from heldwell.patient_source s where s.patient_id = p.id and s.organisation_id = t.organisation_id)));

-- The team whose front desk shows the viewer a case about a record, of all teams they work in: for the access log.
create or replace function heldwell.desk_team(patient uuid) returns uuid language sql stable as
  $$ select c.team_id from heldwell.match_case c where c.patient_id = patient order by c.team_id limit 1 $$;

-- A settled case in the log of the record it is about, as done by staff of a team; and what its person, or the one who
-- claimed it, is told. In the system's transaction: `settled` says who, for which team, and what came of it.
create or replace function heldwell.note_settled(patient uuid, settled jsonb) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  claimant constant uuid := (settled ->> 'claimant')::uuid;
begin
  perform heldwell.log_change(patient, jsonb_build_object('what', 'IDENTITY_SETTLED', 'person', settled ->> 'by',
    'app', 'PROFESSIONAL', 'team', settled ->> 'team', 'bucket', 'match:' || (settled ->> 'id'),
    'about', (select t.name from heldwell.team t where t.id = (settled ->> 'team')::uuid)));
  -- The one who has it learns that somebody looked; a claimant only what was settled to be about themself.
  perform heldwell.tell('IDENTITY_LOOKED_AT', array[p.person_id], 'PATIENT', jsonb_build_object('patient', patient), true)
    from heldwell.patient p where p.id = patient and p.person_id is not null
     and settled ->> 'outcome' in ('NOT_SAME', 'OTHER_SIGN_IN');
  perform heldwell.tell('SECOND_RECORD', array[p.person_id], 'PATIENT', jsonb_build_object('patient', claimant), true)
    from heldwell.patient p where p.id = claimant and claimant <> note_settled.patient and p.person_id is not null
     and settled ->> 'outcome' in ('BOTH_KEPT', 'OTHER_SIGN_IN');
end
$$;

alter function heldwell.note_settled(uuid, jsonb) owner to heldwell_consent;
alter function heldwell.viewer_led_teams() owner to heldwell_consent;
alter view heldwell.led_care owner to heldwell_consent;
alter view heldwell.match_case owner to heldwell_consent;
