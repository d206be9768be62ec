import { migrate } from '../database/migrate.ts';
import { type Env, sendsMails } from '../env.ts';
import { systemClock } from '../platform/clock.ts';
import type { Services } from '../platform/context.ts';
import { openDatabase, refuseReplacedClock } from '../platform/database.ts';
import { DiskStore } from '../platform/documents/disk-store.ts';
import { openPostgresBus } from '../platform/event-bus-postgres.ts';
import { openRedisBus } from '../platform/event-bus-redis.ts';
import { logger } from '../platform/logger.ts';
import { findPostgres } from '../platform/postgres-home.ts';
import { fileKeyProvider } from '../platform/sealing/file-key-provider.ts';
import type { KeyProvider } from '../platform/sealing/key-provider.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { VaultKeyProvider } from '../platform/sealing/vault-key-provider.ts';
import { installationSecret } from '../platform/secrets.ts';
import { signInProviders } from './sign-in-providers.ts';

/** A migrated database, the event bus, and how to close both: what the server and every command stand on. */
export interface Installation {
  services: Services;
  close(): Promise<void>;
}

/** Opens the installation the settings describe. With `join`, a database that already runs is used. */
export async function openInstallation(
  env: Env,
  options: { join?: boolean; onLost?: (why: string) => void } = {},
): Promise<Installation> {
  logger.level = env.LOG_LEVEL;
  const home = await findPostgres(env, options);
  const opened: (() => Promise<void>)[] = [() => home.stop()];
  const close = async () => {
    for (const closing of [...opened].reverse()) await closing().catch(() => undefined);
  };
  try {
    const secret = installationSecret(env.HELDWELL_SECRET, env.DATA_DIR);
    const { ownerUrl, servingUrl } = home;
    await migrate({ ownerUrl, secret, ...(servingUrl && { servingUrl }) });
    const database = await openDatabase({
      ownerUrl,
      secret,
      pool: env.DATABASE_POOL,
      ...(servingUrl && { servingUrl }),
    });
    opened.push(() => database.close());
    if (env.NODE_ENV === 'production') await refuseReplacedClock(database);
    const bus = env.REDIS_URL
      ? await openRedisBus(env.REDIS_URL, database.urls.serving)
      : await openPostgresBus(database.urls.serving);
    opened.push(() => bus.close());
    const sealing = new Sealing(keyProviderOf(env), secret);
    sealing.forgetOnChange(bus);
    const services = { database, bus, clock: systemClock, secret, sealing, ...chosenBy(env) };
    return { services, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What services take from the settings alone. */
const chosenBy = (env: Env) => ({
  documents: {
    store: new DiskStore(env.DOCUMENTS_DIR),
    mostBytes: env.DOCUMENT_MOST_MB * 1_000_000,
  },
  publicUrl: env.PUBLIC_URL,
  rateLimits: env.RATE_LIMITS,
  mails: sendsMails(env),
  providers: signInProviders(env),
});

/** Where the master key is: Vault where one is named, else a file of this installation. */
function keyProviderOf({ VAULT_ADDR, VAULT_TOKEN, VAULT_KEY, DATA_DIR }: Env): KeyProvider {
  if (!VAULT_ADDR) return fileKeyProvider(DATA_DIR);
  return new VaultKeyProvider({ address: VAULT_ADDR, token: VAULT_TOKEN, key: VAULT_KEY });
}
