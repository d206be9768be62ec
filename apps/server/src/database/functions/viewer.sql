-- Who the viewer of a transaction is, at what moment, and how ids are written.

grant usage on schema heldwell to heldwell_app, heldwell_system, heldwell_consent;
-- To be handed an object over, its new owner must be able to create in the schema (PostgreSQL's rule).
grant create on schema heldwell to heldwell_consent;

-- The moment everything is judged at. Tests replace it; production refuses to start with a replaced one.
create or replace function heldwell.now() returns timestamptz language sql stable as 'select pg_catalog.now()';

create or replace function heldwell.all_labels() returns text[] language sql immutable as
  $$ select '{GENERAL,MENTAL_HEALTH,SEXUAL_HEALTH,SOCIAL_CARE,UNLABELLED}'::text[] $$;
create or replace function heldwell.all_rights() returns text[] language sql immutable as
  $$ select '{SEE,ADD,MESSAGE,REQUEST_APPOINTMENT,BOOK_APPOINTMENT,MANAGE_SHARING,SEE_LOG}'::text[] $$;

-- What an emergency shows, with appointments only from now on; and what is left to a patient whose record is frozen.
create or replace function heldwell.summary_kinds() returns text[] language sql immutable as
  $$ select '{ALLERGY,MEDICINE,CONDITION,CARE_PLAN,APPOINTMENT}'::text[] $$;
create or replace function heldwell.plan_kinds() returns text[] language sql immutable as
  $$ select '{CARE_PLAN}'::text[] $$;

-- The opaque id of a row: a kind, the patient (or zeros) and the row.
create or replace function heldwell.global_id(kind "char", patient uuid, row_id uuid) returns text
  language sql immutable strict as
  $$ select translate(encode(charsend(kind) || uuid_send(patient) || uuid_send(row_id), 'base64'), '+/', '-_') $$;
create or replace function heldwell.global_id(kind "char", row_id uuid) returns text
  language sql immutable strict as
  $$ select rtrim(translate(encode(charsend(kind) || uuid_send(row_id), 'base64'), '+/', '-_'), '=') $$;

-- The viewer of this transaction. A setting that was never set and one that ended ('') are alike: nobody.
create or replace function heldwell.viewer_person() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.person', true), '')::uuid $$;
create or replace function heldwell.viewer_app() returns text language sql stable as
  $$ select nullif(current_setting('heldwell.app', true), '') $$;
create or replace function heldwell.viewer_session() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.session', true), '')::uuid $$;
create or replace function heldwell.viewer_record() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.record', true), '')::uuid $$;
-- The viewer's own record while it is frozen: then it is no `viewer_record`, and all but their plan is closed.
create or replace function heldwell.viewer_frozen_record() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.frozen_record', true), '')::uuid $$;
create or replace function heldwell.viewer_teams() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('heldwell.teams', true), ''), '{}')::uuid[] $$;
-- Of a partner: the labels its token may see, and the one record it is for.
create or replace function heldwell.viewer_scope() returns text[] language sql stable as
  $$ select coalesce(nullif(current_setting('heldwell.scope', true), ''), '{}')::text[] $$;
create or replace function heldwell.viewer_only_record() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.only_record', true), '')::uuid $$;
-- Those whose grants are the viewer's: themself and, for staff, their teams and those teams' organisations.
create or replace function heldwell.viewer_grantees() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('heldwell.grantees', true), ''), '{}')::uuid[] $$;
-- As what the viewer holds grants in the app that asks.
create or replace function heldwell.viewer_holds_as() returns text[] language sql stable as
  $$ select case heldwell.viewer_app() when 'CARER' then '{CARER}' when 'PARTNER' then '{APP}'
       else '{TEAM,ORGANISATION,PROFESSIONAL}' end::text[] $$;
-- What stands in both. In plpgsql: the few who need it do not have its plan in everybody's.
create or replace function heldwell.in_both(one text[], other text[]) returns text[] language plpgsql immutable as
$$
begin
  return array(select x from unnest(one) x where x = any (other));
end
$$;

-- The record that its patient looks at as somebody else would (functions/seen.sql); null in every other transaction.
create or replace function heldwell.seen_record() returns uuid language sql stable as
  $$ select nullif(current_setting('heldwell.seen_record', true), '')::uuid $$;
