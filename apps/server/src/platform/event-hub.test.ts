import { describe, expect, it } from 'vitest';
import { EventHub, LOOK_YOURSELF } from './event-hub.ts';
import type { EventBus } from './events.ts';
import { deliveries } from './stream.ts';

const event = (channel: string, number = 0) => ({ channel, ids: { number } });
const busOf = (hub: EventHub) =>
  ({ subscribe: (names: readonly string[]) => hub.subscribe(names) }) as EventBus;

describe('the event hub', () => {
  it('keeps events for a stream that is busy, in order, and only of its channels', async () => {
    const hub = new EventHub();
    const stream = hub.subscribe(['a', 'b']);
    for (const one of [event('a', 1), event('c', 2), event('b', 3)]) hub.deliver(one);
    expect((await stream.next()).value).toEqual(event('a', 1));
    expect((await stream.next()).value).toEqual(event('b', 3));
  });

  it('tells a stream that fell far behind to look for itself, and keeps no endless queue', async () => {
    const hub = new EventHub();
    const stream = hub.subscribe(['a']);
    for (let number = 0; number <= 1_000; number += 1) hub.deliver(event('a', number));
    expect((await stream.next()).value).toEqual(LOOK_YOURSELF);
  });

  it('ends a stream at once while it waits, and forgets it', async () => {
    const hub = new EventHub();
    const stream = deliveries(busOf(hub), ['a'], {});
    expect((await stream.next()).value).toEqual({ event: null, state: {} });
    const waiting = stream.next();
    await stream.return?.();
    expect((await waiting).done).toBe(true);
    expect(hub.size).toBe(0);
  });

  it('wakes every stream once when nobody knows what was missed', async () => {
    const hub = new EventHub();
    const stream = hub.subscribe(['a', 'b']);
    hub.deliverToAll();
    hub.deliver(event('a', 1));
    expect((await stream.next()).value).toEqual(LOOK_YOURSELF);
    expect((await stream.next()).value).toEqual(event('a', 1));
  });
});
