import type { EntityManager } from 'typeorm';
import type { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import type { PrivacyLabel } from '../../consent/index.ts';
import { sealEntry, sealVersion } from '../../record/index.ts';
import { detailOf } from './entry-detail.ts';
import { codeTokenOf, type EntryRow, headlineOf, measuredOf } from './entry-row.ts';
import type { Outcome } from './import-report.ts';
import type { Storing } from './storing.ts';

/** What storing one row came to. */
export interface StoredEntry {
  row: EntryRow;
  outcome: Extract<Outcome, 'NEW' | 'CHANGED' | 'UNCHANGED' | 'OLDER'>;
  entryId: string;
  /** Labels under which its change may be told: the one it had and the one it has. */
  labels: PrivacyLabel[];
  /** The label it has now, and its newest version: what its values are sealed for. */
  label: PrivacyLabel;
  version: number;
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
  /** The patient chose the label: it stays, whatever its source says now. */
  label_chosen: boolean;
  version: number;
}

/** Locked: a label the patient chooses meanwhile would ask for another key. */
const KNOWN = `select n.at::integer - 1 as at, s.entry_id, s.digest = n.digest as same,
    coalesce(n.source_time < s.source_updated_at, false) as older, e.label, e.label_chosen, e.version
  from unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[])
    with ordinality n (patient_id, type, key, digest, source_time, at)
  join heldwell.entry_source s on s.patient_id = n.patient_id and s.organisation_id = $1
    and s.resource_type = n.type and s.source_key = n.key
  join heldwell.entry e on e.patient_id = s.patient_id and e.id = s.entry_id for no key update of e`;

/**
 * Stores at most a thousand rows of one sender, no two of them the same thing: new ones as entries, changed ones as
 * new versions, unchanged ones not at all. The caller holds the sender's lock, so nobody else stores the same.
 */
export async function storeEntries(
  { manager, keys }: Storing,
  source: RowSource,
  rows: readonly EntryRow[],
): Promise<StoredEntry[]> {
  if (rows.length === 0) return [];
  await keys.ofRecords(rows.map(({ patientId }) => patientId));
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
    if (!earlier) {
      const label = row.privacyLabel;
      return { row, outcome: 'NEW', entryId: row.newId, labels: [label], label, version: 1 };
    }
    const outcome = earlier.older ? 'OLDER' : earlier.same ? 'UNCHANGED' : 'CHANGED';
    const changed = outcome === 'CHANGED';
    const label = changed && !earlier.label_chosen ? row.privacyLabel : earlier.label;
    const labels = [...new Set([earlier.label, label])];
    const version = changed ? earlier.version + 1 : earlier.version;
    return { row, outcome, entryId: earlier.entry_id, labels, label, version };
  });
  const of = (outcome: Outcome) => stored.filter((one) => one.outcome === outcome);
  await write({ manager, keys }, INSERT, { source, stored: of('NEW') });
  await write({ manager, keys }, UPDATE, { source, stored: of('CHANGED') });
  await touch(manager, source, of('UNCHANGED'));
  return stored;
}

/** The rows of a statement as arrays: $3 to $23. */
const ROWS = `unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::integer[], $8::text[], $9::text[], $10::timestamptz[],
    $11::text[], $12::timestamptz[], $13::bytea[], $14::bytea[], $15::bytea[], $16::bytea[], $17::bytea[], $18::bytea[],
    $19::text[], $20::text[], $21::text[], $22::bytea[], $23::timestamptz[])
  as n (patient_id, id, kind, label, version, status, source_status, occurred_at, precision, ends_at, code_hash, headline,
    detail, measured, version_headline, version_content, resource_type, source_key, resource_id, digest, source_time)`;

const VERSION = `insert into heldwell.entry_version (patient_id, entry_id, version, recorded_at, label, status, headline, content)
    select patient_id, id, version, heldwell.now(), label, status, version_headline, version_content from n`;

const INSERT = `with n as materialized (select * from ${ROWS}), entry as (
    insert into heldwell.entry (patient_id, id, kind, label, status, source_status, sorted_at, occurred_at,
      occurred_precision, ends_at, arrived_at, version, source_organisation_id, source_team_id, code_hash, headline, detail,
      measured)
    select patient_id, id, kind, label, status, source_status, coalesce(occurred_at, heldwell.now()), occurred_at,
      precision, ends_at, heldwell.now(), version, $1, $2, code_hash, headline, detail, measured
    from n
  ), version as (${VERSION})
  insert into heldwell.entry_source (patient_id, organisation_id, resource_type, source_key, entry_id, resource_id, digest,
    source_updated_at)
  select patient_id, $1, resource_type, source_key, id, resource_id, digest, source_time from n`;

const UPDATE = `with n as materialized (select * from ${ROWS}), entry as (
    update heldwell.entry e set kind = n.kind, label = n.label, status = n.status, source_status = n.source_status,
      sorted_at = coalesce(n.occurred_at, e.arrived_at), occurred_at = n.occurred_at, occurred_precision = n.precision,
      ends_at = n.ends_at, version = n.version, source_team_id = coalesce($2, e.source_team_id), code_hash = n.code_hash,
      headline = n.headline, detail = n.detail, measured = n.measured
    from n where e.patient_id = n.patient_id and e.id = n.id
  ), version as (${VERSION})
  update heldwell.entry_source s set digest = n.digest, resource_id = n.resource_id,
    source_updated_at = coalesce(n.source_time, s.source_updated_at)
  from n where s.patient_id = n.patient_id and s.organisation_id = $1 and s.resource_type = n.resource_type
    and s.source_key = n.source_key`;

async function write(
  { manager, keys }: Storing,
  statement: string,
  { source, stored }: { source: RowSource; stored: readonly StoredEntry[] },
): Promise<void> {
  if (stored.length === 0) return;
  const drafts = stored.map(({ row }) => row.draft);
  const sealed = stored.map((one) => sealedRow(keys, one));
  await manager.query(statement, [
    source.organisationId,
    source.teamId,
    stored.map(({ row }) => row.patientId),
    stored.map(({ entryId }) => entryId),
    drafts.map(({ kind }) => kind),
    stored.map(({ label }) => label),
    stored.map(({ version }) => version),
    drafts.map(({ status }) => status),
    drafts.map(({ fhirStatus }) => fhirStatus),
    drafts.map(({ occurredAt }) => occurredAt),
    drafts.map(({ occurredPrecision }) => occurredPrecision ?? 'TIME'),
    drafts.map(({ endsAt }) => endsAt),
    sealed.map(({ codeHash }) => codeHash),
    sealed.map(({ now }) => now.headline),
    sealed.map(({ now }) => now.detail),
    sealed.map(({ now }) => now.measured),
    sealed.map(({ kept }) => kept.headline),
    sealed.map(({ kept }) => kept.content),
    drafts.map(({ resourceType }) => resourceType),
    drafts.map(({ sourceKey }) => sourceKey),
    drafts.map(({ resourceId }) => resourceId),
    stored.map(({ row }) => row.digest),
    stored.map(({ row }) => row.sourceTime),
  ]);
}

/** All a row says, under the key of the label it has. */
function sealedRow(keys: SystemKeys, { row, entryId, label, version }: StoredEntry) {
  const { draft, patientId } = row;
  const place = { patient: patientId, id: entryId, version, label };
  const headline = headlineOf(draft);
  const detail = detailOf(draft);
  const token = codeTokenOf(draft);
  return {
    codeHash: token === null ? null : keys.codeHash(patientId, token),
    now: sealEntry(keys, place, { headline, detail, measured: measuredOf(draft, detail) }),
    kept: sealVersion(keys, place, { headline, content: { detail, resource: draft.resource } }),
  };
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
