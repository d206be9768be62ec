import { randomBytes } from 'node:crypto';
import type { SqlStatement } from '../sql-statement.ts';
import type { StoredKey } from './key-provider.ts';
import type { Binding } from './sealed-blob.ts';
import type { Sealing } from './sealing.ts';

/** What belongs to no record stands under this in bindings and keys. */
export const NO_RECORD = '00000000-0000-0000-0000-000000000000';

/** What a key seals that belongs to no record: people's addresses and words about access; resources that are held. */
export type SystemKeyName = 'PEOPLE' | 'HELD';

/** What a value of no record is bound to that the key of people seals: its table and column, and the id of its row. */
export const ofPeople = (place: string, row: string): Binding => ({
  place,
  row,
  patient: NO_RECORD,
  label: 'PEOPLE',
});

interface Runs {
  query<Row>(statement: SqlStatement): Promise<Row[]>;
}

interface KeyRow {
  version: number;
  wrapped: Buffer;
  master_key_id: string;
}

/** The wrapped key of what belongs to no record, made the first time it is asked for by somebody who may. */
export async function systemKey(sealing: Sealing, runs: Runs, name: SystemKeyName): Promise<StoredKey[]> {
  const stored =
    sealing.stored.get(name) ?? (await read(runs, name)) ?? (await make({ sealing, runs, name }));
  sealing.stored.set(name, stored);
  return stored;
}

async function read(runs: Runs, name: SystemKeyName): Promise<StoredKey[] | undefined> {
  const rows = await runs.query<KeyRow>({
    text: 'select version, wrapped, master_key_id from heldwell.system_key where name = $1 order by version',
    values: [name],
  });
  const stored = rows.map((row) => ({
    patient: NO_RECORD,
    label: name,
    version: row.version,
    wrapped: row.wrapped.toString('hex'),
    masterKeyId: row.master_key_id,
  }));
  return stored.length > 0 ? stored : undefined;
}

interface ToMake {
  sealing: Sealing;
  runs: Runs;
  name: SystemKeyName;
}

async function make({ sealing, runs, name }: ToMake): Promise<StoredKey[]> {
  const [made] = await sealing.provider.wrapMany([randomBytes(32)]);
  await runs.query({
    text: `insert into heldwell.system_key (name, version, wrapped, master_key_id, created_at)
      values ($1, 1, $2, $3, heldwell.now()) on conflict do nothing`,
    values: [name, made?.wrapped, made?.masterKeyId],
  });
  const stored = await read(runs, name);
  if (!stored) throw new Error(`There is no key ${name}.`);
  return stored;
}
