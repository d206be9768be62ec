-- The ways in of the person signed in: told and changed by themselves alone.

create or replace view heldwell.own_session as
  select s.id, s.app, s.device, s.started_at, s.last_seen_at, s.expires_at, s.id = heldwell.viewer_session() as is_current,
         least(s.last_seen_at + heldwell.idle_limit(s.app), s.expires_at) as idle_until
    from heldwell.session s
   where s.person_id = heldwell.viewer_person() and s.ended_at is null and s.expires_at > heldwell.now()
     and s.last_seen_at + heldwell.idle_limit(s.app) > heldwell.now();

create or replace view heldwell.own_passkey as
  select k.id, k.name, k.added_at, k.last_used_at, k.credential_id, k.transports from heldwell.passkey k
   where k.person_id = heldwell.viewer_person() and k.removed_at is null;

create or replace view heldwell.own_device as
  select d.id, d.device, d.remembered_at, d.expires_at from heldwell.remembered_device d
   where d.person_id = heldwell.viewer_person() and d.forgotten_at is null and d.expires_at > heldwell.now();

-- One row: what there is, never what it is.
create or replace view heldwell.own_security as
  select p.id, p.password_hash is not null as has_password, a.confirmed_at as authenticator_since,
         (select count(*)::int from heldwell.recovery_code c
           where c.person_id = p.id and c.used_at is null and c.replaced_at is null) as recovery_codes_left,
         e.id as change_id, e.email as new_email, e.expires_at as change_expires_at,
         e.old_agreed_at is not null as old_agreed, e.new_agreed_at is not null as new_agreed
    from heldwell.person p
    left join heldwell.authenticator a on a.person_id = p.id
    left join heldwell.email_change e on e.person_id = p.id and e.ended_at is null and e.expires_at > heldwell.now()
   where p.id = heldwell.viewer_person();

create or replace function heldwell.end_other_sessions() returns integer
  language sql volatile security definer set search_path = pg_catalog as
$$
  with ended as (
    update heldwell.session s set ended_at = heldwell.now()
     where s.person_id = heldwell.viewer_person() and s.ended_at is null
       and s.id is distinct from heldwell.viewer_session() returning s.expires_at, s.last_seen_at, s.app)
  select count(*)::int from ended
   where expires_at > heldwell.now() and last_seen_at + heldwell.idle_limit(app) > heldwell.now()
$$;

create or replace function heldwell.forget_device(which uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with forgotten as (
    update heldwell.remembered_device d set forgotten_at = heldwell.now()
     where d.id = which and d.person_id = heldwell.viewer_person() and d.forgotten_at is null returning 1)
  select exists (select from forgotten)
$$;

-- The hash of the own password, to compare with what is typed; null where there is none. Volatile, as is the next of its
-- kind: what is stable may also be asked while a patient looks at their record as somebody else would.
create or replace function heldwell.own_password() returns text
  language sql volatile security definer set search_path = pg_catalog as
$$ select p.password_hash from heldwell.person p where p.id = heldwell.viewer_person() $$;

-- Every session ends with the old password (trigger), the one that changes it too: it goes on under a new cookie.
create or replace function heldwell.change_own_password(new_hash text) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.remembered_device d set forgotten_at = heldwell.now()
   where d.person_id = heldwell.viewer_person() and d.forgotten_at is null;
  update heldwell.password_reset r set used_at = heldwell.now()
   where r.person_id = heldwell.viewer_person() and r.used_at is null;
  update heldwell.person p set password_hash = new_hash where p.id = heldwell.viewer_person()
$$;

-- The session of this transaction under a new cookie: what was open under the old one ends. The seconds it still lasts.
create or replace function heldwell.renew_own_session(new_id uuid, new_token bytea, new_device bytea) returns integer
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.session s set ended_at = heldwell.now() where s.id = heldwell.viewer_session() and s.ended_at is null;
  insert into heldwell.session (id, token_hash, person_id, app, started_at, last_seen_at, expires_at, confirmed_at, device)
    select new_id, new_token, s.person_id, s.app, s.started_at, heldwell.now(), s.expires_at, heldwell.now(), new_device
      from heldwell.session s where s.id = heldwell.viewer_session() and s.person_id = heldwell.viewer_person()
    returning greatest(0, extract(epoch from expires_at - heldwell.now()))::int
$$;

create or replace function heldwell.own_authenticator()
  returns table (secret bytea, pending_secret bytea) language sql volatile security definer set search_path = pg_catalog as
$$ select a.secret, a.pending_secret from heldwell.authenticator a where a.person_id = heldwell.viewer_person() $$;

create or replace function heldwell.begin_authenticator(new_secret bytea) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  insert into heldwell.authenticator (person_id, pending_secret) values (heldwell.viewer_person(), new_secret)
    on conflict (person_id) do update set pending_secret = excluded.pending_secret
$$;

-- The waiting one has shown the code of this step: it takes the place of the one before. False when another was faster.
create or replace function heldwell.confirm_authenticator(of_secret bytea, step bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with confirmed as (
    update heldwell.authenticator a
       set secret = a.pending_secret, confirmed_at = heldwell.now(), pending_secret = null, last_step = step
     where a.person_id = heldwell.viewer_person() and a.pending_secret = of_secret returning 1)
  select exists (select from confirmed)
$$;

create or replace function heldwell.remove_authenticator() returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with removed as (
    update heldwell.authenticator a set secret = null, confirmed_at = null, pending_secret = null
     where a.person_id = heldwell.viewer_person() and a.secret is not null returning 1)
  select exists (select from removed)
$$;

-- A code of this step, once: neither it nor an earlier one works again, however many ask at the same time.
create or replace function heldwell.use_own_code(step bigint) returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with used as (
    update heldwell.authenticator a set last_step = step
     where a.person_id = heldwell.viewer_person() and a.secret is not null and a.last_step < step returning 1)
  select exists (select from used)
$$;

create or replace function heldwell.replace_recovery_codes(hashes bytea[]) returns void
  language sql volatile security definer set search_path = pg_catalog as
$$
  update heldwell.recovery_code c set replaced_at = heldwell.now()
   where c.person_id = heldwell.viewer_person() and c.replaced_at is null;
  insert into heldwell.recovery_code (person_id, code_hash, made_at)
    select heldwell.viewer_person(), h, heldwell.now() from unnest(hashes) h
$$;

create or replace function heldwell.add_passkey(key uuid, credential bytea, public_key bytea, counter bigint,
  transports text[], name bytea) returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with added as (
    insert into heldwell.passkey (id, person_id, credential_id, public_key, counter, transports, name, added_at)
      values (key, heldwell.viewer_person(), credential, add_passkey.public_key, add_passkey.counter,
        add_passkey.transports, add_passkey.name, heldwell.now())
      on conflict (credential_id) do nothing returning 1)
  select exists (select from added)
$$;

create or replace function heldwell.remove_passkey(key uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with removed as (
    update heldwell.passkey k set removed_at = heldwell.now()
     where k.id = key and k.person_id = heldwell.viewer_person() and k.removed_at is null returning 1)
  select exists (select from removed)
$$;

-- With no passkey and no authenticator left there is no second step: what spared it goes too.
create or replace function heldwell.settle_factors() returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  me constant uuid := heldwell.viewer_person();
begin
  if exists (select from heldwell.passkey k where k.person_id = me and k.removed_at is null) or exists (
    select from heldwell.authenticator a where a.person_id = me and a.secret is not null) then return true; end if;
  update heldwell.recovery_code c set replaced_at = heldwell.now() where c.person_id = me and c.replaced_at is null;
  update heldwell.remembered_device d set forgotten_at = heldwell.now() where d.person_id = me and d.forgotten_at is null;
  return false;
end
$$;

-- Unlinks who somebody is at a provider; false where it is the only way they sign in, or not linked. The row of the
-- person orders two that unlink at once.
create or replace function heldwell.unlink_identity(of_issuer text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  me constant uuid := heldwell.viewer_person();
begin
  perform from heldwell.person p where p.id = me for update;
  if not exists (select from heldwell.person p where p.id = me and p.password_hash is not null)
     and not exists (select from heldwell.passkey k where k.person_id = me and k.removed_at is null)
     and not exists (select from heldwell.person_identity i where i.person_id = me and i.issuer <> of_issuer) then
    return false;
  end if;
  delete from heldwell.person_identity i where i.person_id = me and i.issuer = of_issuer;
  if not found then return false; end if;
  -- Whoever came by it is signed out: where they came from is no way in any more.
  perform heldwell.end_other_sessions();
  return true;
end
$$;

-- Asks to change the address; one that was asked before is dropped.
create or replace function heldwell.ask_email_change(change uuid, address bytea, address_hash bytea, old_token bytea, new_token bytea)
  returns boolean language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  update heldwell.email_change e set ended_at = heldwell.now()
   where e.person_id = heldwell.viewer_person() and e.ended_at is null;
  insert into heldwell.email_change (id, person_id, email, email_hash, old_token_hash, new_token_hash, asked_at, expires_at)
    values (change, heldwell.viewer_person(), address, address_hash, old_token, new_token, heldwell.now(),
      heldwell.now() + interval '1 day');
  return exists (select from heldwell.person p where p.email_hash = address_hash);
end
$$;

create or replace function heldwell.drop_email_change() returns boolean
  language sql volatile security definer set search_path = pg_catalog as
$$
  with dropped as (
    update heldwell.email_change e set ended_at = heldwell.now()
     where e.person_id = heldwell.viewer_person() and e.ended_at is null returning 1)
  select exists (select from dropped)
$$;

do $$
declare
  name text;
begin
  foreach name in array array['own_session', 'own_passkey', 'own_device', 'own_security'] loop
    execute format('alter view heldwell.%I owner to heldwell_consent', name);
  end loop;
  foreach name in array array['end_other_sessions()', 'forget_device(uuid)', 'own_password()', 'change_own_password(text)',
    'renew_own_session(uuid, bytea, bytea)', 'own_authenticator()', 'begin_authenticator(bytea)', 'confirm_authenticator(bytea, bigint)', 'remove_authenticator()',
    'use_own_code(bigint)', 'replace_recovery_codes(bytea[])',
    'add_passkey(uuid, bytea, bytea, bigint, text[], bytea)', 'remove_passkey(uuid)', 'settle_factors()',
    'unlink_identity(text)',
    'ask_email_change(uuid, bytea, bytea, bytea, bytea)', 'drop_email_change()'] loop
    execute format('alter function heldwell.%s owner to heldwell_consent', name);
  end loop;
end
$$;
