import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { cursorKey, pageSize, startOf } from './page.ts';
import {
  type Cell,
  type FieldReading,
  type PageOrder,
  type Reading,
  type Rows,
  readingOf,
} from './reading.ts';
import { fieldsOf, type SelectedField } from './selection.ts';
import { FlatRow, ObjectShape, type OpenedBy, type Sql } from './shape.ts';
import type { Statement } from './statement.ts';

/** The values of a row with the selected fields, how they become its object, and the joins its fields asked for. */
interface RowSql extends Sql {
  joins: string;
}

/** Names under which a row carries what no field of the answer is. */
export const CURSOR = '_cursor';
export const PATIENT = '_patient';

/** What a page's rows carry beside their fields. */
interface Carried {
  keys?: readonly string[];
  patient?: string | undefined;
  opens?: OpenedBy | undefined;
}

/** Joins of a row's statement by name; each is made once however many fields ask for it. */
type Joins = Map<string, { alias: string; sql: string }>;

export function rowSql(
  place: Pick<RowPlace, 'statement' | 'reading' | 'row'>,
  sets: readonly SelectionSetNode[],
  carried?: Carried,
): RowSql {
  const joins: Joins = new Map();
  const flat = new FlatRow();
  const shape = new ObjectShape(flat);
  addFields({ ...place, joins, shape }, sets);
  if (carried?.patient) shape.value(PATIENT, carried.patient);
  if (carried?.opens) shape.openedBy(carried.opens);
  if (carried?.keys) shape.list(CURSOR, carried.keys);
  return {
    text: flat.sql,
    decode: (value, opening) => shape.read(flat.values(value), opening),
    joins: [...joins.values()].map((join) => join.sql).join(' '),
  };
}

interface RowPlace {
  statement: Statement;
  reading: Reading;
  row: string;
  joins: Joins;
  shape: ObjectShape;
}

function addFields(place: RowPlace, sets: readonly SelectionSetNode[]): void {
  const { statement, reading } = place;
  const type = statement.schema.getType(reading.type) as GraphQLObjectType;
  for (const field of fieldsOf(type, sets, statement.document)) {
    const definition = reading.fields[field.name];
    if (definition) addField(place, definition, field);
  }
}

function cellOf({ statement, row, joins, shape }: RowPlace, field: SelectedField): Cell {
  return {
    row,
    join(name, lateral) {
      const known = joins.get(name);
      if (known) return known.alias;
      const alias = `${row}_${name}`;
      joins.set(name, { alias, sql: `cross join lateral (${lateral(row)}) ${alias}` });
      return alias;
    },
    param: (type, value) => statement.param(type, (variables) => value(field.args(variables))),
    lookup: (kind, value) =>
      statement.param('bytea', (variables, sealing) => {
        const word = value(field.args(variables));
        return word === null ? null : sealing.lookup(kind, word);
      }),
    opens: (grants) => shape.openedBy(grants),
    choose: (text) => statement.choose((variables) => text(field.args(variables))),
  };
}

function addField(place: RowPlace, definition: FieldReading, field: SelectedField): void {
  const { statement, shape } = place;
  const cell = cellOf(place, field);
  const key = field.hasArgs ? field.key : field.name;
  if (definition.kind === 'value') {
    shape.value(field.name, definition.sql(cell));
  } else if (definition.kind === 'derived') {
    for (const [name, sql] of Object.entries(definition.needs)) shape.value(name, sql(cell));
  } else if (definition.kind === 'sealed') {
    shape.sealedValue(definition.key, definition.sql(cell));
    for (const [name, sql] of Object.entries(definition.beside)) shape.value(name, sql(cell));
  } else if (definition.kind === 'made') {
    shape.value(key, definition.sql(cell), definition.decode);
  } else if (definition.kind === 'inside') {
    addFields({ ...place, reading: readingOf(definition.of), shape: shape.part(key) }, field.sets);
  } else {
    const it = statement.alias();
    const source = { statement, reading: readingOf(definition.of), it, rows: definition.rows(cell, it) };
    if (source.rows.key) {
      addJoined(place, source, { key, sets: field.sets });
    } else {
      const rows = rowsOf(definition.kind, source, { cell, field });
      shape.value(key, rows.text, rows.decode);
    }
  }
}

function rowsOf(
  kind: 'one' | 'many' | 'page',
  source: Source,
  { cell, field }: { cell: Cell; field: SelectedField },
): Sql {
  if (kind === 'page') return pageSql(source, pageSets(source.statement, field), cell);
  if (kind === 'one') return oneSql(source, field.sets);
  const { patient, opens } = source.rows;
  return manySql(source, field.sets, { patient, opens });
}

interface Source {
  statement: Statement;
  reading: Reading;
  it: string;
  rows: Rows;
}

const fromSql = ({ reading, it, rows }: Source): string => rows.from ?? `heldwell.${reading.table} ${it}`;

function oneSql(source: Source, sets: readonly SelectionSetNode[]): Sql {
  const { text, joins, decode } = rowSql({ ...source, row: source.it }, sets);
  return {
    text: `(select ${text} from ${fromSql(source)} ${joins} where ${source.rows.where} limit 1)`,
    decode: (value, opening) => (value === null ? null : decode(value, opening)),
  };
}

/** A row found by its key comes by a left join: the planner then looks each of a few rows up once, not for every line. */
function addJoined(
  { joins, shape }: RowPlace,
  source: Source,
  field: { key: string; sets: readonly SelectionSetNode[] },
): void {
  const { statement, reading, it, rows } = source;
  joins.set(it, { alias: it, sql: `left join ${fromSql(source)} on ${rows.where}` });
  const part = shape.part(field.key);
  addFields({ statement, reading, row: it, joins, shape: part }, field.sets);
  part.thereWhere(`${rows.key} is not null`);
}

export function manySql(source: Source, sets: readonly SelectionSetNode[], carried?: Carried): Sql {
  const { text, joins, decode } = rowSql({ ...source, row: source.it }, sets, carried);
  const order = source.rows.orderBy ? ` order by ${source.rows.orderBy}` : '';
  const limit = source.rows.limit ? ` limit ${source.rows.limit}` : '';
  const inner = `select ${text} as j from ${fewSql(source, { joins, order, limit })}`;
  return {
    text: `(select coalesce(json_agg(l.j), '[]') from (${inner}) l)`,
    decode: (value, opening) => (value as unknown[]).map((one) => decode(one, opening)),
  };
}

/**
 * Rows of one table are cut off before others are joined to them: then the index gives them in their order, whatever the
 * planner thinks of how many a policy leaves.
 */
function fewSql(
  source: Source,
  { joins, order, limit }: Record<'joins' | 'order' | 'limit', string>,
): string {
  const { where, from } = source.rows;
  const rows = fromSql(source);
  if (from !== undefined || joins === '' || limit === '') {
    return `${rows} ${joins} where ${where}${order}${limit}`;
  }
  return `(select * from ${rows} where ${where}${order}${limit}) ${source.it} ${joins}${order}`;
}

/** A page is read with one row more than asked for, which says whether there is another. */
export function pageSql(source: Source, sets: readonly SelectionSetNode[], cell: Cell): Sql {
  const order = source.rows.order as PageOrder;
  // In JSON a UUID is text as it is.
  const keys = order.keys.map((key, at) => (order.types[at] === 'uuid' ? key : `${key}::text`));
  const starts = order.types.map((type, index) =>
    cell.param(type, (args) => {
      const start = order.starts?.(args)[index] ?? startOf(type, order.direction);
      return cursorKey(args, { index, types: order.types, start });
    }),
  );
  const limit = cell.param('integer', (args) => pageSize(args) + 1);
  const compare = order.direction === 'asc' ? '>' : '<';
  const where = `${source.rows.where} and (${order.keys.join(', ')}) ${compare} (${starts.join(', ')})`;
  const orderBy = order.keys.map((key) => `${key} ${order.direction}`).join(', ');
  return manySql({ ...source, rows: { ...source.rows, where, orderBy, limit } }, sets, {
    keys,
    patient: source.rows.patient,
    opens: source.rows.opens,
  });
}

/** The selections on the nodes of a connection. */
export function pageSets(
  statement: Statement,
  field: Pick<SelectedField, 'type' | 'sets'>,
): SelectionSetNode[] {
  if (!field.type) return [];
  const inside = fieldsOf(field.type, field.sets, statement.document);
  return inside.filter((selected) => selected.name === 'nodes').flatMap((selected) => [...selected.sets]);
}
