import { inspect } from 'node:util';
import type { Binding } from './sealed-blob.ts';

const SHOWN = '[sealed]';

/**
 * A value as it lies in the database. Whatever prints it (a log, an error, JSON) prints `[sealed]`; only a key ring
 * opens it, for one field that was selected and permitted.
 */
export class Sealed {
  readonly binding: Binding;
  /** The thing a value belongs to, where a grant for that one thing is enough to open it: a discussion, an entry. */
  readonly scope: string | undefined;
  readonly #blob: Buffer;

  constructor(blob: Buffer, binding: Binding, scope?: string) {
    this.#blob = blob;
    this.binding = binding;
    this.scope = scope;
  }

  /** For key rings alone. */
  static blobOf(sealed: Sealed): Buffer {
    return sealed.#blob;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
