import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, type Binaries, parentsAreOpen } from './embedded-postgres-binaries.ts';
import { StartProblem } from './start-problem.ts';

export interface ClusterPaths {
  /** `DATA_DIR/postgres`, which belongs to PostgreSQL's account. */
  folder: string;
  cluster: string;
  password: string;
  /** Which process started the PostgreSQL of this folder. */
  owner: string;
  postmasterPid: string;
}

export function clusterPaths(dataDir: string): ClusterPaths {
  const folder = path.resolve(dataDir, 'postgres');
  const cluster = path.join(folder, 'cluster');
  return {
    folder,
    cluster,
    password: path.join(folder, 'superuser.password'),
    owner: path.join(folder, 'owner'),
    postmasterPid: path.join(cluster, 'postmaster.pid'),
  };
}

/** Makes the folder, reachable for PostgreSQL's account. Throws `StartProblem` when it cannot be written. */
export function prepareFolder(paths: ClusterPaths, account: Account): void {
  const dataDir = path.dirname(paths.folder);
  try {
    makeFolder(dataDir, 0o755);
    makeFolder(paths.folder, 0o700);
    if (account.uid !== undefined && account.gid !== undefined) admit(paths.folder, account.uid, account.gid);
    const probe = path.join(paths.folder, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartProblem(
      `The data folder ${dataDir} cannot be written (${code}): choose another with DATA_DIR.`,
    );
  }
}

/** One level at a time: `recursive` would never return on a file system such as /proc, and would give every level one mode. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), 0o755);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function admit(folder: string, uid: number, gid: number): void {
  const dataDir = path.dirname(folder);
  if (!parentsAreOpen(dataDir)) {
    throw new StartProblem(
      `Only root can enter the parents of ${dataDir}: choose another folder with DATA_DIR.`,
    );
  }
  chownSync(folder, uid, gid);
  const { mode } = statSync(dataDir);
  // Enter, not list: whatever else lies in the data folder (keys, files) keeps its own narrow rights.
  if ((mode & 0o001) === 0) chmodSync(dataDir, (mode & 0o777) | 0o001);
}

/** Makes the cluster if it is not there yet; returns the superuser's password. */
export function prepareCluster(paths: ClusterPaths, binaries: Binaries, account: Account): string {
  if (!existsSync(paths.cluster)) makeCluster(paths, binaries, account);
  const major = readFileSync(path.join(paths.cluster, 'PG_VERSION'), 'utf8').trim();
  const shipped = runQuietly(binaries.postgres, ['--version'], account).match(/\) (\d+)/)?.[1];
  if (major !== shipped) {
    throw new StartProblem(
      `${paths.cluster} was written by PostgreSQL ${major}, this version brings ${shipped}: move the data by pg_dump.`,
    );
  }
  return readPassword(paths);
}

/** The superuser's password. Throws `StartProblem` when this account may not read it. */
export function readPassword(paths: ClusterPaths): string {
  try {
    return readFileSync(paths.password, 'utf8').trim();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartProblem(`The database password in ${paths.password} cannot be read (${code}).`);
  }
}

/** initdb works beside the final place: a run killed half way leaves nothing that looks like a cluster. */
function makeCluster(paths: ClusterPaths, binaries: Binaries, account: Account): void {
  const part = `${paths.cluster}.part`;
  rmSync(part, { recursive: true, force: true });
  rmSync(paths.password, { force: true });
  writeFileSync(paths.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined)
    chownSync(paths.password, account.uid, account.gid);
  const locale =
    process.platform === 'linux'
      ? ['--locale=C.UTF-8']
      : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${paths.password}`];
  runQuietly(binaries.initdb, ['-D', part, ...login, '--encoding=UTF8', ...locale], account);
  renameSync(part, paths.cluster);
}

function runQuietly(program: string, args: string[], account: Account): string {
  try {
    return execFileSync(program, args, {
      ...account,
      cwd: path.dirname(program),
      env: postgresEnvironment,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    const stderr = String((error as { stderr?: unknown }).stderr ?? '').trim();
    throw new StartProblem(`PostgreSQL could not be prepared: ${stderr || String(error)}`);
  }
}

/** What PostgreSQL's programs see of the environment: English messages, UTC, and nothing of ours. */
export const postgresEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
