import type { Database } from '../../../platform/database.ts';
import { logger } from '../../../platform/logger.ts';
import { HeadsFiles } from './heads-files.ts';
import { headsSince, MOST_A_BATCH, sealBatch } from './seal-batch.ts';
import { type SigningKey, signingKey } from './signing-key.ts';

/** Where the heads are kept outside the database, and what signs them. */
export interface SealingSettings {
  headsDir: string;
  /** A PEM file with an Ed25519 private key; empty for one derived from the secret. */
  signingKeyFile: string;
}

interface SealerOptions {
  database: Database;
  headsDir: string;
  key: SigningKey;
}

/** Pause between two turns: an entry has its place within two seconds. */
const PAUSE_MS = 700;
const AFTER_A_FAULT_MS = 5_000;
/** Only one process seals at a time; the others pass. */
const LOCK = 4_021_964;

/**
 * Gives entries of the access log their places, behind the readers' backs: no read waits for another. One process at a
 * time holds the lock; where it ends, another goes on at its next turn.
 */
export class Sealer {
  private readonly database: Database;
  private readonly key: SigningKey;
  private readonly files: HeadsFiles;
  private filed: number | undefined;

  constructor({ database, headsDir, key }: SealerOptions) {
    this.database = database;
    this.key = key;
    this.files = new HeadsFiles(headsDir);
  }

  /** Seals all there is. False when another process is at it. */
  async sealAll(): Promise<boolean> {
    const client = await this.database.sealing.connect();
    let fault: unknown;
    try {
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      if (!rows[0]?.mine) return false;
      let entries: number;
      do {
        entries = await sealBatch(client, this.key);
        if (entries > 0 || this.filed === undefined) await this.fileHeads(client);
      } while (entries === MOST_A_BATCH);
      await client.query(`select pg_advisory_unlock(${LOCK})`);
      return true;
    } catch (error) {
      fault = error;
      throw error;
    } finally {
      // A connection that failed may still hold the lock: it is closed, and the lock with it.
      client.release(fault !== undefined);
    }
  }

  /**
   * The database is written first: a head in the files is then never of a turn that was undone. What a process that
   * ended in between left out is caught up with from the database.
   */
  private async fileHeads(client: Parameters<typeof headsSince>[0]): Promise<void> {
    const heads = await headsSince(client, this.filed ?? (await this.files.lastBatch()));
    const unfiled = this.filed === undefined ? heads : heads.filter(({ batch }) => batch > (this.filed ?? 0));
    await this.files.append(unfiled);
    this.filed = heads.at(-1)?.batch ?? this.filed ?? 0;
  }
}

/** Seals in the background until it is closed. */
export function startSealing(
  database: Database,
  settings: SealingSettings & { secret: string },
): { close(): Promise<void> } {
  const key = signingKey({ file: settings.signingKeyFile, secret: settings.secret });
  const sealer = new Sealer({ database, headsDir: settings.headsDir, key });
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    const pause = await sealer.sealAll().then(
      () => PAUSE_MS,
      (error: unknown) => {
        logger.error({ error: String(error) }, 'the access log was not sealed; it is tried again');
        return AFTER_A_FAULT_MS;
      },
    );
    if (!closed) timer = setTimeout(next, pause);
  };
  let running = turn();
  function next(): void {
    running = turn();
  }
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
