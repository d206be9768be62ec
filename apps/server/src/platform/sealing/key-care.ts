import { randomBytes } from 'node:crypto';
import type { SystemRuns } from '../as-system.ts';
import { KEY_LABELS } from './key-ring.ts';

/** Records whose keys are read and written at a time. */
const AT_ONCE = 500;

const ROTATE = `with retired as (
    update heldwell.record_key k set retired_at = heldwell.now()
    from unnest($1::uuid[], $2::text[]) n (patient_id, label)
    where k.patient_id = n.patient_id and k.label = n.label and k.retired_at is null
  )
  insert into heldwell.record_key (patient_id, label, version, wrapped, master_key_id, created_at)
  select n.patient_id, n.label, newest.version + 1, n.wrapped, n.master, heldwell.now()
  from unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[]) n (patient_id, label, wrapped, master)
  cross join lateral (select max(k.version) as version from heldwell.record_key k
    where k.patient_id = n.patient_id and k.label = n.label and k.wrapped is not null) newest
  where newest.version is not null`;

/**
 * Gives records new versions of their keys: what is written from now on is sealed with them, what was written stays
 * under the version it names. The key of codes stays: they are found by their hash. Returns the records that have keys.
 */
export async function rotateKeys(runs: SystemRuns, patients: readonly string[]): Promise<string[]> {
  const known = await runs.query<{ patient_id: string }>({
    text: `select distinct patient_id from heldwell.record_key where patient_id = any ($1) and wrapped is not null`,
    values: [patients],
  });
  const ids = known.map(({ patient_id }) => patient_id);
  const rows = ids.flatMap((patient) => KEY_LABELS.map((label) => ({ patient, label })));
  const wrapped = await runs.sealing.provider.wrapMany(rows.map(() => randomBytes(32)));
  await runs.query({
    text: ROTATE,
    values: [
      rows.map(({ patient }) => patient),
      rows.map(({ label }) => label),
      wrapped.map((one) => one.wrapped),
      wrapped.map(({ masterKeyId }) => masterKeyId),
    ],
  });
  return ids;
}

/** Ids of records that have keys, after one of them, at most 500. */
export async function recordsWithKeys(runs: SystemRuns, after: string): Promise<string[]> {
  const rows = await runs.query<{ patient_id: string }>({
    text: `select distinct patient_id from heldwell.record_key where patient_id > $1 and wrapped is not null
      order by patient_id limit ${AT_ONCE}`,
    values: [after],
  });
  return rows.map(({ patient_id }) => patient_id);
}

interface Wrapped {
  of: string;
  label: string;
  version: number;
  wrapped: Buffer;
  master_key_id: string;
}

/** Keys that another master key wraps than the newest, a few thousand at a time. */
const OLD = {
  record_key: `select patient_id::text as of, label, version, wrapped, master_key_id from heldwell.record_key
    where master_key_id <> $1 and wrapped is not null and not (patient_id::text = any ($2)) limit 3000`,
  system_key: `select name as of, '' as label, version, wrapped, master_key_id from heldwell.system_key
    where master_key_id <> $1 and not (name = any ($2)) limit 3000`,
};
const REWRAPPED = {
  record_key: `update heldwell.record_key k set wrapped = n.wrapped, master_key_id = n.master
    from unnest($1::text[], $2::text[], $3::integer[], $4::bytea[], $5::text[]) n (of, label, version, wrapped, master)
    where k.patient_id = n.of::uuid and k.label = n.label and k.version = n.version`,
  system_key: `update heldwell.system_key k set wrapped = n.wrapped, master_key_id = n.master
    from unnest($1::text[], $2::text[], $3::integer[], $4::bytea[], $5::text[]) n (of, label, version, wrapped, master)
    where k.name = n.of and k.version = n.version`,
};

/** Wraps the next keys that an earlier master key wraps under the newest; how many were, and of what it failed. */
export async function rewrapKeys(
  runs: SystemRuns,
  table: keyof typeof OLD,
  passOver: readonly string[],
): Promise<{ rewrapped: number; failed: string[] }> {
  const { provider } = runs.sealing;
  const rows = await runs.query<Wrapped>({
    text: OLD[table],
    values: [await provider.masterKeyId(), passOver],
  });
  const again = await provider.rewrapMany(
    rows.map(({ wrapped, master_key_id }) => ({ wrapped, masterKeyId: master_key_id })),
  );
  const made = rows.flatMap((row, at) => {
    const one = again[at];
    return one ? [{ ...row, ...one }] : [];
  });
  await runs.query({
    text: REWRAPPED[table],
    values: [
      made.map((row) => row.of),
      made.map(({ label }) => label),
      made.map(({ version }) => version),
      made.map(({ wrapped }) => wrapped),
      made.map(({ masterKeyId }) => masterKeyId),
    ],
  });
  const failed = rows.filter((_, at) => !again[at]).map((row) => row.of);
  return { rewrapped: made.length, failed: [...new Set(failed)] };
}

/** Destroys every key of a record: whatever it says stays sealed for ever, also in backups' copies of its values. */
export async function destroyKeys(runs: SystemRuns, patient: string): Promise<number> {
  const rows = await runs.query<{ destroyed: number }>({
    text: `with gone as (update heldwell.record_key set wrapped = null, destroyed_at = heldwell.now()
        where patient_id = $1 and wrapped is not null returning label)
      select count(*) as destroyed from gone`,
    values: [patient],
  });
  return rows[0]?.destroyed ?? 0;
}
