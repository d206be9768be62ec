-- The queue of jobs: its tables belong to the owner and bear row security without a policy. The system role works it
-- off; the consent functions put jobs in, in the transaction of the change. The serving role has no way to it.
do $$
declare
  t record;
begin
  execute 'grant usage on schema heldwell_jobs to heldwell_system, heldwell_consent';
  execute 'grant select, insert, update, delete on all tables in schema heldwell_jobs to heldwell_system';
  execute 'grant usage on all sequences in schema heldwell_jobs to heldwell_system, heldwell_consent';
  execute 'grant select, insert, update on heldwell_jobs._private_jobs, heldwell_jobs._private_job_queues,
    heldwell_jobs._private_tasks to heldwell_consent';
  for t in select c.relname from pg_class c where c.relnamespace = 'heldwell_jobs'::regnamespace and c.relkind = 'r' loop
    execute format('drop policy if exists heldwell_works on heldwell_jobs.%I', t.relname);
    execute format('create policy heldwell_works on heldwell_jobs.%I to heldwell_system, heldwell_consent using (true) with check (true)', t.relname);
  end loop;
end
$$;
