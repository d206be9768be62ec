import pg from 'pg';
import { EventHub } from './event-hub.ts';
import type { EventBus, LiveEvent } from './events.ts';
import { logger } from './logger.ts';

const CHANNEL = 'heldwell';
const NOTIFY = 'select pg_notify($1, payload) from unnest($2::text[]) payload';
/** Events one notification carries: ids only, so that ten of them stay far below PostgreSQL's 8,000 bytes. */
const TOGETHER = 10;

/** The bus through PostgreSQL, which can also be told of what is no longer in a transaction. */
export interface PostgresBus extends EventBus {
  /** @throws Error when the listening connection is down. */
  tell(events: readonly LiveEvent[]): Promise<void>;
}

/**
 * Live events through PostgreSQL: NOTIFY within the transaction, so that an event exists exactly when its change
 * does. A lost listening connection is opened again, and then every stream looks for itself.
 */
export async function openPostgresBus(connectionString: string, hub = new EventHub()): Promise<PostgresBus> {
  const listener = new Listener(connectionString, hub);
  await listener.connect();
  return {
    withinTransaction: (events) => {
      if (events.length === 0) return [];
      return [{ name: 'notify', text: NOTIFY, values: [CHANNEL, payloadsOf(events)] }];
    },
    payloadsWithin: payloadsOf,
    afterCommit: () => undefined,
    subscribe: (names) => hub.subscribe(names),
    listen: (hear) => hub.listen(hear),
    tell: (events) => listener.tell(events),
    close: () => listener.close(),
  };
}

/** A change that concerns several channels wakes the listeners once. */
function payloadsOf(events: readonly LiveEvent[]): string[] {
  const starts = Array.from({ length: Math.ceil(events.length / TOGETHER) }, (_, i) => i * TOGETHER);
  return starts.map((start) => JSON.stringify(events.slice(start, start + TOGETHER)));
}

class Listener {
  private client: pg.Client | undefined;
  private closed = false;
  private readonly connectionString: string;
  private readonly hub: EventHub;

  constructor(connectionString: string, hub: EventHub) {
    this.connectionString = connectionString;
    this.hub = hub;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'heldwell-events',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => {
      for (const event of JSON.parse(payload ?? '[]') as LiveEvent[]) this.hub.deliver(event);
    });
    client.on('error', () => undefined);
    client.once('end', () => this.reconnect());
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
  }

  async tell(events: readonly LiveEvent[]): Promise<void> {
    if (!this.client) throw new Error('The listening connection is down.');
    await this.client.query(NOTIFY, [CHANNEL, payloadsOf(events)]);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private reconnect(): void {
    if (this.closed) return;
    setTimeout(() => {
      if (this.closed) return;
      this.connect().then(
        () => this.hub.deliverToAll(),
        (error: Error) =>
          logger.warn({ reason: error.message }, 'live events: the listening connection is down'),
      );
    }, 250).unref();
  }
}
