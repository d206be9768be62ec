-- Who is handed which wrapped keys. Unwrapping them is the application's, and only against a grant whose MAC is right.

-- The labels a grant in force speaks for: its own or, where it is for one discussion, that discussion's.
create or replace view heldwell.signed_grant as
  select c.patient_id, c.id, c.version, c.grantee_kind, c.grantee_id, c.labels, c.rights, c.thread_id, c.basis,
         c.valid_from, c.valid_until, c.ended, encode(c.mac, 'hex') as mac, c.thread_id is null as whole,
         case when c.thread_id is null then c.labels
           else array(select t.label from heldwell.thread t where t.patient_id = c.patient_id and t.id = c.thread_id)
         end as speaks_for
    from heldwell.held_grant g
    join heldwell.consent_grant c on c.patient_id = g.patient_id and c.id = g.id and c.superseded_at is null;

-- Wrapped keys of labels, each with the grants that speak for it: of the own record without one, else none where no grant
-- in force does. In plpgsql, because its plans are kept.
create or replace function heldwell.hand_keys(patients uuid[], of_labels text[])
  returns table (patient_id uuid, label text, keys json, grants text)
  language plpgsql stable security definer set search_path = pg_catalog as
$$
declare
  own constant uuid := heldwell.viewer_record();
begin
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

alter view heldwell.signed_grant owner to heldwell_consent;
alter function heldwell.hand_keys(uuid[], text[]) owner to heldwell_consent;
