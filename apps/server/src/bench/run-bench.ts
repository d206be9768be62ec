import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type pg from 'pg';
import { derive } from '../platform/secrets.ts';
import { servingUrls } from '../platform/serving-roles.ts';
import { type BenchDatabase, openBenchDatabase } from './bench-database.ts';
import { withOwner } from './fill.ts';
import { type Load, loadsOf, sourcesOf } from './loads.ts';
import { mean, middle, newSubject } from './measure.ts';
import { startMeasured } from './measured-process.ts';
import type { BenchOptions } from './options.ts';
import { closing, costClosing, costHeading, costRow, heading, judge, row } from './report.ts';
import { type Measurement, runLoad, warmUp } from './run-loads.ts';
import { prepareRun } from './viewers.ts';

/** The roles beside the product: the plain handler's, and the product's own without row security. */
const PLAIN_ROLE = 'heldwell_bench_plain';
const BARE_ROLE = 'heldwell_bench_bare';

/** Builds or opens the data, starts both servers, measures, prints. Leaves nothing running. */
export async function runBench(
  options: BenchOptions,
  dataDir: string,
  say: (line: string) => void,
): Promise<void> {
  const { patients, fresh } = options;
  const database = await openBenchDatabase({ dataDir, patients, fresh, say });
  try {
    const measurements = await withOwner(database.ownerUrl, (owner) =>
      measureAll({ owner, database, options, say }),
    );
    say((options.cost ? costClosing : closing)(measurements));
    if (options.json)
      writeFileSync(options.json, `${JSON.stringify(asJson(options, measurements), null, 2)}\n`);
  } finally {
    await database.stop();
  }
}

interface Run {
  owner: pg.Client;
  database: BenchDatabase;
  options: BenchOptions;
  say(line: string): void;
}

async function measureAll({ owner, database, options, say }: Run): Promise<Measurement[]> {
  const { ownerUrl, secret, dataDir } = database;
  const askers = await prepareRun(ownerUrl, options.patients);
  const sources = await sourcesOf(owner, askers);
  const start = { ownerUrl, secret, dataDir, besideUrl: await roleBeside(owner, database, options.cost) };
  const beside = options.cost ? 'bare' : 'plain';
  const processes = [await startMeasured('product', start), await startMeasured(beside, start)] as const;
  const product = newSubject(processes[0], 'heldwell_app');
  const plain = newSubject(processes[1], options.cost ? BARE_ROLE : PLAIN_ROLE);
  const servingUrl = servingUrls({ ownerUrl, secret }).serving;
  const measurements: Measurement[] = [];
  try {
    say(await machine(owner, options));
    say(options.cost ? costHeading() : heading());
    const { rounds, roundMs } = options;
    const as = options.cost ? mean : middle;
    const bench = { owner, servingUrl, product, plain, rounds, roundMs, as };
    const named = loadsOf(sources).filter(({ name }) => name.startsWith(options.only ?? ''));
    const loads = options.cost ? named.filter(({ exact }) => exact).map(askedOfBoth) : named;
    // Once through all, so that the first one measured is not the one that warms what all share.
    for (const load of loads) await warmUp(bench, load);
    for (const load of loads) {
      const measured = await runLoad(bench, load);
      measurements.push(measured);
      say((options.cost ? costRow : row)(measured));
    }
  } finally {
    for (const subject of [product, plain]) for (const connection of subject.connections) connection.close();
    await Promise.all(processes.map((one) => one.stop()));
  }
  return measurements;
}

/** The product beside itself: the same request to both. */
const askedOfBoth = (load: Load): Load => ({
  ...load,
  ask: (i) => {
    const { product } = load.ask(i);
    return { product, plain: product };
  },
});

/** Who serves beside the product: the same tables, without row security. */
async function roleBeside(
  owner: pg.Client,
  { ownerUrl, secret }: BenchDatabase,
  isBare: boolean,
): Promise<string> {
  const role = isBare ? BARE_ROLE : PLAIN_ROLE;
  const password = derive(secret, `password of ${role}`);
  await owner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then
        create role ${role} login bypassrls;
      end if;
    end $$;
    alter role ${role} password '${password}';
    grant usage on schema heldwell to ${role};
    grant select, insert, update on all tables in schema heldwell to ${role};
    grant execute on all functions in schema heldwell to ${role}`);
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

async function machine(owner: pg.Client, options: BenchOptions): Promise<string> {
  const { rows } = await owner.query<{ version: string; size: string; entries: string }>(
    `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size,
      (select to_char(reltuples, 'FM999,999,999') from pg_class where oid = 'heldwell.entry'::regclass) as entries`,
  );
  const facts = rows[0];
  return [
    `\n${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model} · Node ${process.versions.node} · PostgreSQL ${facts?.version}`,
    `${options.patients.toLocaleString('en-GB')} patients, ${facts?.entries} entries, ${facts?.size}; 8 connections, ${options.rounds} rounds of ${options.roundMs} ms each, turn by turn\n`,
  ].join('\n');
}

const asJson = (options: BenchOptions, measurements: readonly Measurement[]) => ({
  at: new Date().toISOString(),
  node: process.versions.node,
  processors: cpus().length,
  options,
  measurements: measurements.map((one) => ({ ...one, load: one.load.name, ...judge(one) })),
});
