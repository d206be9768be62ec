import { hash, verify } from '@node-rs/argon2';

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;

/** Passwords everybody tries first, of twelve characters and more; compared without case. */
const COMMON = new Set([
  'password1234',
  'passwordpassword',
  '123456789012',
  'qwertyuiop12',
  'qwertyuiopas',
  'letmeinletmein',
  'iloveyou1234',
  'welcome12345',
  'adminadmin12',
  'abc123abc123',
  '111111111111',
  '000000000000',
  'administrator',
  'password12345',
  'qwerty123456',
  'liverpool123',
  'football1234',
  'sunshine1234',
  'princess1234',
  'changeme1234',
  'trustno1trustno1',
]);

/** NFKC, so that a password typed on another keyboard is the same. */
const normal = (password: string): string => password.normalize('NFKC');

/** Why a password will not do, in a sentence for the person; null when it will. */
export function passwordProblem(password: string): string | null {
  const characters = [...normal(password)];
  if (characters.length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters. Three or four words work well.`;
  if (characters.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  const lower = normal(password).toLowerCase();
  if (COMMON.has(lower) || new Set(lower).size < 4)
    return 'This password is one that people try first. Choose another.';
  return null;
}

/** argon2id with the library's current parameters, kept inside the text. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password));

/** A hash of nothing anybody knows: checked where there is no person, so that both answers take as long. */
const nobodysHash = hash(`nobody ${Math.random()}`);

/** Whether the password fits; takes as long when there is no hash to compare with. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobodysHash), normal(password).slice(0, 4 * LONGEST_PASSWORD));
  return fits && stored !== undefined;
}
