import { Redis } from 'ioredis';
import { openPostgresBus } from './event-bus-postgres.ts';
import { EventHub } from './event-hub.ts';
import type { EventBus, LiveEvent } from './events.ts';
import { logger } from './logger.ts';
import { StartProblem } from './start-problem.ts';

const CHANNEL = 'heldwell';
/** Redis answers within a millisecond or two; later than this it is taken to be gone, and PostgreSQL carries the event. */
const PATIENCE_MS = 100;

/**
 * Live events through Redis, sent after the commit they belong to. What Redis does not take goes through PostgreSQL, to
 * which every process listens as well; a connection that was lost has every stream look for itself. So no event is lost
 * while Redis is paused or gone, and nothing is asked again and again in case one were.
 */
export async function openRedisBus(url: string, databaseUrl: string): Promise<EventBus> {
  const hub = new EventHub();
  const listening = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  const sending = new Redis(url, {
    ...{ maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true },
    commandTimeout: PATIENCE_MS,
  });
  for (const client of [listening, sending]) {
    client.on('error', (error: Error) => logger.warn({ reason: error.message }, 'live events: Redis'));
  }
  listening.on('message', (_channel, payload: string) => hub.deliver(JSON.parse(payload) as LiveEvent));
  await connect([listening, sending]);
  await listening.subscribe(CHANNEL);
  const postgres = await openPostgresBus(databaseUrl, hub);
  listening.on('ready', () => hub.deliverToAll());
  const instead = async (event: LiveEvent, error: Error) => {
    logger.warn({ reason: error.message }, 'live events: Redis did not take one');
    // This process at least need not wait until PostgreSQL is back.
    await postgres.tell([event]).catch(() => hub.deliver(event));
  };
  return {
    withinTransaction: () => [],
    payloadsWithin: () => [],
    afterCommit(events) {
      for (const event of events) {
        sending.publish(CHANNEL, JSON.stringify(event)).catch((error: Error) => instead(event, error));
      }
    },
    subscribe: (names) => hub.subscribe(names),
    listen: (hear) => hub.listen(hear),
    async close() {
      listening.disconnect();
      sending.disconnect();
      await postgres.close();
    },
  };
}

/** @throws StartProblem when Redis does not answer. */
async function connect(clients: readonly Redis[]): Promise<void> {
  try {
    await Promise.all(clients.map((client) => client.connect()));
  } catch (error) {
    for (const client of clients) client.disconnect();
    throw new StartProblem(`Redis does not answer at REDIS_URL: ${(error as Error).message}`);
  }
}
