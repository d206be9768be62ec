import type { Socket } from 'node:net';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { type ServingUrls, servingUrls } from './serving-roles.ts';
import { StartProblem } from './start-problem.ts';

/** The one place that opens connections: one pool serves people, small ones what is delivered to them, feeds and jobs. */
export interface Database {
  /** Connections as the serving role: owns nothing, bound by row security. */
  readonly serving: pg.Pool;
  /** The same for what nobody waits to be answered: streams and downloads end on time however many ask and write. */
  readonly delivering: pg.Pool;
  /** Connections as the system role, for `asSystem` alone. */
  readonly system: pg.Pool;
  /** One connection, made at its first use, as the role that chains the access log. */
  readonly sealing: pg.Pool;
  /** TypeORM over the system role: entities for the rarer writes. */
  readonly systemSource: DataSource;
  /** Address of the serving role, for connections that only listen. */
  readonly urls: ServingUrls;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The owner's address: migrations, roles. */
  ownerUrl: string;
  /** The serving role's address; left out, a role of our own serves. */
  servingUrl?: string;
  secret: string;
  /** Connections that serve people; a quarter as many more deliver. */
  pool: number;
}

// Counts and positions fit a double; a bigint as text would surprise every reader.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Dates stay the ISO text PostgreSQL writes: no time zone can move a birthday.
pg.types.setTypeParser(pg.types.builtins.DATE, String);

/** How long a database may take to answer before it is said not to. */
const PATIENCE_MS = 10_000;
const session = '-c search_path=heldwell -c timezone=UTC -c jit=off -c statement_timeout=15000';
/**
 * One plan for all values, made at a statement's first use on a connection: a page of an index read in its order. A plan
 * for the values at hand counts the policy's condition and the statement's own as two, takes a team of 10,000
 * discussions for one of a hundred, and reads and sorts them all (730 ms in place of 4).
 */
const sameForAll = '-c plan_cache_mode=force_generic_plan';

/**
 * Opens the pools and refuses a serving role that could bypass row security.
 * @throws StartProblem when the database does not answer or the serving role may do too much.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const urls = servingUrls(options);
  const serving = newPool(urls.serving, options.pool);
  const delivering = newPool(urls.serving, Math.ceil(options.pool / 4));
  const systemSource = new DataSource({
    type: 'postgres',
    url: urls.system,
    schema: 'heldwell',
    installExtensions: false,
    entities: [],
    connectTimeoutMS: PATIENCE_MS,
    extra: { max: 4, options: session, application_name: 'heldwell-system' },
  });
  const sealing = newPool(urls.sealing, 1);
  const close = async () => {
    await Promise.allSettled([
      serving.end(),
      delivering.end(),
      sealing.end(),
      systemSource.isInitialized ? systemSource.destroy() : undefined,
    ]);
  };
  try {
    await systemSource.initialize();
    await refusePrivileged(serving);
  } catch (error) {
    await close();
    throw error instanceof StartProblem ? error : unreachable(error);
  }
  const system = (systemSource.driver as unknown as { master: pg.Pool }).master;
  return { serving, delivering, system, sealing, systemSource, urls, close };
}

/** A connection as the owner, for migrations alone. */
export type OwnerSource = Pick<
  DataSource,
  'query' | 'transaction' | 'createQueryRunner' | 'runMigrations' | 'destroy'
>;

/** @throws StartProblem when the database does not answer. */
export async function openOwnerSource(url: string, migrations: MigrationClass[]): Promise<OwnerSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'heldwell',
    installExtensions: false,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    connectTimeoutMS: PATIENCE_MS,
    extra: { max: 2, options: '-c search_path=heldwell -c timezone=UTC -c client_min_messages=warning' },
  });
  return source.initialize().catch((error: unknown) => {
    throw unreachable(error);
  });
}

type MigrationClass = new () => MigrationInterface;

/** A pool whose statements may follow one another without waiting: begin, viewer and read in one round trip. */
function newPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    min: Math.min(2, max - 1),
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: PATIENCE_MS,
    options: `${session} ${sameForAll}`,
    application_name: 'heldwell',
    pipeline: true,
  } as pg.PoolConfig);
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

async function refusePrivileged(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; reason: string | null }>(`
    select current_user as name, case
      when r.rolsuper then 'a superuser'
      when r.rolbypassrls then 'allowed to bypass row security'
      when pg_has_role(current_user, n.nspowner, 'MEMBER') then 'the owner of the tables'
      when pg_has_role(current_user, 'heldwell_system', 'MEMBER') then 'a member of the system role'
      when pg_has_role(current_user, 'heldwell_sealer', 'MEMBER') then 'a member of the sealing role'
      when pg_has_role(current_user, 'heldwell_consent', 'MEMBER') then 'a member of the consent role' end as reason
    from pg_roles r, pg_namespace n where r.rolname = current_user and n.nspname = 'heldwell'`);
  const reason = rows[0]?.reason;
  if (reason) {
    throw new StartProblem(
      `DATABASE_URL signs in as “${rows[0]?.name}”, which is ${reason}: Heldwell serves only with a role bound by row security.`,
    );
  }
}

/**
 * What is judged in SQL must be judged at the database's own time: tests replace it.
 * @throws StartProblem when `heldwell.now()` is not PostgreSQL's.
 */
export async function refuseReplacedClock(database: Pick<Database, 'serving'>): Promise<void> {
  const { rows } = await database.serving.query<{ source: string }>(
    `select prosrc as source from pg_proc where proname = 'now' and pronamespace = 'heldwell'::regnamespace`,
  );
  if (rows[0]?.source !== 'select pg_catalog.now()') {
    throw new StartProblem(
      'The clock heldwell.now() was replaced, as tests do: Heldwell does not serve people by it.',
    );
  }
}

/** One sentence for a database that does not answer, without its password. */
function unreachable(error: unknown): StartProblem {
  const reason =
    error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
  return new StartProblem(`The database does not answer: ${reason}.`);
}

/**
 * Holds what is sent on a pipelined connection until all that runs in this turn has sent its statements: they leave as
 * one packet, which is one call of the system here and one wake-up of the database there.
 */
export function gather(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
