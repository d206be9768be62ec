import type { EntityManager } from 'typeorm';
import type { PrivacyLabel } from '../../consent/index.ts';
import { authorOf, codeTokenOf, detailText, type EntryRow, headlineOf, numberOf } from './entry-row.ts';
import type { Outcome } from './import-report.ts';

/** What storing one row came to. */
export interface StoredEntry {
  row: EntryRow;
  outcome: Extract<Outcome, 'NEW' | 'CHANGED' | 'UNCHANGED' | 'OLDER'>;
  entryId: string;
  /** Labels under which its change may be told: the one it had and the one it has. */
  labels: PrivacyLabel[];
}

/** Where rows come from. */
export interface RowSource {
  organisationId: string;
  teamId: string | null;
}

interface Known {
  at: number;
  entry_id: string;
  same: boolean;
  older: boolean;
  label: PrivacyLabel;
}

const KNOWN = `select n.at::integer - 1 as at, s.entry_id, s.digest = n.digest as same,
    coalesce(n.source_time < s.source_updated_at, false) as older, e.label
  from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[])
    with ordinality n (patient_id, type, key, digest, source_time, at)
  join heldwell.entry_source s on s.patient_id = n.patient_id and s.organisation_id = $1
    and s.resource_type = n.type and s.source_key = n.key
  join heldwell.entry e on e.patient_id = s.patient_id and e.id = s.entry_id`;

/**
 * Stores at most a thousand rows of one sender, no two of them the same thing: new ones as entries, changed ones as
 * new versions, unchanged ones not at all. The caller holds the sender's lock, so nobody else stores the same.
 */
export async function storeEntries(
  manager: EntityManager,
  source: RowSource,
  rows: readonly EntryRow[],
): Promise<StoredEntry[]> {
  if (rows.length === 0) return [];
  const found = await manager.query<Known[]>(KNOWN, [
    source.organisationId,
    rows.map((row) => row.patientId),
    rows.map((row) => row.draft.resourceType),
    rows.map((row) => row.draft.sourceKey),
    rows.map((row) => row.digest),
    rows.map((row) => row.sourceTime),
  ]);
  const known = new Map(found.map((one) => [one.at, one]));
  const stored = rows.map((row, at): StoredEntry => {
    const earlier = known.get(at);
    if (!earlier) return { row, outcome: 'NEW', entryId: row.newId, labels: [row.privacyLabel] };
    const outcome = earlier.older ? 'OLDER' : earlier.same ? 'UNCHANGED' : 'CHANGED';
    return {
      row,
      outcome,
      entryId: earlier.entry_id,
      labels: [...new Set([earlier.label, row.privacyLabel])],
    };
  });
  const of = (outcome: Outcome) => stored.filter((one) => one.outcome === outcome);
  await write(manager, INSERT, { source, stored: of('NEW') });
  await write(manager, UPDATE, { source, stored: of('CHANGED') });
  await touch(manager, source, of('UNCHANGED'));
  return stored;
}

/** The rows of a statement as arrays: $3 to $21. */
const ROWS = `unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::text[],
    $11::timestamptz[], $12::text[], $13::text[], $14::float8[], $15::text[], $16::text[], $17::text[], $18::text[],
    $19::text[], $20::text[], $21::bytea[], $22::timestamptz[])
  as n (patient_id, id, kind, label, status, source_status, occurred_at, precision, ends_at, author_name, code_token,
    value_number, headline, detail, resource, resource_type, source_key, resource_id, digest, source_time)`;

const INSERT = `with n as materialized (select * from ${ROWS}), entry as (
    insert into heldwell.entry (patient_id, id, kind, label, status, source_status, sorted_at, occurred_at,
      occurred_precision, ends_at, arrived_at, version, source_organisation_id, source_team_id, author_name, code_token,
      value_number, headline, detail)
    select patient_id, id, kind, label, status, source_status, coalesce(occurred_at, heldwell.now()), occurred_at,
      precision, ends_at, heldwell.now(), 1, $1, $2, author_name, code_token, value_number, headline::json, detail::json
    from n
  ), version as (
    insert into heldwell.entry_version (patient_id, entry_id, version, recorded_at, label, status, headline, detail, resource)
    select patient_id, id, 1, heldwell.now(), label, status, headline::json, detail::json, resource::json from n
  )
  insert into heldwell.entry_source (patient_id, organisation_id, resource_type, source_key, entry_id, resource_id, digest,
    source_updated_at)
  select patient_id, $1, resource_type, source_key, id, resource_id, digest, source_time from n`;

/** A label the patient chose stays, whatever its source says now; the row itself is asked, after waiting for a change under way. */
const UPDATE = `with n as materialized (select * from ${ROWS}), entry as (
    update heldwell.entry e set kind = n.kind, label = case when e.label_chosen then e.label else n.label end,
      status = n.status, source_status = n.source_status, sorted_at = coalesce(n.occurred_at, e.arrived_at),
      occurred_at = n.occurred_at, occurred_precision = n.precision, ends_at = n.ends_at, version = e.version + 1,
      source_team_id = coalesce($2, e.source_team_id), author_name = n.author_name, code_token = n.code_token,
      value_number = n.value_number, headline = n.headline::json, detail = n.detail::json
    from n where e.patient_id = n.patient_id and e.id = n.id
    returning e.patient_id, e.id, e.version, e.label, e.status
  ), version as (
    insert into heldwell.entry_version (patient_id, entry_id, version, recorded_at, label, status, headline, detail, resource)
    select e.patient_id, e.id, e.version, heldwell.now(), e.label, e.status, n.headline::json, n.detail::json, n.resource::json
    from entry e join n on n.patient_id = e.patient_id and n.id = e.id
  )
  update heldwell.entry_source s set digest = n.digest, resource_id = n.resource_id,
    source_updated_at = coalesce(n.source_time, s.source_updated_at)
  from n where s.patient_id = n.patient_id and s.organisation_id = $1 and s.resource_type = n.resource_type
    and s.source_key = n.source_key`;

async function write(
  manager: EntityManager,
  statement: string,
  { source, stored }: { source: RowSource; stored: readonly StoredEntry[] },
): Promise<void> {
  if (stored.length === 0) return;
  const drafts = stored.map(({ row }) => row.draft);
  await manager.query(statement, [
    source.organisationId,
    source.teamId,
    stored.map(({ row }) => row.patientId),
    stored.map(({ entryId }) => entryId),
    drafts.map(({ kind }) => kind),
    stored.map(({ row }) => row.privacyLabel),
    drafts.map(({ status }) => status),
    drafts.map(({ fhirStatus }) => fhirStatus),
    drafts.map(({ occurredAt }) => occurredAt),
    drafts.map(({ occurredPrecision }) => occurredPrecision ?? 'TIME'),
    drafts.map(({ endsAt }) => endsAt),
    drafts.map(authorOf),
    drafts.map(codeTokenOf),
    drafts.map(numberOf),
    drafts.map((draft) => JSON.stringify(headlineOf(draft))),
    drafts.map(detailText),
    drafts.map(({ resource }) => JSON.stringify(resource)),
    drafts.map(({ resourceType }) => resourceType),
    drafts.map(({ sourceKey }) => sourceKey),
    drafts.map(({ resourceId }) => resourceId),
    stored.map(({ row }) => row.digest),
    stored.map(({ row }) => row.sourceTime),
  ]);
}

/** The same again, said later: what is older than that is out of date. */
async function touch(
  manager: EntityManager,
  source: RowSource,
  stored: readonly StoredEntry[],
): Promise<void> {
  const timed = stored.filter(({ row }) => row.sourceTime !== null);
  if (timed.length === 0) return;
  await manager.query(
    `update heldwell.entry_source s set source_updated_at = n.source_time
     from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) n (patient_id, type, key, source_time)
     where s.patient_id = n.patient_id and s.organisation_id = $1 and s.resource_type = n.type and s.source_key = n.key
       and (s.source_updated_at is null or s.source_updated_at < n.source_time)`,
    [
      source.organisationId,
      timed.map(({ row }) => row.patientId),
      timed.map(({ row }) => row.draft.resourceType),
      timed.map(({ row }) => row.draft.sourceKey),
      timed.map(({ row }) => row.sourceTime),
    ],
  );
}
