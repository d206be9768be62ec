import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Database } from './database.ts';
import { logger } from './logger.ts';

/** What to do for each kind of job, by the name it was put into the queue under. A job that throws is tried again. */
export type Tasks = Record<string, (payload: Record<string, unknown>) => Promise<void>>;

export interface Jobs {
  /** Takes no more jobs and lets those under way finish; called again, it is the same. */
  close(): Promise<void>;
}

/** Jobs of one process that run at the same time. */
const AT_ONCE = 3;
/** The queue's schema, apart from ours: its library makes and changes what is in it. */
const SCHEMA = 'heldwell_jobs';
/** How often a process looks for jobs that a dead one held. */
const LOOK_MS = 15_000;

/**
 * Brings the queue's own tables up to date, as the owner; they are the queue's library's, not ours.
 * @throws Error when the database does not answer.
 */
export const migrateJobs = (ownerUrl: string): Promise<void> =>
  runMigrations({
    connectionString: ownerUrl,
    schema: SCHEMA,
    maxPoolSize: 1,
    noHandleSignals: true,
    logger: quiet(),
  });

/**
 * Works jobs off until it is closed: each at least once, also when a process dies in the middle of one. Jobs are put in
 * by SQL within the transaction of a change (`heldwell.tell`), so that there is a job if and only if there is a change.
 */
export async function startJobs(database: Database, tasks: Tasks): Promise<Jobs> {
  const pgPool = newPool(database.urls.system);
  const events = new EventEmitter() as WorkerEvents;
  const named = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const runner = await runTasks(tasks, { pgPool, events }).catch(async (error: unknown) => {
    await pgPool.end();
    throw error;
  });
  const sign = new SignOfLife(pgPool, await named);
  await sign.look();
  const stop = async (): Promise<void> => {
    await runner.stop().catch(() => undefined);
    sign.close();
    await pgPool.end();
  };
  let stopping: Promise<void> | undefined;
  return {
    close: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Connections of the queue alone: those that serve people never wait for a job. */
function newPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: AT_ONCE + 2, application_name: 'heldwell-jobs' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function runTasks(tasks: Tasks, stands: { pgPool: pg.Pool; events: WorkerEvents }): Promise<Runner> {
  const entries = Object.entries(tasks).map(([name, task]) => [
    name,
    (payload: unknown) => task(payload as Record<string, unknown>),
  ]);
  return run({
    ...stands,
    schema: SCHEMA,
    concurrency: AT_ONCE,
    pollInterval: 2_000,
    noHandleSignals: true,
    parsedCronItems: [],
    taskList: Object.fromEntries(entries) as TaskList,
    logger: quiet(),
  });
}

/** Jobs are locked under the id of a pool of workers: those whose lock of life nobody holds are given back. */
const GIVE_BACK = `select ${SCHEMA}.force_unlock_workers(array(
  select j.pool from (select distinct locked_by as pool from ${SCHEMA}._private_jobs where locked_by is not null) j
   where pg_try_advisory_xact_lock(hashtextextended('jobs of ' || j.pool, 0))))`;

/**
 * The library gives a dead process's jobs back after four hours. A lock on a connection ends with its process, so that
 * the others see within seconds whose jobs nobody does any more.
 */
class SignOfLife {
  private held: pg.PoolClient | undefined;
  private readonly pool: pg.Pool;
  private readonly id: string;
  private readonly timer: NodeJS.Timeout;

  constructor(pool: pg.Pool, id: string) {
    this.pool = pool;
    this.id = id;
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
  }

  /** Holds its own lock, and gives back what was held by processes that are gone. Never fails. */
  async look(): Promise<void> {
    try {
      this.held ??= await this.hold();
      await this.pool.query(GIVE_BACK);
    } catch (error) {
      logger.warn({ reason: (error as Error).message }, 'jobs: those of dead processes were not looked for');
    }
  }

  close(): void {
    clearInterval(this.timer);
    this.held?.release(true);
    this.held = undefined;
  }

  private async hold(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    const lose = () => {
      if (this.held === client) this.held = undefined;
    };
    client.once('error', lose);
    client.once('end', lose);
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`jobs of ${this.id}`]);
    return client;
  }
}

/** The library's log in ours: what failed and how often, never what a job was about. */
function quiet(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') logger.warn({ job: message }, 'jobs');
    else logger.debug({ job: message }, 'jobs');
  });
}
