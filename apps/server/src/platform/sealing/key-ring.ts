import { createHmac, type KeyObject } from 'node:crypto';
import { ByLabel, type LabelOfRecord } from './by-label.ts';
import type { StoredKey } from './key-provider.ts';
import { Sealed } from './sealed.ts';
import { type Binding, keyVersionOf, openBytes, sealBytes } from './sealed-blob.ts';
import type { Sealing } from './sealing.ts';

/** The labels of a record, each with a key of its own. */
export const KEY_LABELS = ['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE', 'UNLABELLED'] as const;
/** The key of a record under which codes are hashed. It is handed to no viewer. */
export const CODES = 'CODES';

/** A sealed value that cannot be opened: forged, moved, its key destroyed, or no grant that says so. */
export class CannotOpen extends Error {
  override name = 'CannotOpen';
}

/** The keys of one label of a record. */
interface LabelKeys {
  byVersion: Map<number, KeyObject>;
  /** The version to seal with; 0 when none was taken to seal with. */
  newest: number;
}

/** The unwrapped keys one operation works with. */
export class KeyRing {
  readonly sealing: Sealing;
  private readonly held = new ByLabel<LabelKeys>(() => ({ byVersion: new Map(), newest: 0 }));

  constructor(sealing: Sealing) {
    this.sealing = sealing;
  }

  /** Seals what JSON can say, or bytes, with the newest key of its label. */
  seal(binding: Binding, value: unknown): Buffer {
    const bytes = Buffer.isBuffer(value) ? value : JSON.stringify(value);
    const version = this.held.of(binding).newest;
    const key = version > 0 && this.keyOf(binding, version);
    if (!key) throw new Error(`There is no key to seal ${binding.place} with.`);
    return sealBytes({ version, key }, binding, bytes);
  }

  /**
   * Opens a value to its bytes.
   * @throws CannotOpen, which says where it stands and nothing of what it says.
   */
  openBytes(sealed: Sealed): Buffer {
    const blob = Sealed.blobOf(sealed);
    const { binding } = sealed;
    const version = keyVersionOf(blob);
    const key = version && this.keyOf(binding, version);
    if (!key) throw new CannotOpen(`There is no key for ${placeOf(binding)}.`);
    try {
      return openBytes({ version, key }, binding, blob);
    } catch {
      throw new CannotOpen(`${placeOf(binding)} is not what was sealed.`);
    }
  }

  /** Opens a value that was sealed as JSON. */
  open<T>(sealed: Sealed): T {
    return JSON.parse(this.openBytes(sealed).toString()) as T;
  }

  /** The hash under which a code, or a digest of content, is stored in this record. */
  codeHash(patient: string, text: string | Buffer): Buffer {
    const codes = { patient, label: CODES };
    const key = this.keyOf(codes, this.held.of(codes).newest);
    if (!key) throw new Error('There is no key to hash a code with.');
    return createHmac('sha256', key).update(text).digest();
  }

  /** Takes stored keys in, oldest version first; those not met before are unwrapped in one call. */
  protected async take(stored: readonly StoredKey[]): Promise<void> {
    const { cache, provider } = this.sealing;
    const unknown: StoredKey[] = [];
    for (const one of stored) {
      const known = cache.get(one.patient, nameOf(one), one.wrapped);
      if (known) this.keep(one, known);
      else unknown.push(one);
    }
    if (unknown.length === 0) return;
    const unwrapped = await provider.unwrapMany(
      unknown.map(({ wrapped, masterKeyId }) => ({ wrapped: Buffer.from(wrapped, 'hex'), masterKeyId })),
    );
    for (const [at, one] of unknown.entries()) {
      const key = unwrapped[at];
      if (!key) continue;
      this.keep(one, cache.put(one.patient, nameOf(one), { wrapped: one.wrapped, key }));
    }
  }

  /** A key by its version, as this operation may use it. */
  protected keyOf(of: LabelOfRecord, version: number): KeyObject | undefined {
    return this.held.of(of).byVersion.get(version);
  }

  /** Holds a key to open with until the operation is over, whatever the cache forgets meanwhile. */
  protected hold(of: LabelOfRecord, version: number, key: KeyObject): void {
    this.held.of(of).byVersion.set(version, key);
  }

  private keep(one: StoredKey, key: KeyObject): void {
    this.hold(one, one.version, key);
    const held = this.held.of(one);
    held.newest = Math.max(held.newest, one.version);
  }
}

/** A key of a record in the cache. */
export const nameOf = ({ label, version }: { label: string; version: number }): string =>
  `${label} ${version}`;
/** Where a value stands, and nothing of what it says. */
export const placeOf = ({ place, row, patient }: Binding): string => `${place} ${row} of ${patient}`;
