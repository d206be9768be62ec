import type { EntityManager } from 'typeorm';
import type { Database } from './database.ts';
import { logger } from './logger.ts';
import type { Sealing } from './sealing/sealing.ts';
import type { SqlStatement } from './sql-statement.ts';

/**
 * Work on nobody's behalf across records, in one transaction as the system role: sign-in, feeds, jobs, seeds.
 * Only the files listed in `test/access/system-work.test.ts` may call it; each call is logged with its reason.
 */
export async function asSystem<T>(
  database: Database,
  reason: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  logger.debug({ reason }, 'system work');
  return database.systemSource.transaction(work);
}

/** Runs statements and seals: what services take that work in a viewer's transaction and in the system's. */
export interface SystemRuns {
  query<Row>(statement: SqlStatement): Promise<Row[]>;
  readonly sealing: Sealing;
}

/** The statements of a system transaction, as services take them that also work in a viewer's. */
export const statementsOf = (manager: EntityManager, sealing: Sealing): SystemRuns => ({
  sealing,
  query: <Row>(statement: SqlStatement): Promise<Row[]> =>
    manager.query<Row[]>(statement.text, statement.values),
});
