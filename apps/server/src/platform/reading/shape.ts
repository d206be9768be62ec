import { Sealed } from '../sealing/sealed.ts';
import type { Opening } from './opening.ts';

/** Makes of a value as the database's JSON has it what resolvers are given; notes what is sealed in it. */
export type Decode = (value: unknown, opening: Opening) => unknown;

/** A part of a statement and how its value is read. */
export interface Sql {
  text: string;
  decode: Decode;
}

/** Most arguments of one call in PostgreSQL. */
const MOST_ARGUMENTS = 100;

/**
 * The values of one row, in order. They come as one JSON array: an object with names, and more objects in it, costs
 * PostgreSQL twice as much for each row, and Node the reading of every name.
 */
export class FlatRow {
  private readonly columns: string[] = [];
  private readonly known = new Map<string, number>();

  /** Says where a value stands that several may share; adds it the first time. */
  once(sql: string): number {
    const known = this.known.get(sql);
    if (known !== undefined) return known;
    const at = this.add(sql);
    this.known.set(sql, at);
    return at;
  }

  /** Adds a value and says where it stands. */
  add(sql: string): number {
    return this.columns.push(sql) - 1;
  }

  get sql(): string {
    const { columns } = this;
    if (columns.length <= MOST_ARGUMENTS) return `json_build_array(${columns.join(', ')})`;
    const parts: string[] = [];
    for (let start = 0; start < columns.length; start += MOST_ARGUMENTS) {
      parts.push(`json_build_array(${columns.slice(start, start + MOST_ARGUMENTS).join(', ')})`);
    }
    return `json_build_array(${parts.join(', ')})`;
  }

  /** The values as they were added, of a row that came. */
  values(came: unknown): unknown[] {
    return this.columns.length <= MOST_ARGUMENTS ? (came as unknown[]) : (came as unknown[][]).flat();
  }
}

interface Place {
  key: string;
  at: number;
  decode: Decode | undefined;
}

/** Where a sealed value stands, and what it is bound to. */
interface SealedPlace {
  key: string;
  place: string;
  blob: number;
  row: number;
  patient: number;
  label: number;
  scope: number | undefined;
  raw: boolean;
}

/** A sealed value of a row, in SQL. */
export interface SealedSql {
  /** Table and column. */
  place: string;
  blob: string;
  row: string;
  patient: string;
  label: string;
  scope?: string | undefined;
  /** It was sealed as bytes and not as JSON. */
  raw?: boolean;
}

interface Part {
  key: string;
  shape: ObjectShape;
  /** Where it stands whether there is such an object; undefined when there always is. */
  there: number | undefined;
}

/** Which values of a flat row make an object, and which of them objects within it. */
export class ObjectShape {
  private readonly places = new Map<string, Place>();
  private readonly sealed = new Map<string, SealedPlace>();
  private readonly parts: Part[] = [];
  private readonly lists: { key: string; from: number; to: number }[] = [];
  private readonly row: FlatRow;

  constructor(row: FlatRow) {
    this.row = row;
  }

  /** A value under a name; two fields may carry the same. */
  value(key: string, sql: string, decode?: Decode): void {
    if (!this.places.has(key)) this.places.set(key, { key, at: this.row.add(sql), decode });
  }

  /** A sealed value under a name; it is opened once all of the statement's answer is decoded. */
  sealedValue(key: string, sql: SealedSql): void {
    if (this.sealed.has(key)) return;
    const { row } = this;
    this.sealed.set(key, {
      key,
      place: sql.place,
      blob: row.add(`encode(${sql.blob}, 'hex')`),
      row: row.once(sql.row),
      patient: row.once(sql.patient),
      label: row.once(sql.label),
      scope: sql.scope === undefined ? undefined : row.once(sql.scope),
      raw: sql.raw === true,
    });
  }

  /** An object within this one, of the same row; without `there` it always exists. */
  part(key: string, there?: string): ObjectShape {
    const shape = new ObjectShape(this.row);
    this.parts.push({ key, shape, there: there === undefined ? undefined : this.row.add(there) });
    return shape;
  }

  /** Several values under one name. */
  list(key: string, sqls: readonly string[]): void {
    const [from = 0] = sqls.map((sql) => this.row.add(sql));
    this.lists.push({ key, from, to: from + sqls.length });
  }

  read(values: readonly unknown[], opening: Opening): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    for (const { key, at, decode } of this.places.values())
      made[key] = decode ? decode(values[at], opening) : values[at];
    for (const place of this.sealed.values()) note(made, place, { values, opening });
    for (const { key, shape, there } of this.parts) {
      made[key] = there === undefined || values[there] ? shape.read(values, opening) : null;
    }
    for (const { key, from, to } of this.lists) made[key] = values.slice(from, to);
    return made;
  }
}

function note(
  made: Record<string, unknown>,
  place: SealedPlace,
  { values, opening }: { values: readonly unknown[]; opening: Opening },
): void {
  const blob = values[place.blob] as string | null;
  made[place.key] = null;
  if (blob === null) return;
  const text = (at: number) => values[at] as string;
  const binding = {
    place: place.place,
    row: text(place.row),
    patient: text(place.patient),
    label: text(place.label),
  };
  const scope = place.scope === undefined ? undefined : text(place.scope);
  const sealed = new Sealed(Buffer.from(blob, 'hex'), binding, scope);
  opening.add({ made, key: place.key, sealed, raw: place.raw });
}
