import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account, Binaries } from './embedded-postgres-binaries.ts';
import { type ClusterPaths, postgresEnvironment } from './embedded-postgres-cluster.ts';
import { StartProblem } from './start-problem.ts';

export interface LaunchRequest {
  binaries: Binaries;
  account: Account;
  paths: ClusterPaths;
  port?: number | undefined;
  fast?: boolean | undefined;
}

export interface LaunchedPostgres {
  port: number;
  /** Resolves when PostgreSQL has ended, whoever ended it, with the last lines it printed. */
  exited: Promise<string>;
  ended(): boolean;
  stop(): Promise<void>;
}

const ATTEMPTS = 20;
const RETRY_MS = 250;
const PATIENCE_MS = 30_000;

/** Starts PostgreSQL and waits until it answers; tries again while its predecessor's memory or a port is still held. */
export async function launchPostgres(request: LaunchRequest): Promise<LaunchedPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const port = request.port ?? (await freePort());
    const child = spawnPostgres(request, port);
    const output = keepLastLines(child);
    const exited = once(child, 'exit').then(() => output.text);
    if (await isReady(child, exited, output)) return guard(child, port, exited);
    const memoryHeld = /shared memory block .* is still in use|postmaster\.pid" already exists/.test(
      output.text,
    );
    const portLost = /Address already in use/.test(output.text);
    const again = memoryHeld || (portLost && request.port === undefined);
    if (!again || attempt === ATTEMPTS) throw new StartProblem(reason(output.text, port, portLost));
    await delay(RETRY_MS);
  }
}

function reason(output: string, port: number, portLost: boolean): string {
  if (portLost) return `PostgreSQL cannot listen on port ${port}: it is taken.`;
  return `PostgreSQL did not start: ${output.trim() || 'it ended without a word.'}`;
}

function spawnPostgres({ binaries, account, paths, fast }: LaunchRequest, port: number): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=256MB',
    'jit=off',
    'log_checkpoints=off',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const args = ['-D', paths.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  // Its own process group: Ctrl-C reaches us alone, and we stop PostgreSQL after our own work has ended.
  return spawn(binaries.postgres, args, {
    ...account,
    cwd: paths.cluster,
    env: postgresEnvironment,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function keepLastLines(child: ChildProcess): { text: string } {
  const output = { text: '' };
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    output.text = (output.text + chunk).slice(-4096);
  });
  child.once('error', (error) => {
    output.text += error.message;
    child.emit('exit', null, null);
  });
  return output;
}

async function isReady(
  child: ChildProcess,
  exited: Promise<string>,
  output: { text: string },
): Promise<boolean> {
  const ready = new Promise<boolean>((resolve) => {
    child.stderr?.on('data', () => {
      if (output.text.includes('ready to accept connections')) resolve(true);
    });
  });
  return Promise.race([ready, exited.then(() => false)]);
}

function guard(child: ChildProcess, port: number, exited: Promise<string>): LaunchedPostgres {
  // Also when the program ends by process.exit or an uncaught error: a signal is all that can still be sent then.
  const stopWithUs = () => child.kill('SIGINT');
  process.once('exit', stopWithUs);
  const gone = exited.finally(() => process.off('exit', stopWithUs));
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return { port, exited: gone, ended, stop: () => stopChild(child, gone) };
}

async function stopChild(child: ChildProcess, gone: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
  const slow = setTimeout(() => child.kill('SIGQUIT'), PATIENCE_MS);
  await gone;
  clearTimeout(slow);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
