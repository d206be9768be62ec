import type pg from 'pg';
import type { AtCommit } from './at-commit.ts';
import { gather } from './database.ts';
import type { SqlStatement } from './sql-statement.ts';

/**
 * Sends a last statement, if there is one, what the operation left for its commit, and the commit, in one packet; gives the
 * connection back. Answers what the last statement did.
 * @throws Error when one of them failed, and with it all that the transaction did.
 */
export async function endTransaction(
  client: pg.PoolClient,
  atCommit: AtCommit,
  last?: SqlStatement,
): Promise<pg.QueryResult | undefined> {
  const statements = [...(last ? [last] : []), ...atCommit.statements()];
  let result: pg.QueryResult | undefined;
  try {
    gather(client);
    const sent = statements.map((statement) => client.query(statement));
    const [committed, ...results] = await Promise.all([client.query('commit'), ...sent]);
    if (committed.command !== 'COMMIT') throw new Error('The transaction was rolled back.');
    client.release();
    result = last && results[0];
  } catch (error) {
    client.release(true);
    throw error;
  }
  atCommit.done();
  return result;
}
