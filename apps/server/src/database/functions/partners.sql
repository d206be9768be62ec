-- Partners: opened by a token in the transaction they ask in, like a session; theirs are the grants to the app alone.

-- What a scope such as `read:GENERAL` lets see; a partner that may read every label sees what is not sorted, too.
create or replace function heldwell.scope_labels(scopes text[]) returns text[] language sql immutable as
$$
  select case when count(*) = 4 then heldwell.all_labels() else coalesce(array_agg(label), '{}') end
    from unnest(array['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE']) label
   where 'read:' || label = any (scopes)
$$;

drop function if exists heldwell.open_token(bytea);
create function heldwell.open_token(hash bytea)
  returns table (session_id uuid, person_id uuid, given_name text, family_name text, patient_id uuid,
                 frozen_patient_id uuid, team_ids uuid[], team_names text[], expires_at timestamptz,
                 may_introspect boolean)
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
  scopes text[];
  only_record uuid;
begin
  select t.family, a.id, a.name, 'app', t.expires_at, t.scopes, t.patient_id, 'schema:introspect' = any (t.scopes)
    into session_id, person_id, given_name, family_name, expires_at, scopes, only_record, may_introspect
    from heldwell.partner_token t join heldwell.partner a on a.id = t.partner_id
   where t.token_hash = open_token.hash and t.kind = 'ACCESS' and t.revoked_at is null and a.disabled_at is null
     and t.expires_at > heldwell.now();
  if not found then return; end if;
  perform set_config('heldwell.person', person_id::text, true), set_config('heldwell.app', 'PARTNER', true),
          set_config('heldwell.record', '', true), set_config('heldwell.frozen_record', '', true),
          set_config('heldwell.teams', '', true),
          set_config('heldwell.grantees', array[person_id]::text, true),
          set_config('heldwell.scope', heldwell.scope_labels(scopes)::text, true),
          set_config('heldwell.only_record', coalesce(only_record::text, ''), true);
  return next;
end
$$;

alter function heldwell.open_token(bytea) owner to heldwell_consent;
