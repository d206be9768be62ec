import { openDatabase } from '../../src/platform/database.ts';
import { openPostgresBus } from '../../src/platform/event-bus-postgres.ts';
import { openRedisBus } from '../../src/platform/event-bus-redis.ts';
import { testSealing } from '../builders/sealed.ts';
import type { TestDatabase } from './a-database.ts';
import { aServer, type TestServer } from './a-server.ts';
import { afterFile } from './after-file.ts';
import { TEST_SECRET } from './cluster.ts';

/** A server with connections, an event bus and unwrapped keys of its own over the same database, as another process has. */
export async function anotherProcess(db: TestDatabase, redisUrl?: string, pool = 3): Promise<TestServer> {
  const database = await openDatabase({ ownerUrl: db.ownerUrl, secret: TEST_SECRET, pool });
  const bus = redisUrl
    ? await openRedisBus(redisUrl, database.urls.serving)
    : await openPostgresBus(database.urls.serving);
  const sealing = testSealing();
  sealing.forgetOnChange(bus);
  const server = await aServer({ ...db, services: { ...db.services, database, bus, sealing } });
  // Before the database it is over: hooks run last one first.
  afterFile(async () => {
    await server.close();
    await Promise.all([bus.close(), database.close()]);
  });
  return server;
}
