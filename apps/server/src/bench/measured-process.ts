import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cpu, Order, Start } from './orders.ts';
import type { Watched } from './watch-connections.ts';

/** A measured server in a process of its own. */
export interface MeasuredProcess {
  port: number;
  /** CPU of the process so far, in milliseconds. */
  cpu(): Promise<number>;
  /** What the requests made by `work` sent to the database. */
  watch(work: () => Promise<unknown>): Promise<Watched>;
  stop(): Promise<void>;
}

/** Starts one of the servers; its file ends as this one does, so that sources and the build both run. */
export async function startMeasured(
  file: 'product' | 'plain' | 'bare',
  start: Start,
): Promise<MeasuredProcess> {
  const extension = extname(fileURLToPath(import.meta.url));
  const child = fork(new URL(`./${file}-process${extension}`, import.meta.url), {
    env: { NODE_ENV: 'production', PATH: '' },
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The ${file} server ended (${String(code)}).`);
  });
  gone.catch(() => undefined);
  const ask = <T>(order: Order) => Promise.race([askOf<T>(child, order), gone]);
  await Promise.race([once(child, 'message'), gone]);
  const { port } = await ask<{ port: number }>({ is: 'START', start });
  return {
    port,
    cpu: async () => (await ask<Cpu>({ is: 'CPU' })).ms,
    watch: async (work) => {
      await ask({ is: 'WATCH' });
      await work();
      return ask<Watched>({ is: 'WATCHED' });
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function askOf<T>(child: ChildProcess, order: Order): Promise<T> {
  const answer = once(child, 'message') as Promise<[T]>;
  child.send(order);
  return (await answer)[0];
}
