import type pg from 'pg';
import { vi } from 'vitest';
import { RequestScope } from '../../src/platform/request-scope.ts';

/** How many statements of its own a piece of work asked for: without begin, viewer, access log, notices and commit. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(RequestScope.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

/** What a piece of work sent by this pool, by names: what went out without waiting for an answer stands together. */
export async function packetsOf(pool: pg.Pool, work: () => Promise<unknown>): Promise<string[][]> {
  const packets: string[][] = [];
  const connect = pool.connect.bind(pool);
  const connecting = vi.spyOn(pool as Connects, 'connect').mockImplementation(async () => {
    const client = await connect();
    watch(client, packets);
    return client;
  });
  try {
    await work();
    return packets;
  } finally {
    connecting.mockRestore();
  }
}

/** As a scope connects: by waiting, and not by a callback. */
interface Connects {
  connect(): Promise<pg.PoolClient>;
}

type Query = (statement: string | { name?: string; text: string }) => Promise<unknown>;

/** Notes what a client sends until it is given back. */
function watch(client: pg.PoolClient, packets: string[][]): void {
  const send = client.query.bind(client) as Query;
  let waiting = 0;
  const sending = vi
    .spyOn(client as unknown as { query: Query }, 'query')
    .mockImplementation(async (sent) => {
      if (waiting === 0) packets.push([]);
      packets.at(-1)?.push(typeof sent === 'string' ? sent : (sent.name ?? sent.text));
      waiting += 1;
      try {
        return await send(sent);
      } finally {
        waiting -= 1;
      }
    });
  const giveBack = client.release.bind(client);
  const givingBack = vi.spyOn(client, 'release').mockImplementation((lost) => {
    sending.mockRestore();
    givingBack.mockRestore();
    giveBack(lost);
  });
}
