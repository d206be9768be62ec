import { createHash } from 'node:crypto';

/** What stands before the first entry of a chain. */
export const BEFORE_ALL: Buffer = Buffer.alloc(32);

/** The hash of an entry at its place: SHA-256 over the hash before it, its position and its own words. */
export const hashOf = (before: Uint8Array, position: number, content: string): Buffer =>
  createHash('sha256').update(before).update(`${position}\n${content}`).digest();
