import type { Brought } from '../sealing/brought.ts';
import type { Sealed } from '../sealing/sealed.ts';
import type { ViewerKeys } from '../sealing/viewer-keys.ts';

/** Most values opened without letting others have a turn. */
const SLICE = 400;

/** Where what a sealed value says will stand. */
interface Target {
  made: Record<string, unknown>;
  key: string;
}

/** A sealed value and where what it says will stand. */
export interface Place extends Target {
  sealed: Sealed;
  /** Other objects of the same row that tell of it: it is opened once. */
  also?: Target[];
  /** Bytes, and not JSON. */
  raw?: boolean;
}

/** In place of a value that could not be opened: its field is null with an error, its neighbours are served. */
export class Unopened {
  readonly why: Error;

  constructor(why: Error) {
    this.why = why;
  }
}

/** The value, or its error. */
export function opened<T>(value: T | Unopened): T {
  if (value instanceof Unopened) throw value.why;
  return value;
}

/** The sealed values of one statement's answer, opened together once it is decoded. */
export class Opening {
  private readonly places: Place[] = [];
  private readonly grants: Brought[] = [];

  /** Notes grants that came with what they open. */
  by(grants: { signed: string | string[] | null } & Omit<Brought, 'signed'>): void {
    const { signed, ...of } = grants;
    for (const one of typeof signed === 'string' ? [signed] : (signed ?? []))
      this.grants.push({ signed: one, ...of });
  }

  /** Notes a sealed value; what it says will stand in its place. */
  add(place: Place): Place {
    this.places.push(place);
    return place;
  }

  async open(keys: ViewerKeys): Promise<void> {
    const { places } = this;
    if (places.length === 0) return;
    for (const grant of this.grants) keys.bring(grant);
    await keys.forValues(places.map(({ sealed }) => sealed));
    for (const [at, place] of places.entries()) {
      if (at > 0 && at % SLICE === 0) await new Promise(setImmediate);
      const said = saidBy(place, keys);
      place.made[place.key] = said;
      for (const { made, key } of place.also ?? []) made[key] = said;
    }
  }
}

function saidBy({ sealed, raw }: Place, keys: ViewerKeys): unknown {
  try {
    return raw ? keys.openBytes(sealed) : keys.open(sealed);
  } catch (error) {
    return new Unopened(error as Error);
  }
}
