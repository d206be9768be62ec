import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells one process from a later one with the same number: its start time (with the boot on Linux).
 * `undefined` when no such process runs; a zombie counts as gone, because it holds nothing any more.
 */
export function identityOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (process.platform === 'win32') return answersSignals(pid) ? 'running' : undefined;
  return ps(pid, 'lstart=');
}

/** The command line of a running process, `undefined` when it is gone or cannot be seen. */
export function commandLineOf(pid: number): string | undefined {
  if (identityOf(pid) === undefined) return undefined;
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ');
  return process.platform === 'win32' ? undefined : ps(pid, 'command=');
}

function linuxIdentity(pid: number): string | undefined {
  // The name in brackets may itself hold spaces and brackets: read on from the last one.
  const fields = read(`/proc/${pid}/stat`)?.split(')').at(-1)?.trim().split(' ');
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}:${fields[19]}`;
}

function ps(pid: number, column: string): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return line.trim() || undefined;
  } catch {
    return undefined;
  }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
