import type { EventBus, LiveEvent } from './events.ts';
import { type Look, lookStatement } from './look.ts';
import type { SqlStatement } from './sql-statement.ts';

/** What an operation leaves for its commit: looks for the log, events for live streams, and what is done when it holds. */
export class AtCommit {
  private readonly looks: Look[] = [];
  private readonly events: LiveEvent[] = [];
  private readonly works: (() => void)[] = [];
  private readonly bus: EventBus;
  private isOver = false;

  constructor(bus: EventBus) {
    this.bus = bus;
  }

  get isNothing(): boolean {
    return this.looks.length + this.events.length === 0;
  }

  /** @throws Error where something was left for the commit of a transaction that there is not. */
  refuseToLose(): true {
    if (this.isNothing) return true;
    throw new Error('Something was left for a commit, and there is no transaction.');
  }

  look(look: Look): void {
    if (look.patients.length > 0) this.looks.push(look);
  }

  publish(event: LiveEvent): void {
    this.events.push(event);
  }

  /** For a statement that itself tells of these events where it brings them about: it is handed their payloads. */
  payloadsOf(events: readonly LiveEvent[]): string[] {
    return this.bus.payloadsWithin(events);
  }

  /** Such a statement has told of them: what hears of events only after a commit is told as well. */
  told(events: readonly LiveEvent[]): void {
    const work = () => this.bus.afterCommit(events);
    if (this.isOver) work();
    else this.works.push(work);
  }

  afterwards(work: () => void): void {
    this.works.push(work);
  }

  /** What goes out with the commit. */
  statements(): SqlStatement[] {
    return [...this.looks.splice(0).map(lookStatement), ...this.bus.withinTransaction(this.events)];
  }

  /** The transaction has committed. */
  done(): void {
    this.isOver = true;
    for (const work of this.works.splice(0)) work();
    this.bus.afterCommit(this.events.splice(0));
  }
}
