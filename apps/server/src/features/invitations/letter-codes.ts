import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another on paper or on the phone: no I, L, O, S, Z, 0, 1, 2, 5, B, 8. */
const ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';
const LENGTH = 8;

/** A code of a letter, as it is kept and compared: eight characters. */
export const newLetterCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** As it is printed: `KM4T-9QXA`. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** What somebody typed, as it is compared: any case, spaces and dashes do not matter. */
export const readLetterCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
