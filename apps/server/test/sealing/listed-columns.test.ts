import { beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { PLAIN } from './plain-columns.ts';
import { SEALED } from './sealed-columns.ts';

/** Columns that can say something: words, numbers with a fraction, JSON, bytes, and lists of them. */
const SPEAKING = `select c.table_name || '.' || c.column_name as name from information_schema.columns c
  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = 'heldwell' and t.table_type = 'BASE TABLE'
    and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'xml', 'bytea', 'numeric', 'double precision', 'real')
      or c.data_type = 'ARRAY' and c.udt_name not in ('_uuid', '_int4', '_int8'))
  order by 1`;

let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
});

const columns = async () => (await db.rows<{ name: string }>(SPEAKING)).map(({ name }) => name);
const listed = [...SEALED, ...Object.values(PLAIN).flat()];

describe('every column that can say something', () => {
  it('is listed as sealed, or as readable with a reason', async () => {
    const found = await columns();
    expect(found.filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !found.includes(name))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('is missed while nobody has listed it', async () => {
    await db.rows('create table heldwell.diary (patient_id uuid, mood numeric, words text, tags text[])');
    expect((await columns()).filter((name) => !listed.includes(name))).toEqual([
      'diary.mood',
      'diary.tags',
      'diary.words',
    ]);
    await db.rows('drop table heldwell.diary');
  });

  it('holds bytes where it is sealed', async () => {
    const [readable] = await db.rows<{ names: string[] }>(
      `select array_agg(table_name || '.' || column_name) as names from information_schema.columns
       where table_schema = 'heldwell' and table_name || '.' || column_name = any ($1) and data_type <> 'bytea'`,
      [SEALED],
    );
    // A password is kept as its own slow hash, in that hash's notation.
    expect(readable?.names).toEqual(['person.password_hash']);
  });
});
