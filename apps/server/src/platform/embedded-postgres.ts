import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { locateBinaries, unprivilegedAccount } from './embedded-postgres-binaries.ts';
import {
  type ClusterPaths,
  clusterPaths,
  prepareCluster,
  prepareFolder,
  readPassword,
} from './embedded-postgres-cluster.ts';
import { launchPostgres } from './embedded-postgres-launch.ts';
import { type Hold, hold, holderOf } from './folder-owner.ts';
import { commandLineOf, identityOf } from './running-process.ts';
import { StartProblem } from './start-problem.ts';

export interface EmbeddedOptions {
  /** The server's data folder (`DATA_DIR`); the database lives in its subfolder `postgres`. */
  dataDir: string;
  /** The TCP port on 127.0.0.1; a free one when left out. */
  port?: number | undefined;
  /** For tests: no fsync. A crash of the machine may then lose or break the data. */
  fast?: boolean | undefined;
  /** For tests: a file whose `embedded-postgres` package is taken instead of the one that ships with Heldwell. */
  from?: string | undefined;
  /** Called when PostgreSQL ends without `stop` having been called; gets the last lines it printed. */
  onUnexpectedExit?: ((lastLines: string) => void) | undefined;
}

export interface EmbeddedPostgres {
  /** Connection address of the superuser `postgres`, password included: never log it. */
  url: string;
  /** Ends open connections and stops PostgreSQL; resolves when it is gone. Harmless when called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that ships with Heldwell, making its data folder at the first start.
 * What a killed run left behind (an orphaned PostgreSQL, a half-made cluster, a dead mark) is cleared away first.
 * Throws `StartProblem` when the folder cannot be written, when a living process already uses it, or when
 * PostgreSQL does not come up. Nothing is left running after a throw, nor after this process ends by itself.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = unprivilegedAccount();
  const paths = clusterPaths(options.dataDir);
  const binaries = await locateBinaries(account, options.from);
  prepareFolder(paths, account);
  const held = takeFolder(paths, options.dataDir);
  try {
    await stopOrphan(paths);
    const password = prepareCluster(paths, binaries, account);
    const launched = await launchPostgres({
      binaries,
      account,
      paths,
      port: options.port,
      fast: options.fast,
    });
    // It says so in its log a moment before its file does, and others find it by the file.
    while (!runningPostmaster(paths)?.ready && !launched.ended()) await delay(5);
    let stopping = false;
    void launched.exited.then((lastLines) => {
      held.release();
      if (!stopping) options.onUnexpectedExit?.(lastLines);
    });
    const stop = () => {
      stopping = true;
      return launched.stop();
    };
    return { url: urlOf(password, launched.port), stop };
  } catch (error) {
    held.release();
    throw error;
  }
}

/**
 * The superuser's address of the database that a living process serves from `dataDir`, so that a command can work
 * on the data of a running server. `undefined` when none runs: then start one. An orphan of a killed run is not
 * returned, because the next start stops it. Throws `StartProblem` when this account may not read the password.
 */
export function findRunningEmbedded(dataDir: string): string | undefined {
  const paths = clusterPaths(dataDir);
  if (holderOf(paths.owner) === undefined) return undefined;
  const running = runningPostmaster(paths);
  return running?.ready ? urlOf(readPassword(paths), running.port) : undefined;
}

function takeFolder(paths: ClusterPaths, dataDir: string): Hold {
  const taken = hold(paths.owner);
  if (typeof taken !== 'number') return taken;
  throw new StartProblem(
    `The data folder ${dataDir} is in use by another Heldwell process (${taken}): stop it, or choose another folder with DATA_DIR.`,
  );
}

const ORPHAN_PATIENCE_MS = 20_000;

/** PostgreSQL outlives a `kill -9` of its starter and would keep its folder locked. */
async function stopOrphan(paths: ClusterPaths): Promise<void> {
  const orphan = runningPostmaster(paths);
  if (!orphan) return;
  signal(orphan.pid, 'SIGINT');
  const deadline = Date.now() + ORPHAN_PATIENCE_MS;
  while (identityOf(orphan.pid) !== undefined) {
    if (Date.now() > deadline) signal(orphan.pid, 'SIGQUIT');
    if (Date.now() > deadline + ORPHAN_PATIENCE_MS) {
      throw new StartProblem(
        `A PostgreSQL left over from an earlier run (process ${orphan.pid}) does not stop: stop it by hand.`,
      );
    }
    await delay(25);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** What postmaster.pid says, if that process still is the PostgreSQL of this cluster. */
function runningPostmaster(paths: ClusterPaths): { pid: number; port: number; ready: boolean } | undefined {
  let lines: string[];
  try {
    lines = readFileSync(paths.postmasterPid, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const isOurs = process.platform === 'win32' || commandLineOf(pid)?.includes(paths.cluster);
  if (!isOurs || identityOf(pid) === undefined) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function urlOf(password: string, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}
