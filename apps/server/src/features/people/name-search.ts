import { readNhsNumber } from './nhs-number.ts';

/** What a person typed to find a patient, as the caseload can look it up. */
export interface NameSearch {
  /** Beginning of the family name, lower case; empty for all. */
  family: string;
  /** Beginning of the given name. */
  given: string;
  /** Ten digits, when it is an NHS number. */
  nhsNumber: string | null;
}

/** Reads “nwo”, “Amara Nwosu”, “Nwosu, Amara” or an NHS number with any spaces or dashes. */
export function readNameSearch(typed: string | null | undefined): NameSearch {
  const text = (typed ?? '').normalize('NFKC').trim().toLowerCase();
  const digits = text.replace(/[\s-]/g, '');
  if (readNhsNumber(digits).is === 'VALID') return { family: '', given: '', nhsNumber: digits };
  if (text.includes(',')) {
    const [family = '', given = ''] = text.split(',').map((part) => part.trim());
    return { family, given, nhsNumber: null };
  }
  const words = text.split(/\s+/);
  return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' '), nhsNumber: null };
}

/** The first text after all that begin so, compared by bytes. */
export const beyond = (beginning: string): string => `${beginning}\u{10FFFF}`;
