import type { LiveEvent } from './events.ts';

/** Most events kept for a stream that is slower than they come; beyond, it is told to look for itself. */
const MOST_WAITING = 1_000;
/** What every stream hears when nobody knows what was missed. */
export const LOOK_YOURSELF: LiveEvent = { channel: 'everybody', ids: {} };

type Next = IteratorResult<LiveEvent, undefined>;

/** The events of one stream, kept until it reads them. `return` ends it at once, even while it waits. */
class EventQueue implements AsyncIterableIterator<LiveEvent> {
  private waiting: LiveEvent[] = [];
  private reader: ((next: Next) => void) | undefined;
  private ended = false;
  private readonly onEnd: (queue: EventQueue) => void;

  constructor(onEnd: (queue: EventQueue) => void) {
    this.onEnd = onEnd;
  }

  push(event: LiveEvent): void {
    const { reader } = this;
    this.reader = undefined;
    if (reader) reader({ value: event, done: false });
    else if (this.waiting.length < MOST_WAITING) this.waiting.push(event);
    else this.waiting = [LOOK_YOURSELF];
  }

  next(): Promise<Next> {
    const event = this.waiting.shift();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => {
      this.reader = resolve;
    });
  }

  return(): Promise<Next> {
    this.ended = true;
    this.waiting = [];
    this.reader?.({ value: undefined, done: true });
    this.reader = undefined;
    this.onEnd(this);
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Delivers events to the streams of this process. */
export class EventHub {
  private readonly listeners = new Map<string, Set<EventQueue>>();
  private readonly hearing: ((event: LiveEvent) => void)[] = [];

  /** Calls for every event, whatever its channel. */
  listen(hear: (event: LiveEvent) => void): void {
    this.hearing.push(hear);
  }

  deliver(event: LiveEvent): void {
    for (const hear of this.hearing) hear(event);
    for (const queue of this.listeners.get(event.channel) ?? []) queue.push(event);
  }

  /** Wakes every stream: after a lost connection nobody knows what was missed. */
  deliverToAll(): void {
    const everyone = new Set([...this.listeners.values()].flatMap((queues) => [...queues]));
    for (const queue of everyone) queue.push(LOOK_YOURSELF);
  }

  subscribe(names: readonly string[]): AsyncIterableIterator<LiveEvent> {
    const queue = new EventQueue((ended) => {
      for (const name of names) {
        const queues = this.listeners.get(name);
        queues?.delete(ended);
        if (queues?.size === 0) this.listeners.delete(name);
      }
    });
    for (const name of names) this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(queue));
    return queue;
  }

  /** How many channels somebody listens to. */
  get size(): number {
    return this.listeners.size;
  }
}
