import type { SaidPlace } from '../sealing/said-of-access.ts';
import type { LookedUp } from '../sealing/sealing.ts';
import { NO_RECORD } from '../sealing/system-key.ts';
import type { Arguments } from './selection.ts';
import type { Decode, OpenedBy, SealedSql } from './shape.ts';

/**
 * How one GraphQL type is read from SQL. A root field becomes one statement, built from what the operation
 * selects: nested objects and lists become JSON inside it. Fields that are not selected cost nothing.
 */
export interface Reading {
  /** The GraphQL type. */
  type: string;
  table: string;
  fields: Record<string, FieldReading>;
}

/** What a field's SQL may refer to. */
export interface Cell {
  /** Alias of the row the field belongs to. */
  row: string;
  /** Adds a lateral join to the row's statement once, and returns its alias. */
  join(name: string, lateral: (row: string) => string): string;
  /** Placeholder of a value taken from the field's arguments when the statement runs. */
  param(type: string, value: (args: Arguments) => unknown): string;
  /** Placeholder of the keyed hash of a word from the field's arguments. */
  lookup(kind: LookedUp, value: (args: Arguments) => string | null): string;
  /** Says which grants the row is seen by, so that what they open need not be asked for. */
  opens(grants: OpenedBy): void;
  /** Text of the statement that depends on an argument: each choice is a statement of its own. */
  choose(text: (args: Arguments) => string): string;
}

/** A value of the row itself. */
interface ValueReading {
  kind: 'value';
  sql(cell: Cell): string;
}

/** Columns carried along under names of their own, and a function that makes the field of them. */
interface DerivedReading {
  kind: 'derived';
  needs: Record<string, (cell: Cell) => string>;
  resolve(carried: Record<string, never>): unknown;
}

/** A value that lies sealed in the row, opened for this field, and what the field makes of it. */
interface SealedReading {
  kind: 'sealed';
  /** Fields of one blob share it under this name, and it is opened once. */
  key: string;
  sql(cell: Cell): SealedSql;
  /** Columns of the row that it depends on, too. */
  beside: Record<string, (cell: Cell) => string>;
  resolve(said: never, carried: never): unknown;
}

/** A value, perhaps by arguments, that Node finishes. */
interface MadeReading {
  kind: 'made';
  sql(cell: Cell): string;
  /** Notes what is sealed in it. */
  decode: Decode | undefined;
  resolve(value: never): unknown;
}

/** Rows of another reading: one, all, or a page. `from` may add joins after the row `it`. */
interface RowsReading {
  kind: 'one' | 'many' | 'page';
  /** The name of the type whose reading it is: features may refer to those that build on them. */
  of: string;
  /** Of `many`: rows of more than one record, each of which the access log names. */
  across?: true;
  rows(cell: Cell, it: string): Rows;
}

/** An object that is a part of the row itself, such as where an entry came from. */
interface InsideReading {
  kind: 'inside';
  of: string;
}

export interface Rows {
  /** The condition on `it`, and what joins it to the row above. */
  where: string;
  /** What to read from, when it is more than the reading's own table; must name `it`. */
  from?: string;
  /** Sort keys of a page, both in one direction; the second is the row's id and makes the order total. */
  order?: PageOrder;
  /** Of `one`: a column of `it` that is never null, where the condition is a key and the table bears no row security. */
  key?: string;
  /** Order of `many`. */
  orderBy?: string;
  /** Of rows across records: the column of each row's patient, for the access log. */
  patient?: string;
  /** The grants each row is seen by, where it is not one of those of a record above. */
  opens?: OpenedBy;
  /** At most this many of `many`. */
  limit?: string;
}

export interface PageOrder {
  keys: readonly [string, ...string[]];
  /** SQL types of the keys, for the cursor. */
  types: readonly string[];
  direction: 'asc' | 'desc';
  /** Where the first page begins, key by key, when that is later than before all rows. */
  starts?: (args: Arguments) => readonly string[];
}

export type FieldReading =
  | ValueReading
  | DerivedReading
  | SealedReading
  | MadeReading
  | InsideReading
  | RowsReading;

export const value = (sql: (cell: Cell) => string): FieldReading => ({ kind: 'value', sql });

/** Columns named as the field in snake_case. */
export function columns<N extends string>(...names: N[]): Record<N, FieldReading> {
  const read = (name: string) => value(({ row }) => `${row}.${snakeCase(name)}`);
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<N, FieldReading>;
}

/** A field made in Node from carried columns, such as one property of a JSON blob. */
export function derived<C extends Record<string, unknown>>(
  needs: Record<keyof C & string, (cell: Cell) => string>,
  resolve: (carried: C) => unknown,
): FieldReading {
  return { kind: 'derived', needs, resolve: resolve as DerivedReading['resolve'] };
}

/**
 * A field of what a blob says. Where the blob cannot be opened the field is null with an error, so its type must allow
 * null; a row without a blob is null without one.
 */
export const sealed = <S>(
  key: string,
  sql: (cell: Cell) => SealedSql,
  resolve: (said: S) => unknown,
): FieldReading => sealedBeside<S, Record<string, never>>(key, { sql, beside: {} }, resolve);

/** The same, where the field depends on columns of the row as well. */
export function sealedBeside<S, C extends Record<string, unknown>>(
  key: string,
  of: { sql: (cell: Cell) => SealedSql; beside: Record<keyof C & string, (cell: Cell) => string> },
  resolve: (said: S, carried: C) => unknown,
): FieldReading {
  return { kind: 'sealed', key, ...of, resolve: resolve as SealedReading['resolve'] };
}

/**
 * Words that the key of people seals; the rows alone say who reads them. Bound to the row's id, where `of` names no other.
 */
export const sealedWords = (
  place: SaidPlace | 'invitation.email' | 'staff_invitation.email',
  of: (cell: Cell) => { blob: string; row: string } = ({ row }) => ({
    blob: `${row}.${place.split('.')[1]}`,
    row: `${row}.id`,
  }),
): FieldReading =>
  sealed<string>(
    place,
    (cell) => ({ place, ...of(cell), patient: `'${NO_RECORD}'`, label: "'PEOPLE'" }),
    (words) => words,
  );

/** A value read with the field's arguments and finished in Node; `decode` notes what is sealed in it. */
export function made<V>(
  sql: (cell: Cell) => string,
  resolve: (value: V) => unknown,
  decode?: Decode,
): FieldReading {
  return { kind: 'made', sql, resolve: resolve as MadeReading['resolve'], decode };
}

/** The fields of another reading, taken from the same row. */
export const inside = (of: string): FieldReading => ({ kind: 'inside', of });

type RowsOf = (cell: Cell, it: string) => Rows;
export const one = (of: string, rows: RowsOf): FieldReading => ({ kind: 'one', of, rows });
export const many = (of: string, rows: RowsOf): FieldReading => ({ kind: 'many', of, rows });
/** All rows of a list across records: that a record stood in it is logged, as it is of a page. */
export const manyAcross = (
  of: string,
  rows: (cell: Cell, it: string) => Rows & { patient: string },
): FieldReading => ({ kind: 'many', across: true, of, rows });
/** A keyset page (`first`, `after`): any depth costs what the first page costs. */
export const page = (
  of: string,
  rows: (cell: Cell, it: string) => Rows & { order: PageOrder },
): FieldReading => ({
  kind: 'page',
  of,
  rows,
});

const readings = new Map<string, Reading>();

/** Declares how a type is read; the schema is checked against it at start. */
export function defineReading(reading: Reading): Reading {
  readings.set(reading.type, reading);
  return reading;
}

/** Fields given to a type by features that build on it, whichever was loaded first. */
const extensions: { type: string; fields: Reading['fields'] }[] = [];

/** Adds fields that another feature gives to a type. */
export function extendReading(type: string, fields: Reading['fields']): void {
  extensions.push({ type, fields });
}

/** The reading of a type. */
export function readingOf(type: string): Reading {
  const reading = allReadings().get(type);
  if (!reading) throw new Error(`There is no reading of ${type}.`);
  return reading;
}

/** Every declared reading by its type's name, with what other features gave to it. */
export function allReadings(): ReadonlyMap<string, Reading> {
  for (const { type, fields } of extensions.splice(0)) {
    const reading = readings.get(type);
    if (!reading) throw new Error(`There is no reading of ${type} to extend.`);
    Object.assign(reading.fields, fields);
  }
  return readings;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
