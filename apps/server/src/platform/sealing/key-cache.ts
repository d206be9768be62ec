import { createSecretKey, type KeyObject } from 'node:crypto';

interface Kept {
  /** What was unwrapped: another blob in its place is another key. */
  wrapped: string;
  key: KeyObject;
  /** When what is stored was last seen to be this, in milliseconds. */
  seenAt: number;
}

/** So long a key is taken without looking at what is stored: a destroyed one is forgotten at once, if the news of it comes. */
const FRESH_MS = 60_000;

/**
 * Unwrapped data keys of this process, so that a page need not ask the master key again. It spares unwrapping and
 * grants nothing: who may use a key is judged each time. The least lately used go first.
 */
export class KeyCache {
  private readonly records = new Map<string, Map<string, Kept>>();
  private readonly most: number;

  /** Keeps the keys of at most this many records. */
  constructor(most = 10_000) {
    this.most = most;
  }

  /** A key by label and version; with `wrapped`, only when it was unwrapped from that. */
  get(patient: string, name: string, wrapped?: string): KeyObject | undefined {
    const kept = this.records.get(patient)?.get(name);
    if (!kept || (wrapped !== undefined && kept.wrapped !== wrapped)) return undefined;
    if (wrapped !== undefined) kept.seenAt = performance.now();
    return kept.key;
  }

  /** A key that was seen stored within the last minute. */
  fresh(patient: string, name: string): KeyObject | undefined {
    const kept = this.records.get(patient)?.get(name);
    return kept && performance.now() - kept.seenAt < FRESH_MS ? kept.key : undefined;
  }

  put(patient: string, name: string, { wrapped, key }: { wrapped: string; key: Buffer }): KeyObject {
    const keys = this.records.get(patient) ?? new Map<string, Kept>();
    const made = createSecretKey(key);
    keys.set(name, { wrapped, key: made, seenAt: performance.now() });
    this.records.delete(patient);
    this.records.set(patient, keys);
    if (this.records.size > this.most) this.records.delete(this.records.keys().next().value as string);
    return made;
  }

  /** Forgets a record's keys: after a revoke, a rotation, or their end. */
  forget(patient: string): void {
    this.records.delete(patient);
  }

  forgetAll(): void {
    this.records.clear();
  }

  /** Of how many records it holds keys. */
  get size(): number {
    return this.records.size;
  }
}
