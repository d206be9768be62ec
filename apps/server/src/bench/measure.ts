import type pg from 'pg';
import { backendCpu } from './backends.ts';
import { HttpConnection, type WireRequest } from './http-connection.ts';
import type { MeasuredProcess } from './measured-process.ts';

/** One server under one load for a moment. */
export interface Round {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  nodeMs: number;
  postgresMs: number | null;
}

export interface Subject {
  process: MeasuredProcess;
  role: string;
  connections: HttpConnection[];
}

export interface Length {
  ms: number;
  /** At most this many requests. */
  most: number;
}

const CONNECTIONS = 8;

export const newSubject = (process: MeasuredProcess, role: string): Subject => ({
  process,
  role,
  connections: Array.from({ length: CONNECTIONS }, () => new HttpConnection(process.port)),
});

/** Asks over all connections at once, each after its answer, until the time or the number is reached. */
export async function askFor(
  subject: Subject,
  ask: (i: number) => WireRequest,
  length: Length,
): Promise<number[]> {
  const until = performance.now() + length.ms;
  const latencies: number[] = [];
  let asked = 0;
  const one = async (connection: HttpConnection): Promise<void> => {
    while (asked < length.most && performance.now() < until) {
      asked += 1;
      const started = performance.now();
      await connection.ask(ask(asked));
      latencies.push(performance.now() - started);
    }
  };
  await Promise.all(subject.connections.map(one));
  return latencies;
}

/** One round: how fast, how even, and what it cost on both sides of the database's socket. */
export async function round(
  owner: pg.Client,
  subject: Subject,
  load: { ask(i: number): WireRequest; length: Length },
): Promise<Round> {
  const read = async () => ({
    node: await subject.process.cpu(),
    postgres: await backendCpu(owner, subject.role),
    at: performance.now(),
  });
  const before = await read();
  const latencies = await askFor(subject, load.ask, load.length);
  const seconds = (performance.now() - before.at) / 1000;
  const after = await read();
  const number = latencies.length;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: number / seconds,
    p50: latencies[Math.floor(number * 0.5)] ?? 0,
    p99: latencies[Math.floor(number * 0.99)] ?? 0,
    nodeMs: (after.node - before.node) / number,
    postgresMs:
      after.postgres === null || before.postgres === null
        ? null
        : (after.postgres - before.postgres) / number,
  };
}

/** Several rounds as one, figure by figure. */
export type Together = (figures: readonly number[]) => number;

/** The middle one: a round that was disturbed is left out. */
export const middle: Together = (figures) =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

/**
 * All of them: for two that are measured turn by turn, and compared with each other. A machine that is now quick and now slow
 * is so for both; the middle one may be a quick round of the one and a slow round of the other.
 */
export const mean: Together = (figures) => figures.reduce((sum, one) => sum + one, 0) / figures.length;

export function together(rounds: readonly Round[], as: Together): Round {
  const known = rounds.every((one) => one.postgresMs !== null);
  return {
    perSecond: as(rounds.map((one) => one.perSecond)),
    p50: as(rounds.map((one) => one.p50)),
    p99: as(rounds.map((one) => one.p99)),
    nodeMs: as(rounds.map((one) => one.nodeMs)),
    postgresMs: known ? as(rounds.map((one) => one.postgresMs ?? 0)) : null,
  };
}
