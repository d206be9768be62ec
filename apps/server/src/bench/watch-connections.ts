import type pg from 'pg';
import type { SqlStatement } from '../platform/sql-statement.ts';

/** What one request sent to the database. */
export interface Watched {
  /** Its own statements, as the operation counts them. */
  statements: number;
  /** Everything it sent, in order. */
  sent: SqlStatement[];
  /** How often it waited for answers before it sent more. */
  roundTrips: number;
  /** Only while on is anything kept. */
  on: boolean;
}

type Query = (this: object, ...args: unknown[]) => unknown;

/** Looks over the shoulder of every connection of a process; costs a comparison while it is off. */
export function watchConnections(client: typeof pg.Client): Watched {
  const watched: Watched = { statements: 0, sent: [], roundTrips: 0, on: false };
  const prototype = client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const waiting = new WeakMap<object, number>();
  prototype.query = function (...args) {
    const answer = query.apply(this, args);
    if (!watched.on || !(answer instanceof Promise)) return answer;
    watched.sent.push(statementOf(args[0], args[1]));
    const before = waiting.get(this) ?? 0;
    if (before === 0) watched.roundTrips += 1;
    waiting.set(this, before + 1);
    const done = () => waiting.set(this, (waiting.get(this) ?? 1) - 1);
    answer.then(done, done);
    return answer;
  };
  return watched;
}

function statementOf(config: unknown, values: unknown): SqlStatement {
  if (typeof config !== 'string') return config as SqlStatement;
  return Array.isArray(values) ? { text: config, values } : { text: config };
}
