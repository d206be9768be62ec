import type { Watched } from './watch-connections.ts';

/** What a measured process is told at its start. */
export interface Start {
  ownerUrl: string;
  /** Who the server beside the product connects as. */
  besideUrl: string;
  secret: string;
  /** Where the master key lies. */
  dataDir: string;
}

/** What the bench asks of a measured process while it runs. */
export type Order = { is: 'START'; start: Start } | { is: 'CPU' } | { is: 'WATCH' } | { is: 'WATCHED' };

/** CPU of the process so far, in milliseconds. */
export interface Cpu {
  ms: number;
}

interface Measured {
  port: number;
  watched: Watched;
}

/** Answers the bench over the process's own channel: the measured server has no route for it. */
export function serveOrders(start: (start: Start) => Promise<Measured>): void {
  let measured: Measured | undefined;
  process.once('disconnect', () => process.exit(0));
  process.on('message', (order: Order) => {
    if (order.is === 'START') {
      start(order.start).then(
        (made) => {
          measured = made;
          process.send?.({ port: made.port });
        },
        (error: unknown) => {
          process.stderr.write(`${(error as Error).stack}\n`);
          process.exit(1);
        },
      );
    } else if (order.is === 'CPU') {
      const { user, system } = process.cpuUsage();
      process.send?.({ ms: (user + system) / 1000 } satisfies Cpu);
    } else if (measured) {
      answerWatch(order.is, measured.watched);
    }
  });
  // What is sent before somebody listens is lost.
  process.send?.({});
}

function answerWatch(order: 'WATCH' | 'WATCHED', watched: Watched): void {
  if (order === 'WATCH') {
    Object.assign(watched, { on: true, sent: [], roundTrips: 0, statements: 0 } satisfies Watched);
    process.send?.({});
  } else {
    watched.on = false;
    process.send?.(watched);
  }
}
