import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** CPU so far of the database's processes that serve one role, in milliseconds; null where the system does not say. */
export async function backendCpu(owner: pg.Client, role: string): Promise<number | null> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where usename = $1 and datname = current_database() and application_name not like '%-events'`,
    [role],
  );
  try {
    return rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
  } catch {
    return null;
  }
}

/** Linux counts a process's time on a processor in nanoseconds. */
const cpuOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
