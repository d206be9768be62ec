-- Changes of who may see what, in the access log beside the looks, whoever makes them and however.

-- Every version of a grant.
create or replace function heldwell.log_grant() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform heldwell.log_change(new.patient_id, jsonb_build_object(
    'what', case when new.ended then 'GRANT_ENDED' when new.version > 1 then 'GRANT_CHANGED'
      when new.basis = 'EMERGENCY' then 'EMERGENCY_OPENED' else 'GRANT_GIVEN' end,
    'id', new.id, 'about', new.grantee_name, 'labels', new.labels || new.summary_labels, 'by', new.given_by, 'person', new.given_by_person,
    'team', new.acting_team_id, 'bucket', 'grant:' || new.id || ':' || new.version));
  return null;
end
$$;
drop trigger if exists log_grant on heldwell.consent_grant;
create trigger log_grant after insert on heldwell.consent_grant for each row execute function heldwell.log_grant();

-- A person who moves an entry to another label changes who sees it.
create or replace function heldwell.log_relabel() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
declare
  before text;
begin
  select v.label into before from heldwell.entry_version v
   where v.patient_id = new.patient_id and v.entry_id = new.entry_id and v.version < new.version
   order by v.version desc limit 1;
  if before <> new.label then
    perform heldwell.log_change(new.patient_id, jsonb_build_object(
      'what', 'RELABELLED', 'id', new.entry_id, 'labels', jsonb_build_array(before, new.label), 'by', new.changed_by,
      'bucket', 'label:' || new.entry_id || ':' || new.version));
  end if;
  return null;
end
$$;
drop trigger if exists log_relabel on heldwell.entry_version;
create trigger log_relabel after insert on heldwell.entry_version
  for each row when (new.changed_by is not null) execute function heldwell.log_relabel();

-- Stopping and resuming, freezes, what emergencies may open, and yes or no to a study.
create or replace function heldwell.log_wish() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
$$
declare
  wish constant jsonb := to_jsonb(new);
  is_over constant boolean := coalesce(wish ->> 'resumed_at', wish ->> 'lifted_at') is not null;
begin
  if tg_table_name = 'record_freeze' and wish ->> 'confirmed_at' is null then return null; end if;
  perform heldwell.log_change(new.patient_id, jsonb_strip_nulls(jsonb_build_object(
    'what', case tg_table_name
      when 'sharing_stop' then case when is_over then 'SHARING_RESUMED' else 'SHARING_STOPPED' end
      when 'record_freeze' then case when is_over then 'RECORD_UNFROZEN' else 'RECORD_FROZEN' end
      when 'source_freeze' then case when is_over then 'SOURCE_UNFROZEN' else 'SOURCE_FROZEN' end
      when 'research_consent' then case when (wish ->> 'given')::boolean then 'RESEARCH_GIVEN' else 'RESEARCH_WITHDRAWN' end
      else 'EMERGENCY_SET' end,
    'about', case
      when tg_table_name like '%_freeze' then (
        select o.name from heldwell.organisation o where o.id = (wish ->> 'organisation_id')::uuid)
      when tg_table_name = 'research_consent' then (
        select s.name from heldwell.study s where s.id = (wish ->> 'study_id')::uuid) end,
    'office', case when tg_table_name like '%_freeze' then 'PRIVACY_OFFICER' end,
    'labels', wish -> 'labels',
    'bucket', tg_table_name || ':' || coalesce(wish ->> 'id', wish ->> 'study_id', '') || ':'
      || coalesce(wish ->> 'version', wish ->> 'changed_at', is_over::text))));
  return null;
end
$$;
drop trigger if exists log_wish on heldwell.sharing_stop;
create trigger log_wish after insert or update of resumed_at on heldwell.sharing_stop
  for each row execute function heldwell.log_wish();
drop trigger if exists log_wish on heldwell.record_freeze;
create trigger log_wish after update of confirmed_at, lifted_at on heldwell.record_freeze
  for each row execute function heldwell.log_wish();
drop trigger if exists log_wish on heldwell.source_freeze;
create trigger log_wish after insert or update of lifted_at on heldwell.source_freeze
  for each row execute function heldwell.log_wish();
drop trigger if exists log_wish on heldwell.research_consent;
create trigger log_wish after insert on heldwell.research_consent
  for each row execute function heldwell.log_wish();
drop trigger if exists log_wish on heldwell.emergency_setting;
create trigger log_wish after insert or update on heldwell.emergency_setting
  for each row execute function heldwell.log_wish();

alter function heldwell.log_grant() owner to heldwell_consent;
alter function heldwell.log_relabel() owner to heldwell_consent;
alter function heldwell.log_wish() owner to heldwell_consent;
