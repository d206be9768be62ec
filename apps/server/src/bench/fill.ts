import pg from 'pg';
import type { Sealing } from '../platform/sealing/sealing.ts';
import { keysOn } from './bench-sealing.ts';
import { fillDirectory, fillPeople, NHS_NUMBER } from './fill-people.ts';
import { fillEntries } from './fill-record.ts';
import { fillGrants, fillThreads } from './fill-sharing.ts';

/** Changes with what is built, so that an older data set is built anew. */
const EDITION = 4;
const CHUNK = 1_000;
const STALE_DAYS = 60;

/** Whether this database holds a data set of this edition, young enough that its appointments lie ahead. */
export async function isBuilt(url: string, patients: number): Promise<boolean> {
  return withOwner(url, async (client) => {
    const known = await client.query<{ there: boolean }>(
      `select to_regclass('bench.built') is not null as there`,
    );
    if (!known.rows[0]?.there) return false;
    const { rows } = await client.query<{ edition: number; patients: number; young: boolean }>(
      `select edition, patients, built_at > now() - interval '${STALE_DAYS} days' as young from bench.built`,
    );
    const built = rows[0];
    return built?.edition === EDITION && built.patients === patients && built.young;
  });
}

/** Fills a migrated, empty database. Triggers rest meanwhile: what they would mirror is written here too. */
export async function buildDataSet(
  url: string,
  { patients, sealing, say }: { patients: number; sealing: Sealing; say(line: string): void },
): Promise<void> {
  await withOwner(url, async (client) => {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set work_mem = '128MB'; create schema if not exists bench`);
    await client.query(NHS_NUMBER);
    const indexes = await dropSecondaryIndexes(client);
    await fillDirectory(client, sealing);
    for (let from = 1; from <= patients; from += CHUNK) {
      const to = Math.min(from + CHUNK - 1, patients);
      // One ring a chunk: the keys of all would not fit.
      const keys = keysOn(client, sealing);
      await fillPeople({ client, keys }, from, to);
      await fillEntries({ client, keys }, from, to);
      await fillThreads({ client, keys }, { from, to, patients });
      await fillGrants({ client, keys }, from, to);
      say(`${to} of ${patients} patients`);
    }
    for (const index of indexes) await client.query(index);
    say('indexes made');
    await client.query('create table bench.built (edition integer, patients integer, built_at timestamptz)');
    await client.query('insert into bench.built values ($1, $2, now())', [EDITION, patients]);
    await client.query('checkpoint');
  });
}

/** A bulk load keeps only the keys; the other indexes are made again from their own definitions. */
async function dropSecondaryIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'heldwell'::regnamespace and c.relkind = 'r' and not i.indisprimary
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  for (const index of rows) await client.query(`drop index ${index.name}`);
  return rows.map((index) => index.definition);
}

/** Runs work as the owner on a connection of its own. */
export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'heldwell-bench' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
