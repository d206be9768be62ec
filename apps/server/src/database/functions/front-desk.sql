-- The front desk: where somebody stands between having a record and having taken it up, for teams that care for them.

-- Sixteen at the beginning of the birthday where the service is.
create or replace function heldwell.is_under_sixteen(born date) returns boolean language sql stable as
  $$ select born + interval '16 years' > (heldwell.now() at time zone 'Europe/London')::date $$;

-- Whom the viewer's teams may invite or vouch for: those whose record a team or organisation of theirs sees, other than in
-- an emergency. It says how far taking up has come, and nothing of what is in the record.
create or replace view heldwell.front_desk_record as
  select p.id as patient_id, p.person_id is not null as taken_up, heldwell.is_deceased(p.id) as deceased,
         coalesce(heldwell.is_under_sixteen(p.birth_date), false) as under_sixteen,
         exists (select from heldwell.identity_check c where c.patient_id = p.id and c.person_id = p.person_id) as verified,
         p.person_id is not distinct from heldwell.viewer_person() as own,
         exists (select from heldwell.led_care l where l.patient_id = p.id) as led,
         (select concat_ws(', ', s.set_by_name, t.name) from heldwell.record_standing s join heldwell.team t on t.id = s.team_id
           where s.patient_id = p.id and s.kind = 'DIED' and s.undone_at is null and t.id = any (heldwell.viewer_teams())) as death_recorded_by
    from heldwell.patient p
   where p.id = coalesce(heldwell.seen_record(), p.id) and heldwell.viewer_app() = 'PROFESSIONAL' and exists (select from heldwell.held_grant h
     join heldwell.consent_grant g on g.patient_id = h.patient_id and g.id = h.id and g.superseded_at is null
     where h.patient_id = p.id and h.labels <> '{}' and 'SEE' = any (h.rights) and h.basis in ('DIRECT_CARE', 'PATIENT_CHOICE')
       and g.grantee_kind in ('TEAM', 'ORGANISATION'));

-- Links and letters to take a record up that still work, as the same teams see them: how and when, no code and no address.
create or replace view heldwell.take_up_invitation as
  select i.patient_id, i.id, i.sent_by, i.invited_by, i.created_at, i.expires_at
    from heldwell.invitation i join heldwell.front_desk_record r on r.patient_id = i.patient_id
   where i.kind = 'TAKE_UP_RECORD' and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > heldwell.now();

alter view heldwell.front_desk_record owner to heldwell_consent;
alter view heldwell.take_up_invitation owner to heldwell_consent;
