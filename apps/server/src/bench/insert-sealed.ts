import type pg from 'pg';

/** Rows of one table whose sealed columns are made here, and all others in SQL. */
export interface SealedRows<Row> {
  table: string;
  /** Columns that go in as SQL made them, with commas between. */
  plain: string;
  /** Columns made of the row, each as bytes. */
  sealed: readonly string[];
  /** What makes the rows; it may hold columns for the sealing alone. */
  select: string;
  seal(row: Row): readonly (Buffer | null)[];
}

/** Rows sealed between two statements. */
const SLICE = 10_000;

/** Makes rows in a table of the connection's own, seals them slice by slice, and stores them. */
export async function insertSealed<Row>(client: pg.Client, rows: SealedRows<Row>): Promise<void> {
  const { table, sealed } = rows;
  const plain = rows.plain.split(', ');
  await client.query(`create temp table staged as select row_number() over () as nr, made.* from (${rows.select}) made;
    alter table staged add primary key (nr)`);
  const columns = [...plain, ...sealed];
  const arrays = sealed.map((_, at) => `$${at + 2}::bytea[]`).join(', ');
  const insert = `insert into heldwell.${table} (${columns.join(', ')})
    select ${[...plain.map((name) => `s.${name}`), ...sealed.map((name) => `n.${name}`)].join(', ')}
    from unnest($1::bigint[], ${arrays}) n (nr, ${sealed.join(', ')}) join staged s on s.nr = n.nr order by s.nr`;
  for (let from = 1; ; from += SLICE) {
    const staged = await client.query<Row & { nr: number }>(
      'select * from staged where nr between $1 and $2',
      [from, from + SLICE - 1],
    );
    if (staged.rows.length === 0) break;
    const made = staged.rows.map((row) => rows.seal(row));
    await client.query(insert, [
      staged.rows.map(({ nr }) => nr),
      ...sealed.map((_, at) => made.map((values) => values[at] ?? null)),
    ]);
  }
  await client.query('drop table staged');
}
