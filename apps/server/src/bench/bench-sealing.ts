import type pg from 'pg';
import { fileKeyProvider } from '../platform/sealing/file-key-provider.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { SystemKeys } from '../platform/sealing/system-keys.ts';

/** What the measured data is sealed with: the master key lies beside the data. */
export const benchSealing = (dataDir: string, secret: string): Sealing =>
  new Sealing(fileKeyProvider(dataDir), secret);

/** Keys on a connection of the owner's. */
export const keysOn = (client: pg.Client, sealing: Sealing): SystemKeys =>
  new SystemKeys(sealing, {
    query: async <Row>({ text, values }: { text: string; values?: unknown[] }) =>
      (await client.query(text, values)).rows as Row[],
  });
