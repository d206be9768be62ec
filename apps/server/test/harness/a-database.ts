import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Services } from '../../src/platform/context.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { DiskStore } from '../../src/platform/documents/disk-store.ts';
import { openPostgresBus } from '../../src/platform/event-bus-postgres.ts';
import type { Sealing } from '../../src/platform/sealing/sealing.ts';
import { testSealing } from '../builders/sealed.ts';
import { afterFile } from './after-file.ts';
import { ownerUrlOf, TEMPLATE, TEST_SECRET } from './cluster.ts';

/** A database of one test file's own, with everything the server's services need. */
export interface TestDatabase {
  /** What features take; its clock is the database's, also when it was set. */
  services: Services;
  /** Connections that see every row: to prepare, and to prove that a hidden row is there. */
  owner: pg.Pool;
  ownerUrl: string;
  /** Where the services keep files. */
  documentsDir: string;
  /** As the services'. */
  sealing: Sealing;
  /** Rows as the owner sees them. */
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Stops the clock at this moment, in SQL and in Node. */
  setNow(moment: Date | string): Promise<void>;
}

interface DatabaseChoice {
  pool?: number;
  /** Whether invitations are mailed, or their links shown. */
  mails?: boolean;
  /** A database to copy instead of the empty migrated one; nobody may be connected to it. */
  copyOf?: string;
}

/** Copies the migrated template; closed and dropped by itself after the test file. */
export async function aDatabase(options: DatabaseChoice = {}): Promise<TestDatabase> {
  const cluster = inject('clusterUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onCluster(cluster, `create database ${name} template ${options.copyOf ?? TEMPLATE}`);
  const ownerUrl = ownerUrlOf(cluster, name);
  const database = await openDatabase({ ownerUrl, secret: TEST_SECRET, pool: options.pool ?? 6 });
  const bus = await openPostgresBus(database.urls.serving);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  owner.on('error', () => undefined);
  let stopped: Date | undefined;
  const documentsDir = await mkdtemp(path.join(tmpdir(), 'heldwell-documents-'));
  const documents = { store: new DiskStore(documentsDir), mostBytes: 25_000_000 };
  afterFile(async () => {
    await Promise.all([bus.close(), database.close(), owner.end()]);
    await rm(documentsDir, { recursive: true, force: true });
    await onCluster(cluster, `drop database if exists ${name} with (force)`);
  });
  const sealing = testSealing();
  const mails = options.mails ?? false;
  sealing.forgetOnChange(bus);
  return {
    services: {
      ...{ database, bus, clock: () => stopped ?? new Date(), secret: TEST_SECRET, sealing, documents },
      ...{ publicUrl: 'http://localhost:4000', rateLimits: 'on', mails },
    },
    documentsDir,
    sealing,
    owner,
    ownerUrl,
    rows: async <Row>(text: string, values?: unknown[]) => (await owner.query(text, values)).rows as Row[],
    setNow: async (moment) => {
      stopped = new Date(moment);
      await owner.query(
        `create or replace function heldwell.now() returns timestamptz language sql stable as $$ select '${stopped.toISOString()}'::timestamptz $$`,
      );
    },
  };
}

/** Runs one statement outside every database of the tests, such as one that makes a database. */
export async function onCluster(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
