import { hash, verify } from '@node-rs/argon2';
import { hashingPool } from './hashing-pool.ts';
import { isTriedFirst } from './tried-first.ts';

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;

/** NFKC, so that a password typed on another keyboard is the same. */
const normal = (password: string): string => password.normalize('NFKC');

/** Why a password will not do, in a sentence for the person; null when it will. `own` are words others know them by. */
export function passwordProblem(password: string, own: readonly string[] = []): string | null {
  const characters = [...normal(password)];
  if (characters.length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters. Three or four words work well.`;
  if (characters.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  const lower = normal(password).toLowerCase();
  if (isTriedFirst(lower) || new Set(lower).size < 4)
    return 'This password is one that people try first. Choose another.';
  if (own.some((word) => word !== '' && normal(word).toLowerCase() === lower))
    return 'This is your e-mail address. Choose something that nobody else knows.';
  return null;
}

/**
 * argon2id with the library's current parameters, kept inside the text.
 * @throws GraphQLError `TOO_BUSY` when too many wait already.
 */
export const hashPassword = (password: string): Promise<string> =>
  hashingPool.run(() => hash(normal(password)));

/** A hash of nothing anybody knows: checked where there is no person, so that both answers take as long. */
const nobodysHash = hash(`nobody ${Math.random()}`);

/**
 * Whether the password fits. One hash on every path: with nothing to compare it takes as long.
 * @throws GraphQLError `TOO_BUSY` when too many wait already.
 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await nobodysHash);
  const typed = normal(password.slice(0, 4 * LONGEST_PASSWORD));
  const fits = await hashingPool.run(() => verify(against, typed));
  return fits && stored != null;
}
