import { Redis } from 'ioredis';
import { EventHub } from './event-hub.ts';
import type { EventBus, LiveEvent } from './events.ts';
import { logger } from './logger.ts';

const CHANNEL = 'heldwell';
/** How often streams look for themselves, so that a lost publish costs seconds, never an event. */
const SWEEP_MS = 2_000;

/** Live events through Redis, sent after the commit they belong to. */
export async function openRedisBus(url: string): Promise<EventBus> {
  const hub = new EventHub();
  const listening = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  const sending = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true });
  for (const client of [listening, sending]) {
    client.on('error', (error: Error) => logger.warn({ reason: error.message }, 'live events: Redis'));
  }
  listening.on('message', (_channel, payload: string) => hub.deliver(JSON.parse(payload) as LiveEvent));
  listening.on('ready', () => hub.deliverToAll());
  await Promise.all([listening.connect(), sending.connect()]);
  await listening.subscribe(CHANNEL);
  const sweep = setInterval(() => hub.deliverToAll(), SWEEP_MS);
  sweep.unref();
  return {
    withinTransaction: () => [],
    afterCommit(events) {
      for (const event of events) {
        sending.publish(CHANNEL, JSON.stringify(event)).catch((error: Error) => {
          // This process at least need not wait for the sweep.
          logger.warn({ reason: error.message }, 'live events: not published');
          hub.deliver(event);
        });
      }
    },
    subscribe: (names) => hub.subscribe(names),
    listen: (hear) => hub.listen(hear),
    async close() {
      clearInterval(sweep);
      listening.disconnect();
      sending.disconnect();
    },
  };
}
