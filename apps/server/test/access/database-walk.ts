/** Tables that say who somebody is or what they may see, beside those that carry a patient. */
const ALSO_GUARDED = ['patient', 'person', 'team_member'];

/** Tables that carry a patient or say who may see one. */
export const GUARDED_TABLES = `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    exists (select from pg_policy p join pg_roles r on r.oid = any (p.polroles)
      where p.polrelid = c.oid and r.rolname = 'heldwell_app') as has_policy,
    exists (select from information_schema.column_privileges g where g.table_schema = 'heldwell'
      and g.table_name = c.relname and g.grantee = 'heldwell_app') as has_privilege
  from pg_class c
  where c.relnamespace = 'heldwell'::regnamespace and c.relkind in ('r', 'p')
    and (c.relname in (${ALSO_GUARDED.map((name) => `'${name}'`).join(', ')}) or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient_id' and not a.attisdropped))
  order by c.relname`;

export interface GuardedTable {
  name: string;
  enabled: boolean;
  forced: boolean;
  has_policy: boolean;
  has_privilege: boolean;
}

/** What is wrong with a table; nothing when it is guarded, or closed to the serving role altogether. */
export function faultsOf(table: GuardedTable): string[] {
  const faults: string[] = [];
  if (!table.enabled || !table.forced) faults.push(`${table.name} has no forced row security`);
  if (table.has_privilege && !table.has_policy) faults.push(`${table.name} is granted without a policy`);
  return faults;
}

/** What the serving role may do, one line for each table and right; columns where not all are meant. */
export const SERVING_PRIVILEGES = `with columns as (
    select g.table_name, g.privilege_type, array_agg(g.column_name::text order by g.column_name::text) as named
    from information_schema.column_privileges g
    where g.table_schema = 'heldwell' and g.grantee = 'heldwell_app' group by 1, 2
  ), tables as (
    select g.table_name, g.privilege_type from information_schema.table_privileges g
    where g.table_schema = 'heldwell' and g.grantee = 'heldwell_app'
  )
  select t.table_name || ': ' || t.privilege_type as line from tables t
  union
  select c.table_name || ': ' || c.privilege_type || ' (' || array_to_string(c.named, ', ') || ')' from columns c
  where not exists (select from tables t where t.table_name = c.table_name and t.privilege_type = c.privilege_type)
  order by 1`;
