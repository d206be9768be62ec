import { createPubSub, Repeater } from '@graphql-yoga/subscription';
import type { LiveEvent } from './events.ts';

/** Delivers events to the streams of this process. */
export interface EventHub {
  deliver(event: LiveEvent): void;
  /** Wakes every stream: after a lost connection nobody knows what was missed. */
  deliverToAll(): void;
  subscribe(names: readonly string[]): AsyncIterableIterator<LiveEvent>;
}

/** The channel every stream also listens to: something may have been missed. */
const EVERYBODY = 'everybody';

export function newEventHub(): EventHub {
  const local = createPubSub<Record<string, [LiveEvent]>>();
  return {
    deliver: (event) => local.publish(event.channel, event),
    deliverToAll: () => local.publish(EVERYBODY, { channel: EVERYBODY, ids: {} }),
    subscribe: (names) => Repeater.merge([...names, EVERYBODY].map((name) => local.subscribe(name))),
  };
}
