import type { Sealing } from '../../src/platform/sealing/sealing.ts';

/** Whatever runs statements as the owner, and seals as the server would. */
export interface RunsAsOwner {
  readonly sealing: Sealing;
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Stores many rows of one table in one statement; columns are those of the first row. */
export async function insertRows(db: RunsAsOwner, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] as object).join(', ');
  await db.rows(
    `insert into heldwell.${table} (${columns})
     select ${columns} from json_populate_recordset(null::heldwell.${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
