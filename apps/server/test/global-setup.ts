import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded-postgres.ts';
import { ownerUrlOf, TEMPLATE, TEST_SECRET } from './harness/cluster.ts';

/** One PostgreSQL for the whole run (`TEST_POSTGRES_FROM` names another than the one that ships), with a migrated database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'heldwell-tests-'));
  const embedded = await startEmbedded({ dataDir, fast: true, from: process.env.TEST_POSTGRES_FROM });
  const clear = async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const client = new pg.Client({ connectionString: embedded.url });
    await client.connect();
    await client.query(`create database ${TEMPLATE}`);
    await client.end();
    await migrate({ ownerUrl: ownerUrlOf(embedded.url, TEMPLATE), secret: TEST_SECRET });
  } catch (error) {
    await clear();
    throw error;
  }
  project.provide('clusterUrl', embedded.url);
  return clear;
}
