-- Who may connect as what. Cluster-wide, so each statement first looks whether it is needed.
-- heldwell_app      serves people: owns nothing, cannot bypass row security.
-- heldwell_system   feeds and jobs (`asSystem`): sees rows through policies of its own.
-- heldwell_sealer   gives each entry of the access log its place in its record's chain, and does nothing else.
-- heldwell_seen     what the serving role becomes while a patient looks at their record as somebody else would: it reads,
--                   of one record alone, and writes nothing (functions/seen.sql, policies/seen.sql).
-- heldwell_consent  owns the functions and views that judge consent and sessions; nobody signs in as it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'heldwell_consent') then
    create role heldwell_consent nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'heldwell_app') then
    create role heldwell_app login;
  end if;
  if not exists (select from pg_roles where rolname = 'heldwell_system') then
    create role heldwell_system login;
  end if;
  if not exists (select from pg_roles where rolname = 'heldwell_sealer') then
    create role heldwell_sealer login;
  end if;
  if not exists (select from pg_roles where rolname = 'heldwell_seen') then
    create role heldwell_seen nologin;
  end if;
  -- It takes the role on by saying so and holds nothing of it otherwise: not its policies, which leave one record.
  if not exists (select from pg_auth_members m where m.roleid = 'heldwell_seen'::regrole and m.member = 'heldwell_app'::regrole) then
    alter role heldwell_app noinherit;
    grant heldwell_seen to heldwell_app;
  end if;
  -- An owner that is no superuser hands functions over as a member. Since PostgreSQL 16 it may only give that to itself by
  -- having made the role, so that being a member already may not be enough.
  if not (select r.rolsuper from pg_roles r where r.rolname = current_user) then
    execute format('grant heldwell_consent to %I', current_user);
  end if;
end
$$;
