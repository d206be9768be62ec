-- Who is handed which wrapped keys. Unwrapping them is the application's, and only against a grant whose MAC is right.

-- A version of a grant as its MAC covers it.
create or replace view heldwell.grant_as_signed as
  select c.patient_id, c.id, c.version, c.grantee_kind, c.grantee_id, c.labels, c.rights, c.thread_id, c.entry_id,
         c.summary_labels, c.basis, c.valid_from, c.valid_until, c.ended, c.superseded_at, encode(c.mac, 'hex') as mac
    from heldwell.consent_grant c;

-- The labels a grant in force speaks for: its own, its summary's or, where it is for one thing, that thing's. Of a version
-- that the law narrowed by itself, which nobody signed, the last that was.
drop view if exists heldwell.signed_grant;
create view heldwell.signed_grant as
  select c.*, c.thread_id is null and c.entry_id is null and c.summary_labels = '{}' as whole,
         case when c.thread_id is not null then
                array(select t.label from heldwell.thread t where t.patient_id = c.patient_id and t.id = c.thread_id)
              when c.entry_id is not null then
                array(select e.label from heldwell.entry e where e.patient_id = c.patient_id and e.id = c.entry_id)
              else c.labels || c.summary_labels end as speaks_for,
         case when c.mac is null then (
           select to_json(s) from heldwell.grant_as_signed s
            where s.patient_id = c.patient_id and s.id = c.id and s.version < c.version and s.mac is not null
            order by s.version desc limit 1) end as narrowed,
         g.signed
    from heldwell.held_grant g
    join heldwell.grant_as_signed c on c.patient_id = g.patient_id and c.id = g.id and c.superseded_at is null;

-- Wrapped keys of labels, each with the grants that speak for it: of the own record without one, else none where no grant
-- in force does. In plpgsql, because its plans are kept.
create or replace function heldwell.hand_keys(patients uuid[], of_labels text[])
  returns table (patient_id uuid, label text, keys json, grants text)
  language plpgsql stable security definer set search_path = pg_catalog as
$$
declare
  own constant uuid := coalesce(heldwell.viewer_record(), heldwell.viewer_frozen_record());
begin
  -- The own record needs no grant: what is asked of grants is not even begun.
  if own = all (patients) then
    return query
      select own, n.label, (
               select json_agg(json_build_array(k.version, encode(k.wrapped, 'hex'), k.master_key_id) order by k.version)
                 from heldwell.record_key k
                where k.patient_id = own and k.label = n.label and k.label <> 'CODES' and k.wrapped is not null),
             null::text
        from unnest(of_labels) n (label);
    return;
  end if;
  return query
    select n.patient_id, n.label,
           case when n.patient_id = own or spoken.grants is not null then (
             select json_agg(json_build_array(k.version, encode(k.wrapped, 'hex'), k.master_key_id) order by k.version)
               from heldwell.record_key k
              where k.patient_id = n.patient_id and k.label = n.label and k.label <> 'CODES' and k.wrapped is not null) end,
           spoken.grants
      from unnest(patients, of_labels) n (patient_id, label)
      -- What is for one thing alone is looked at only where nothing speaks for the whole label.
      cross join lateral (select case when n.patient_id is distinct from own then coalesce(
          (select json_agg(to_json(g))::text from heldwell.signed_grant g
            where g.patient_id = n.patient_id and g.whole and n.label = any (g.labels)),
          (select json_agg(to_json(g))::text from heldwell.signed_grant g
            where g.patient_id = n.patient_id and not g.whole and n.label = any (g.speaks_for))) end as grants
        offset 0) spoken;
end
$$;

-- The same for single things that no grant opens any more and the viewer's team keeps: with the grants it once had.
create or replace function heldwell.hand_kept_keys(patients uuid[], of_labels text[], things uuid[])
  returns table (patient_id uuid, label text, thing uuid, keys json, grants text)
  language sql stable security definer set search_path = pg_catalog as
$$
  select n.patient_id, n.label, n.thing, (
           select json_agg(json_build_array(k.version, encode(k.wrapped, 'hex'), k.master_key_id) order by k.version)
             from heldwell.record_key k
            where k.patient_id = n.patient_id and k.label = n.label and k.label <> 'CODES' and k.wrapped is not null),
         (select json_agg(to_json(g))::text from heldwell.grant_as_signed g
           where g.patient_id = n.patient_id and g.grantee_id = any (heldwell.viewer_grantees())
             and g.grantee_kind in ('TEAM', 'ORGANISATION') and g.mac is not null and 'SEE' = any (g.rights))
    from unnest(patients, of_labels, things) n (patient_id, label, thing)
   where exists (select from heldwell.entry e where e.patient_id = n.patient_id and e.id = n.thing and not e.frozen
           and e.author_team_id = any (heldwell.viewer_teams())
           and not exists (select from heldwell.frozen_record f where f.patient_id = n.patient_id))
      or exists (select from heldwell.kept_thread k where k.patient_id = n.patient_id and k.id = n.thing)
$$;

alter view heldwell.grant_as_signed owner to heldwell_consent;
alter view heldwell.signed_grant owner to heldwell_consent;
alter function heldwell.hand_keys(uuid[], text[]) owner to heldwell_consent;
alter function heldwell.hand_kept_keys(uuid[], text[], uuid[]) owner to heldwell_consent;
