import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sealer, signingKey, type Verified, verifyLog } from '../../src/features/audit/index.ts';
import type { TestDatabase } from './a-database.ts';
import { afterFile } from './after-file.ts';
import { TEST_SECRET } from './cluster.ts';

/** What seals the log of a test's database, and what checks it. */
export interface TestSealer {
  headsDir: string;
  /** Gives every entry its place. False when another process is at it. */
  seal(): Promise<boolean>;
  verify(record?: string): Promise<Verified>;
}

/** A sealer with a folder of its own for the heads. */
export function aSealer(db: TestDatabase): TestSealer {
  const headsDir = mkdtempSync(join(tmpdir(), 'heldwell-heads-'));
  afterFile(() => rmSync(headsDir, { recursive: true, force: true }));
  const key = signingKey({ file: '', secret: TEST_SECRET });
  const { database } = db.services;
  const sealer = new Sealer({ database, headsDir, key });
  return {
    headsDir,
    seal: () => sealer.sealAll(),
    verify: async (record) => {
      const client = await database.sealing.connect();
      return verifyLog(client, { headsDir, publicKey: key.publicKey, ...(record && { record }) }).finally(
        () => client.release(),
      );
    },
  };
}
