-- Which entries the viewer sees. The policy on entries asks here, and in plpgsql: its plan stays out of the statements'.

-- The record a statement is about, where it says so (`heldwell.at_hand`). It opens nothing: what is seen of this record is
-- looked up once for the statement, of every other for each row.
create or replace function heldwell.record_at_hand() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.at_hand', true), '')::uuid $$;

-- The labels the viewer sees now of that record; with null among them where an entry may be seen by more than its label, or
-- not be seen for all its label: by its label it is then unknown. One value, so that a policy that asks for it asks once.
create or replace aggregate heldwell.together(text[]) (sfunc = array_cat, stype = text[], initcond = '{}');
drop function if exists heldwell.sight_at_hand() cascade;
create function heldwell.sight_at_hand() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog as
$$
declare
  here constant uuid := heldwell.record_at_hand();
  seen text[];
begin
  if heldwell.viewer_withheld() <> '{}' then return array[null::text]; end if;
  if here = heldwell.viewer_record() then return heldwell.all_labels(); end if;
  select heldwell.together(case when g.entry_id is null and g.summary_labels = '{}' then g.labels else g.labels || null::text end)
    into seen from heldwell.held_grant g
   where g.patient_id = here and 'SEE' = any (g.rights);
  return case when heldwell.viewer_frozen_record() is null then seen else seen || null::text end;
end
$$;
drop function if exists heldwell.seen_at_hand() cascade;

-- An entry that is not frozen, nor withheld from whoever asks: their own; by a grant whose labels hold its label, one for
-- this entry, or an emergency's for what a summary holds. A team sees what it wrote, unless the whole record is frozen;
-- whose record is frozen, their plan.
drop function if exists heldwell.sees_entry(uuid, uuid, text, text, timestamptz, uuid) cascade;
create or replace function heldwell.sees_entry(patient uuid, entry uuid, of_label text, of_kind text, sorted timestamptz,
  author_team uuid, source uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as
$$
begin
  if source = any (heldwell.viewer_withheld()) then return false; end if;
  if patient = heldwell.viewer_record() then return true; end if;
  if exists (select from heldwell.held_grant g where g.patient_id = patient and 'SEE' = any (g.rights)
      and (of_label = any (g.labels) or g.entry_id = entry or (of_label = any (g.summary_labels)
        and of_kind = any (g.kinds) and (of_kind <> 'APPOINTMENT' or sorted >= heldwell.now())))) then return true; end if;
  if patient = heldwell.viewer_frozen_record() then return of_kind = any (heldwell.plan_kinds()); end if;
  return author_team is not null and author_team = any (heldwell.viewer_teams())
    and not exists (select from heldwell.frozen_record f where f.patient_id = patient);
end
$$;

-- Who sees an entry by a grant in force, and would under another label: each grantee once. What was given for this entry
-- alone names the entry: it goes on under any label, but through somebody's grant only as far as that holds the label
-- (`entry_relabelled`). As far as whoever asks may see grants at all.
create or replace function heldwell.readers_of(patient uuid, entry uuid, under_label text)
  returns table (patient_id uuid, grantee_kind text, grantee_id uuid, grantee_name text, acting_team_id uuid,
    sees_now boolean, would_see boolean, only_this boolean)
  language sql stable set search_path = pg_catalog as
$$
  select patient, g.grantee_kind, g.grantee_id, max(g.grantee_name), (array_agg(g.acting_team_id))[1],
         bool_or(it.alone or it.opened), bool_or(it.alone_after or it.opened_after),
         case when bool_or(it.alone_after or it.opened_after) then not bool_or(it.opened_after) else not bool_or(it.opened) end
    from heldwell.entry e
    join heldwell.grant_in_force g on g.patient_id = e.patient_id and 'SEE' = any (g.rights)
   cross join lateral (
     select g.entry_id is not distinct from e.id as alone,
            e.label = any (g.labels) or (e.label = any (g.summary_labels) and summed.up) as opened,
            g.entry_id is not distinct from e.id and (under_label = e.label
              or heldwell.giver_holds(patient, g.given_through, under_label)) as alone_after,
            under_label = any (g.labels) or (under_label = any (g.summary_labels) and summed.up) as opened_after
       from (select e.kind = any (heldwell.summary_kinds())
               and (e.kind <> 'APPOINTMENT' or e.sorted_at >= heldwell.now()) as up) summed) it
   where e.patient_id = patient and e.id = entry
   group by g.grantee_kind, g.grantee_id
  having bool_or(it.alone or it.opened or it.alone_after or it.opened_after)
$$;

alter function heldwell.sight_at_hand() owner to heldwell_consent;
alter function heldwell.sees_entry(uuid, uuid, text, text, timestamptz, uuid, uuid) owner to heldwell_consent;
