import type { Client } from 'graphql-ws';
import type { GraphqlAnswer } from './graphql-answer.ts';

/** A live stream as a test reads it: one event after another, or its end. */
export class LiveStream<Data> {
  private readonly events: GraphqlAnswer<Data>[] = [];
  private readonly waiting: (() => void)[] = [];
  private over: unknown;
  private readonly stop: () => void;

  constructor(client: Client, request: { query: string; variables: Record<string, unknown> }) {
    this.stop = client.subscribe<Data>(request, {
      next: (event) => this.tell(() => this.events.push(event as GraphqlAnswer<Data>)),
      error: (error) => this.tell(() => (this.over = error)),
      complete: () => this.tell(() => (this.over ??= 'COMPLETE')),
    });
  }

  /** The next event's data. Throws when the stream ends or nothing comes in time. */
  async next(patienceMs = 5_000): Promise<Data> {
    await this.until(() => this.events.length > 0 || this.over !== undefined, patienceMs);
    const event = this.events.shift();
    if (!event) throw new Error(`The stream ended: ${JSON.stringify(this.over)}`);
    if (event.errors || !event.data) throw new Error(`GraphQL: ${JSON.stringify(event.errors)}`);
    return event.data;
  }

  /** Resolves when the server has ended the stream: `COMPLETE`, or the errors it was refused with. */
  async ended(patienceMs = 5_000): Promise<unknown> {
    await this.until(() => this.over !== undefined, patienceMs);
    return this.over;
  }

  /** Events that came and were not read yet. */
  get unread(): number {
    return this.events.length;
  }

  close(): void {
    this.stop();
  }

  private tell(note: () => void): void {
    note();
    for (const wake of this.waiting.splice(0)) wake();
  }

  private async until(isSo: () => boolean, patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!isSo()) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`Nothing came within ${patienceMs} ms.`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }
}
