/** A data key as it is stored: useless without the master key that wrapped it. */
export interface WrappedKey {
  wrapped: Buffer;
  masterKeyId: string;
}

/** Where the master key lives. It wraps and unwraps data keys and never leaves. */
export interface KeyProvider {
  /** The master key that wraps from now on, by name and version. */
  masterKeyId(): Promise<string>;
  /** Wraps data keys of 32 bytes, all in one call. */
  wrapMany(keys: readonly Buffer[]): Promise<WrappedKey[]>;
  /**
   * Unwraps the keys of a page in one call, in their order. A key that cannot be unwrapped is null and takes no other
   * with it.
   * @throws Error when the provider does not answer.
   */
  unwrapMany(wrapped: readonly WrappedKey[]): Promise<(Buffer | null)[]>;
  /** Wraps stored keys under the newest master key, without handing out what is in them where the provider can. */
  rewrapMany(wrapped: readonly WrappedKey[]): Promise<(WrappedKey | null)[]>;
}

/** A data key of a record, as statements bring it: what is wrapped in hexadecimal, by which the cache knows it. */
export interface StoredKey {
  wrapped: string;
  masterKeyId: string;
  patient: string;
  label: string;
  version: number;
}
