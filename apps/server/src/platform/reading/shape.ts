import { Sealed } from '../sealing/sealed.ts';
import type { Opening, Place as Shut } from './opening.ts';

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
  /** Where each stands. */
  private readonly columns = new Map<string, number>();
  private readonly sealed = new Map<string, SealedPlace>();

  /** Says where a value stands; added the first time, and shared by all who ask for it in the same words. */
  add(sql: string): number {
    const known = this.columns.get(sql);
    if (known !== undefined) return known;
    this.columns.set(sql, this.columns.size);
    return this.columns.size - 1;
  }

  /** Says where a sealed value stands that several objects of the row may tell of. */
  sealedOnce(sql: SealedSql): SealedPlace {
    const name = `${sql.place} ${sql.blob}`;
    const known = this.sealed.get(name);
    if (known) return known;
    const place = {
      number: this.sealed.size,
      place: sql.place,
      blob: this.add(`encode(${sql.blob}, 'hex')`),
      row: this.add(sql.row),
      patient: this.add(sql.patient),
      label: this.add(sql.label),
      scope: sql.scope === undefined ? undefined : this.add(sql.scope),
      raw: sql.raw === true,
    };
    this.sealed.set(name, place);
    return place;
  }

  get sql(): string {
    const columns = [...this.columns.keys()];
    if (columns.length <= MOST_ARGUMENTS) return `json_build_array(${columns.join(', ')})`;
    const parts: string[] = [];
    for (let start = 0; start < columns.length; start += MOST_ARGUMENTS) {
      parts.push(`json_build_array(${columns.slice(start, start + MOST_ARGUMENTS).join(', ')})`);
    }
    return `json_build_array(${parts.join(', ')})`;
  }

  /** The values as they were added, of a row that came. */
  values(came: unknown): unknown[] {
    return this.columns.size <= MOST_ARGUMENTS ? (came as unknown[]) : (came as unknown[][]).flat();
  }
}

interface Place {
  key: string;
  at: number;
  decode: Decode | undefined;
}

/** Where a sealed value stands in its row, and what it is bound to. */
interface SealedPlace {
  /** Which of the row's sealed values it is. */
  number: number;
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

/** Grants in force by which a row is seen, in SQL (`viewer_grant.signed`). */
export interface OpenedBy {
  /** One, or an array. */
  signed: string;
  /** The label they open, where it is one of the row's; else all of theirs. */
  label?: string;
  /** The id of the row, where it may be seen by a grant for it alone. */
  thing?: string;
}

/** Which values of a flat row make an object, and which of them objects within it. */
export class ObjectShape {
  private readonly places = new Map<string, Place>();
  private readonly sealed = new Map<string, SealedPlace>();
  private readonly parts = new Map<string, ObjectShape>();
  private readonly opening: { signed: number; label: number | undefined; thing: number | undefined }[] = [];
  private readonly lists: { key: string; at: number[] }[] = [];
  /** Where it stands whether there is such an object; undefined when there always is. */
  private there: number | undefined;
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
    if (!this.sealed.has(key)) this.sealed.set(key, this.row.sealedOnce(sql));
  }

  /** An object within this one, of the same row. */
  part(key: string): ObjectShape {
    const shape = new ObjectShape(this.row);
    this.parts.set(key, shape);
    return shape;
  }

  /** There may be no such object: it is there with its id where that is read, else where this holds. */
  thereWhere(sql: string): void {
    this.there = this.places.get('id')?.at ?? this.row.add(sql);
  }

  /** Grants the row is seen by; said twice they are one. */
  openedBy({ signed, label, thing }: OpenedBy): void {
    const at = (sql: string | undefined) => (sql === undefined ? undefined : this.row.add(sql));
    const place = this.row.add(signed);
    if (this.opening.some((known) => known.signed === place)) return;
    this.opening.push({ signed: place, label: at(label), thing: at(thing) });
  }

  /** Several values under one name. */
  list(key: string, sqls: readonly string[]): void {
    this.lists.push({ key, at: sqls.map((sql) => this.row.add(sql)) });
  }

  read(values: readonly unknown[], opening: Opening): Record<string, unknown> {
    return this.readRow({ values, opening, shut: [] });
  }

  private isThere(values: readonly unknown[]): boolean {
    return this.there === undefined || Boolean(values[this.there]);
  }

  private readRow(row: Came): Record<string, unknown> {
    const { values, opening } = row;
    const made: Record<string, unknown> = {};
    for (const { key, at, decode } of this.places.values())
      made[key] = decode ? decode(values[at], opening) : values[at];
    for (const [key, place] of this.sealed) note({ made, key }, place, row);
    for (const [key, part] of this.parts) made[key] = part.isThere(values) ? part.readRow(row) : null;
    for (const { key, at } of this.lists) made[key] = at.map((one) => values[one]);
    for (const { signed, label, thing } of this.opening) {
      const of = (at: number | undefined) => (at === undefined ? undefined : (values[at] as string));
      opening.by({ signed: values[signed] as Signed, label: of(label), thing: of(thing) });
    }
    return made;
  }
}

type Signed = string | string[] | null;

/** A row that came. */
interface Came {
  values: readonly unknown[];
  opening: Opening;
  /** Its sealed values that were noted, by number. */
  shut: Shut[];
}

function note(
  target: { made: Record<string, unknown>; key: string },
  place: SealedPlace,
  { values, opening, shut }: Came,
): void {
  const blob = values[place.blob] as string | null;
  target.made[target.key] = null;
  if (blob === null) return;
  const known = shut[place.number];
  if (known) {
    known.also = [...(known.also ?? []), target];
    return;
  }
  const text = (at: number) => values[at] as string;
  const binding = {
    place: place.place,
    row: text(place.row),
    patient: text(place.patient),
    label: text(place.label),
  };
  const scope = place.scope === undefined ? undefined : text(place.scope);
  const sealed = new Sealed(Buffer.from(blob, 'hex'), binding, scope);
  shut[place.number] = opening.add({ ...target, sealed, raw: place.raw });
}
