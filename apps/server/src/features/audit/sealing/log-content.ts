/**
 * The words of an entry that its place in the chain is computed over: a JSON array in this order, as PostgreSQL writes
 * it. Kept as one text from here to whoever checks it, so that nobody has to write it a second time. The first item
 * names this order: another order is another name. An array of texts, because one of many types costs twice as much.
 */
export const contentOf = (
  row: string,
): string => `array_to_json(array['heldwell-log-1', ${row}.patient_id::text, ${row}.id::text,
  to_char(${row}.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ${row}.person_id::text, ${row}.person_name,
  ${row}.app, ${row}.role, ${row}.team_id::text, ${row}.team_name, ${row}.organisation_id::text, ${row}.organisation_name,
  ${row}.action, ${row}.purpose, ${row}.what, ${row}.opened_id::text, ${row}.about,
  array_to_string(${row}.labels, ' '), ${row}.bucket])::text`;
