import { join } from 'node:path';
import { migrate, migrationNames } from '../database/migrate.ts';
import { type EmbeddedPostgres, startEmbedded } from '../platform/embedded-postgres.ts';
import { installationSecret } from '../platform/secrets.ts';
import { benchSealing } from './bench-sealing.ts';
import { buildDataSet, isBuilt, withOwner } from './fill.ts';

/** The measured database: built once, kept for the next run. */
export interface BenchDatabase {
  ownerUrl: string;
  secret: string;
  /** Where its master key lies. */
  dataDir: string;
  stop(): Promise<void>;
}

export interface BenchDatabaseOptions {
  dataDir: string;
  patients: number;
  /** Builds anew. */
  fresh: boolean;
  say(line: string): void;
}

/** Starts a PostgreSQL of the bench's own under `DATA_DIR/bench` and opens, or builds, the data set of this size. */
export async function openBenchDatabase(options: BenchDatabaseOptions): Promise<BenchDatabase> {
  const dataDir = join(options.dataDir, 'bench');
  const embedded = await startEmbedded({ dataDir });
  const stop = () => embedded.stop();
  try {
    const secret = installationSecret('', dataDir);
    const ownerUrl = await databaseOf(embedded, { ...options, dataDir }, secret);
    return { ownerUrl, secret, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function databaseOf(
  embedded: EmbeddedPostgres,
  { patients, fresh, say, dataDir }: BenchDatabaseOptions,
  secret: string,
): Promise<string> {
  const name = `bench_${patients}`;
  const url = new URL(embedded.url);
  url.pathname = `/${name}`;
  const exists = await withOwner(embedded.url, async (client) => {
    const { rows } = await client.query('select from pg_database where datname = $1', [name]);
    return rows.length > 0;
  });
  if (exists && !fresh && (await isBuilt(url.href, patients)) && (await fitsVersion(url.href))) {
    await migrate({ ownerUrl: url.href, secret });
    return url.href;
  }
  const started = performance.now();
  await withOwner(embedded.url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
  await migrate({ ownerUrl: url.href, secret });
  await buildDataSet(url.href, { patients, sealing: benchSealing(dataDir, secret), say });
  await withOwner(url.href, (client) => client.query('vacuum (analyze)'));
  say(`built in ${Math.round((performance.now() - started) / 1000)} s`);
  return url.href;
}

/** Whether every migration the kept data set went through is one of this version: else it cannot be brought up to date. */
async function fitsVersion(url: string): Promise<boolean> {
  const known = new Set(migrationNames());
  return withOwner(url, async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from heldwell.migration');
    return rows.every(({ name }) => known.has(name));
  });
}
