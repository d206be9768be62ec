import { hash } from 'node:crypto';

/** What stands before the first entry of a chain: a hash in hexadecimal, as all of them. */
export const BEFORE_ALL = '0'.repeat(64);

/** The hash of an entry at its place: SHA-256 over the hash before, its position and its own words, by lines. */
export const hashOf = (before: string, position: number, content: string): string =>
  hash('sha256', `${before}\n${position}\n${content}`);
