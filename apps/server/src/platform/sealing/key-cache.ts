import { createSecretKey, type KeyObject } from 'node:crypto';

interface Kept {
  /** What was unwrapped: another blob in its place is another key. */
  wrapped: string;
  key: KeyObject;
}

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
    return kept && (wrapped === undefined || kept.wrapped === wrapped) ? kept.key : undefined;
  }

  put(patient: string, name: string, { wrapped, key }: { wrapped: string; key: Buffer }): KeyObject {
    const keys = this.records.get(patient) ?? new Map<string, Kept>();
    const made = createSecretKey(key);
    keys.set(name, { wrapped, key: made });
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
