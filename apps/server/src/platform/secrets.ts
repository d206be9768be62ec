import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret everything derived here hangs on: the given one, or one generated once in the data folder.
 * Every server process of one installation must have the same.
 */
export function installationSecret(given: string, dataDir: string): string {
  if (given) return given;
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'secret');
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** A key or password for one purpose; knowing one tells nothing of another. Hexadecimal, 64 characters. */
export function derive(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}

/** A new secret for a person or machine to hold, such as a cookie's value: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of such a token: enough to find it, useless to present. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** No vowels, so that no word comes of it, and nothing that is read as something else: 0 O, 1 I L. */
const READABLE = 'BCDFGHJKMNPQRSTVWXYZ23456789';

/** A code that people read off paper and type: about 4.8 random bits a character. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('');
}
