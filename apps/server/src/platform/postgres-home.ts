import { findRunningEmbedded, startEmbedded } from './embedded-postgres.ts';

/** Where the database is: an address of the owner, and how to let go of it. */
export interface PostgresHome {
  ownerUrl: string;
  servingUrl?: string;
  /** Stops what was started here; a server or a running database of somebody else's is left alone. */
  stop(): Promise<void>;
}

export interface HomeSettings {
  DATA_DIR: string;
  DATABASE_URL: string;
  DATABASE_OWNER_URL: string;
}

const nothing = (): Promise<void> => Promise.resolve();

/** The configured PostgreSQL, else the embedded one: a running one is joined only when asked. */
export async function findPostgres(
  settings: HomeSettings,
  options: { join?: boolean; onLost?: (why: string) => void } = {},
): Promise<PostgresHome> {
  const { DATABASE_URL: serving, DATABASE_OWNER_URL: owner } = settings;
  if (owner) return { ownerUrl: owner, servingUrl: serving, stop: nothing };
  if (serving) return { ownerUrl: serving, stop: nothing };
  const running = options.join ? findRunningEmbedded(settings.DATA_DIR) : undefined;
  if (running) return { ownerUrl: running, stop: nothing };
  const embedded = await startEmbedded({ dataDir: settings.DATA_DIR, onUnexpectedExit: options.onLost });
  return { ownerUrl: embedded.url, stop: () => embedded.stop() };
}
