import { createHash } from 'node:crypto';
import type { Runs } from '../../src/features/consent/index.ts';
import { LocalKeyProvider } from '../../src/platform/sealing/file-key-provider.ts';
import type { SignedGrant } from '../../src/platform/sealing/grant-mac.ts';
import { Sealed } from '../../src/platform/sealing/sealed.ts';
import { Sealing } from '../../src/platform/sealing/sealing.ts';
import { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import { TEST_SECRET } from '../harness/cluster.ts';
import type { RunsAsOwner } from '../harness/insert-rows.ts';

/** The same master key for every database of the tests: they are copied from one another. */
export const testSealing = (): Sealing =>
  new Sealing(
    new LocalKeyProvider({ 'test-1': createHash('sha256').update(TEST_SECRET).digest('base64') }),
    TEST_SECRET,
  );

/** The owner's connection as what features write through. */
export const runsOf = (db: RunsAsOwner): Runs => ({
  sealing: db.sealing,
  query: <Row>(statement: { text: string; values?: unknown[] }) =>
    db.rows<Row>(statement.text, statement.values),
});

/** The keys of a stored record, made the first time they are asked for. */
export async function keysOf(db: RunsAsOwner, patient: string): Promise<SystemKeys> {
  const keys = new SystemKeys(db.sealing, runsOf(db));
  const made = await db.rows('select from heldwell.record_key where patient_id = $1 limit 1', [patient]);
  if (made.length === 0) await keys.makeFor(patient);
  return keys.ofRecords([patient]);
}

/** Bytes as `insertRows` takes them. */
export const hexOf = (bytes: Buffer | null): string | null => bytes && `\\x${bytes.toString('hex')}`;

/** Gives the newest version of a grant that a test changed by SQL the MAC it would have. */
export async function signAgain(db: RunsAsOwner, patient: string, grant: string): Promise<void> {
  const [row] = await db.rows<SignedGrant>(
    'select * from heldwell.consent_grant where patient_id = $1 and id = $2 and superseded_at is null',
    [patient, grant],
  );
  if (!row) throw new Error('There is no such grant.');
  await db.rows(
    'update heldwell.consent_grant set mac = $4 where patient_id = $1 and id = $2 and version = $3',
    [patient, grant, row.version, db.sealing.grants.of(row)],
  );
}

/** A stored value and what it is bound to. */
interface Stored {
  place: string;
  row: string;
  patient: string;
  label: string;
  blob: Buffer;
}

/** What a stored value says, as whoever has every key would read it. */
export async function saidIn<T>(db: RunsAsOwner, { blob, ...binding }: Stored): Promise<T> {
  return (await keysOf(db, binding.patient)).open<T>(new Sealed(blob, binding));
}

/** The row of an entry, as tests of what was stored look at it. */
interface EntryRow {
  patient_id: string;
  id: string;
  version: number;
  label: string;
  headline: Buffer;
}

/** Title and summary of a stored entry. */
export function headlineIn(db: RunsAsOwner, entry: EntryRow): Promise<{ title: string; summary: string }> {
  return saidIn(db, {
    place: 'entry.headline',
    row: `${entry.id}.${entry.version}`,
    patient: entry.patient_id,
    label: entry.label,
    blob: entry.headline,
  });
}
