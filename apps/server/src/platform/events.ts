import type { SqlStatement } from './sql-statement.ts';

/** Something happened: ids only, never content. Whoever may know reads it afresh under their own consent. */
export interface LiveEvent {
  channel: string;
  ids: Record<string, string | number>;
}

/** Carries live events between server processes. */
export interface EventBus {
  /** Statements to run in the transaction that made the events, so that they go out at its commit. */
  withinTransaction(events: readonly LiveEvent[]): SqlStatement[];
  /** The same as payloads, for a statement that itself tells of what it does, by `pg_notify` on the channel `heldwell`. */
  payloadsWithin(events: readonly LiveEvent[]): string[];
  /** Sends what could not travel with the transaction; called after its commit, never fails. */
  afterCommit(events: readonly LiveEvent[]): void;
  /** Events of some channels from now on, until `return` is called. Bursts beyond the reader's pace are kept as one. */
  subscribe(channels: readonly string[]): AsyncIterableIterator<LiveEvent>;
  /** Calls for every event this process hears of. */
  listen(hear: (event: LiveEvent) => void): void;
  close(): Promise<void>;
}

export const channels = {
  record: (patientId: string): string => `record:${patientId}`,
  thread: (threadId: string): string => `thread:${threadId}`,
  inbox: (teamId: string): string => `inbox:${teamId}`,
  /** Grants of a record changed: every stream on it is judged again. */
  access: (patientId: string): string => `access:${patientId}`,
  session: (sessionId: string): string => `session:${sessionId}`,
  /** What a person is told of, in whichever app. */
  notices: (personId: string): string => `notices:${personId}`,
};
