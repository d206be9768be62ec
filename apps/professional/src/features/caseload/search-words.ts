import { checkDigitFits } from '../../person-match/nhs-number.ts';

/** What was typed to find a patient, ready to ask with; or why it cannot be asked. */
export type SearchWords = { words: string } | { problem: 'nhs-number-length' | 'nhs-number-digits' };

/**
 * Reads what was typed: a name (any spacing), or an NHS number with spaces, dashes and words such as "NHS No."
 * around it.
 */
export function readSearchWords(typed: string): SearchWords {
  const words = typed.replace(/\s+/gu, ' ').trim();
  const digits = words.replace(/\D/gu, '');
  const letters = words.replace(/nhs|number|no\b/giu, '').replace(/[^\p{L}]/gu, '');
  if (digits === '' || letters !== '') return { words };
  if (digits.length !== 10) return { problem: 'nhs-number-length' };
  return checkDigitFits(digits) ? { words: digits } : { problem: 'nhs-number-digits' };
}
