import type { GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { cursorKey, pageSize, startOf } from './page.ts';
import {
  type Cell,
  type FieldReading,
  type PageOrder,
  type Reading,
  type Rows,
  readingOf,
} from './reading.ts';
import { type Document, fieldsOf, type SelectedField, type Variables } from './selection.ts';

/** A statement and how to find its values in the variables of an operation. */
export interface Plan {
  text: string;
  values(variables: Variables): unknown[];
  /** Whether the choices made when it was written hold for these variables. */
  fits(variables: Variables): boolean;
}

/** Collects the statement's parameters while it is written. */
export class Statement {
  private readonly readers: ((variables: Variables) => unknown)[] = [];
  private readonly choices: { text: (variables: Variables) => string; chosen: string }[] = [];
  private aliases = 0;
  readonly schema: GraphQLSchema;
  readonly document: Document;

  constructor(schema: GraphQLSchema, document: Document) {
    this.schema = schema;
    this.document = document;
  }

  alias(): string {
    this.aliases += 1;
    return `r${this.aliases}`;
  }

  param(type: string, read: (variables: Variables) => unknown): string {
    this.readers.push(read);
    return `$${this.readers.length}::${type}`;
  }

  /** Settles a part of the text by the variables; the plan then holds only while the choice is the same. */
  choose(text: (variables: Variables) => string): string {
    const chosen = text(this.document.variables);
    this.choices.push({ text, chosen });
    return chosen;
  }

  plan(text: string): Plan {
    const { readers, choices } = this;
    return {
      text,
      values: (variables) => readers.map((read) => read(variables)),
      fits: (variables) => choices.every((choice) => choice.text(variables) === choice.chosen),
    };
  }
}

/** The JSON object of a row with the selected fields, and the joins its fields asked for. */
interface RowSql {
  json: string;
  joins: string;
}

/** Names under which a row carries what no field of the answer is. */
export const CURSOR = '_cursor';
export const PATIENT = '_patient';

interface RowOptions {
  extra?: readonly string[];
}

/** Joins of a row's statement by name; each is made once however many fields ask for it. */
type Joins = Map<string, { alias: string; sql: string }>;

export function rowSql(
  place: Omit<RowPlace, 'joins'>,
  sets: readonly SelectionSetNode[],
  options: RowOptions = {},
): RowSql {
  const joins: Joins = new Map();
  const json = rowJson({ ...place, joins }, sets, options);
  return { json, joins: [...joins.values()].map((join) => join.sql).join(' ') };
}

interface RowPlace {
  statement: Statement;
  reading: Reading;
  row: string;
  joins: Joins;
}

function rowJson(place: RowPlace, sets: readonly SelectionSetNode[], options: RowOptions = {}): string {
  const { statement, reading } = place;
  const type = statement.schema.getType(reading.type) as GraphQLObjectType;
  const pairs = new Map<string, string>();
  for (const field of fieldsOf(type, sets, statement.document)) {
    const definition = reading.fields[field.name];
    if (!definition) continue;
    for (const [key, sql] of fieldSql(place, definition, field)) pairs.set(key, sql);
  }
  const entries = [...pairs].map(([key, sql]) => `'${key}', ${sql}`);
  return objectSql([...entries, ...(options.extra ?? [])]);
}

/** PostgreSQL takes at most 100 arguments a call: what is wider is put together from several. */
function objectSql(entries: readonly string[]): string {
  if (entries.length <= 50) return `json_build_object(${entries.join(', ')})`;
  const chunks: string[] = [];
  for (let start = 0; start < entries.length; start += 50) {
    chunks.push(`jsonb_build_object(${entries.slice(start, start + 50).join(', ')})`);
  }
  return `(${chunks.join(' || ')})::json`;
}

function cellOf({ statement, row, joins }: RowPlace, field: SelectedField): Cell {
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
    choose: (text) => statement.choose((variables) => text(field.args(variables))),
  };
}

function fieldSql(place: RowPlace, definition: FieldReading, field: SelectedField): [string, string][] {
  const { statement } = place;
  const cell = cellOf(place, field);
  if (definition.kind === 'value') return [[field.name, definition.sql(cell)]];
  if (definition.kind === 'derived') {
    return Object.entries(definition.needs).map(([key, sql]) => [key, sql(cell)]);
  }
  const key = field.hasArgs ? field.key : field.name;
  if (definition.kind === 'made') return [[key, definition.sql(cell)]];
  const reading = readingOf(definition.of);
  if (definition.kind === 'inside') return [[key, rowJson({ ...place, reading }, field.sets)]];
  const it = statement.alias();
  const source = { statement, reading, it, rows: definition.rows(cell, it) };
  if (definition.kind === 'page') return [[key, pageSql(source, pageSets(statement, field), cell)]];
  if (definition.kind === 'many') return [[key, manySql(source, field.sets)]];
  return [[key, source.rows.key ? joinedSql(source, field.sets, place.joins) : oneSql(source, field.sets)]];
}

interface Source {
  statement: Statement;
  reading: Reading;
  it: string;
  rows: Rows;
}

const fromSql = ({ reading, it, rows }: Source): string => rows.from ?? `heldwell.${reading.table} ${it}`;

function oneSql(source: Source, sets: readonly SelectionSetNode[]): string {
  const { json, joins } = rowSql({ ...source, row: source.it }, sets);
  return `(select ${json} from ${fromSql(source)} ${joins} where ${source.rows.where} limit 1)`;
}

/** A row found by its key comes by a left join: the planner then looks each of a few rows up once, not for every line. */
function joinedSql(source: Source, sets: readonly SelectionSetNode[], joins: Joins): string {
  const { statement, reading, it, rows } = source;
  joins.set(it, { alias: it, sql: `left join ${fromSql(source)} on ${rows.where}` });
  return `case when ${rows.key} is not null then ${rowJson({ statement, reading, row: it, joins }, sets)} end`;
}

export function manySql(source: Source, sets: readonly SelectionSetNode[], options: RowOptions = {}): string {
  const { json, joins } = rowSql({ ...source, row: source.it }, sets, options);
  const order = source.rows.orderBy ? ` order by ${source.rows.orderBy}` : '';
  const limit = source.rows.limit ? ` limit ${source.rows.limit}` : '';
  const inner = `select ${json} as j from ${fromSql(source)} ${joins} where ${source.rows.where}${order}${limit}`;
  return `(select coalesce(json_agg(l.j), '[]') from (${inner}) l)`;
}

/** A page is read with one row more than asked for, which says whether there is another. */
export function pageSql(source: Source, sets: readonly SelectionSetNode[], cell: Cell): string {
  const order = source.rows.order as PageOrder;
  const keys = order.keys.map((key) => `${key}::text`).join(', ');
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
  const patient = source.rows.patient ? [`'${PATIENT}', ${source.rows.patient}`] : [];
  const extra = [...patient, `'${CURSOR}', json_build_array(${keys})`];
  return manySql({ ...source, rows: { ...source.rows, where, orderBy, limit } }, sets, { extra });
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
