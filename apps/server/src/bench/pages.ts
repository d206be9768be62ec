import pg from 'pg';
import type { SqlStatement } from '../platform/sql-statement.ts';

/** Pages of shared memory that a statement touched, as the serving role under row security. */
interface Explained {
  Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
}

const TRANSACTION = new Set(['open_session', 'log_access', 'notify']);

/** The statements of the operation itself: without begin, session, log, notices and commit. */
export const ownStatements = (sent: readonly SqlStatement[]): SqlStatement[] =>
  sent.filter(({ name, text }) => !TRANSACTION.has(name ?? '') && !/^(begin|commit|rollback)$/i.test(text));

/**
 * Runs what a request sent once more, as the serving role with the same viewer, and counts the pages its own
 * statements touch by the plan that serves any values. Everything is rolled back.
 */
export async function pagesOf(servingUrl: string, sent: readonly SqlStatement[]): Promise<number> {
  const client = new pg.Client({
    connectionString: servingUrl,
    options: '-c search_path=heldwell -c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan',
  });
  await client.connect();
  try {
    await client.query('begin');
    const opened = sent.find((statement) => statement.name === 'open_session');
    if (opened) await client.query(opened.text, opened.values?.map(asGiven));
    let pages = 0;
    for (const statement of ownStatements(sent)) {
      // The first run fills the caches of a fresh connection.
      await explain(client, statement);
      pages += await explain(client, statement);
    }
    return pages;
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

async function explain(client: pg.Client, { text, values = [] }: SqlStatement): Promise<number> {
  await client.query('savepoint before');
  await client.query(`prepare measured as ${text}`);
  const args = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
  const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(
    `explain (analyze, buffers, format json) execute measured${args}`,
  );
  await client.query('deallocate measured');
  await client.query('rollback to savepoint before');
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  return plan ? plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] : 0;
}

/** Bytes arrive from the other process as a plain array of bytes. */
const asGiven = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value) : value);

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return pg.escapeLiteral(String(value));
}
