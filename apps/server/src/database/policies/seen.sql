-- Looking as somebody else would (functions/seen.sql). Applied last: the role reads what the serving role reads, by the
-- same policies, of tables that carry a patient; and one more policy, which all others are joined with, leaves one record.

revoke all on all tables in schema heldwell from heldwell_seen;
revoke all on all functions in schema heldwell from heldwell_seen;
revoke execute on function heldwell.stand_in(text, uuid) from heldwell_app, heldwell_system;
grant usage on schema heldwell to heldwell_seen;
grant execute on function heldwell.stand_in(text, uuid) to heldwell_seen;

-- Directory, and the views of the law.
grant select on heldwell.organisation, heldwell.team, heldwell.study, heldwell.viewer_grant, heldwell.held_grant, heldwell.grant_in_force,
  heldwell.frozen_record, heldwell.kept_thread, heldwell.front_desk_record, heldwell.take_up_invitation, heldwell.match_case,
  heldwell.closed_record to heldwell_seen;
-- Readings name it; no policy shows a row of it: who works where, and as what, is not the patient's to see.
grant select on heldwell.team_member to heldwell_seen;

do $$
declare
  t record;
begin
  -- Nothing that could write.
  for t in select p.oid::regprocedure as called from pg_proc p
            where p.pronamespace = 'heldwell'::regnamespace and p.provolatile <> 'v' and p.prokind = 'f' loop
    execute format('grant execute on function %s to heldwell_seen', t.called);
  end loop;
  for t in select c.oid, c.relname, case c.relname when 'patient' then 'id' else 'patient_id' end as record from pg_class c
            where c.relnamespace = 'heldwell'::regnamespace and c.relkind = 'r'
              and has_table_privilege('heldwell_app', c.oid, 'SELECT') and (c.relname = 'patient' or exists (
                select from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient_id')) loop
    execute format('grant select on heldwell.%I to heldwell_seen', t.relname);
    execute format('create policy one_record on heldwell.%I as restrictive to heldwell_seen using (%I = (select heldwell.seen_record()))',
      t.relname, t.record);
  end loop;
  for t in select p.polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
            where c.relnamespace = 'heldwell'::regnamespace and p.polcmd in ('r', '*')
              and 'heldwell_app'::regrole = any (p.polroles) and exists (
                select from pg_policy own where own.polrelid = c.oid and own.polname = 'one_record') loop
    execute format('alter policy %I on heldwell.%I to heldwell_app, heldwell_seen', t.polname, t.relname);
  end loop;
end
$$;
