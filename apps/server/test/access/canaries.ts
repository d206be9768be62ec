import type { Guard } from './reference-model.ts';

/**
 * Marks every string, number and id of a record with who may see it, so that an answer can be read for what it must
 * not hold without knowing how it was asked for.
 */
export class Canaries {
  private readonly guards = new Map<string, Guard>();

  /** A string nobody else has: `zq00042qz`. */
  word(guard: Guard): string {
    return this.note(`zq${String(this.guards.size).padStart(5, '0')}qz`, guard);
  }

  /** A number likewise, of seven digits. */
  number(guard: Guard): number {
    return Number(this.note(String(7_000_000 + this.guards.size), guard));
  }

  /** An id as clients see it. */
  id(id: string, guard: Guard): string {
    return this.note(id, guard);
  }

  /** Every mark that stands in a text. */
  in(text: string): Set<string> {
    const found =
      text.match(/zq\d{5}qz|(?<![\w-])[A-Za-z0-9_-]{23,44}(?![\w-])|(?<![\w-])7\d{6}(?![\w-])/g) ?? [];
    return new Set(found.filter((mark) => this.guards.has(mark)));
  }

  guardOf(mark: string): Guard {
    const guard = this.guards.get(mark);
    if (!guard) throw new Error(`${mark} marks nothing.`);
    return guard;
  }

  get size(): number {
    return this.guards.size;
  }

  private note(mark: string, guard: Guard): string {
    this.guards.set(mark, guard);
    return mark;
  }
}
