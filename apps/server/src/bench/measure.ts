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

/** The middle of several rounds, figure by figure. */
export function medianOf(rounds: Round[]): Round {
  const middle = (pick: (round: Round) => number): number => {
    const sorted = rounds.map(pick).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const known = rounds.every((one) => one.postgresMs !== null);
  return {
    perSecond: middle((one) => one.perSecond),
    p50: middle((one) => one.p50),
    p99: middle((one) => one.p99),
    nodeMs: middle((one) => one.nodeMs),
    postgresMs: known ? middle((one) => one.postgresMs ?? 0) : null,
  };
}
