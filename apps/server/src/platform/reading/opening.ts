import type { Sealed } from '../sealing/sealed.ts';
import type { ViewerKeys } from '../sealing/viewer-keys.ts';

/** Most values opened without letting others have a turn. */
const SLICE = 400;

/** A sealed value and where what it says will stand. */
interface Place {
  made: Record<string, unknown>;
  key: string;
  sealed: Sealed;
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

  /** Notes a sealed value; what it says will stand in its place. */
  add(place: Place): void {
    this.places.push(place);
  }

  async open(keys: ViewerKeys): Promise<void> {
    const { places } = this;
    if (places.length === 0) return;
    await keys.forValues(places.map(({ sealed }) => sealed));
    for (const [at, { made, key, sealed, raw }] of places.entries()) {
      if (at > 0 && at % SLICE === 0) await new Promise(setImmediate);
      try {
        made[key] = raw ? keys.openBytes(sealed) : keys.open(sealed);
      } catch (error) {
        made[key] = new Unopened(error as Error);
      }
    }
  }
}
