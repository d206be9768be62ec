import type { PrivacyLabel } from '../consent/index.ts';

/** What a token may see of records: everything of one label in those that are shared with the app. */
const READING = {
  'read:GENERAL': 'GENERAL',
  'read:MENTAL_HEALTH': 'MENTAL_HEALTH',
  'read:SEXUAL_HEALTH': 'SEXUAL_HEALTH',
  'read:SOCIAL_CARE': 'SOCIAL_CARE',
} as const satisfies Record<string, PrivacyLabel>;
type ReadingScope = keyof typeof READING;

/** Lets a token ask about the schema: of types and fields, and of nobody's record. For a partner by itself alone. */
export const INTROSPECT = 'schema:introspect';
export type Scope = ReadingScope | typeof INTROSPECT;
export const SCOPES: readonly Scope[] = [...(Object.keys(READING) as ReadingScope[]), INTROSPECT];

const isReading = (word: string): word is ReadingScope => Object.hasOwn(READING, word);
const isScope = (word: string): word is Scope => isReading(word) || word === INTROSPECT;

/**
 * Reads what is asked for, words with blanks between. Nothing asked for means all there is to be had; null where a word is
 * no scope, or more than there is to be had.
 */
export function scopesAsked(asked: string | undefined, most: readonly string[]): Scope[] | null {
  const words = [...new Set((asked ?? '').split(' ').filter(Boolean))];
  const scopes = (words.length > 0 ? words : most).filter(isScope);
  if (words.some((word) => !isScope(word) || !most.includes(word))) return null;
  return scopes.length > 0 ? scopes : null;
}

export const labelsOf = (scopes: readonly string[]): PrivacyLabel[] =>
  scopes.filter(isReading).map((scope) => READING[scope]);
export const scopesOf = (labels: readonly string[]): Scope[] =>
  (Object.keys(READING) as ReadingScope[]).filter((scope) => labels.includes(READING[scope]));
/** What a person is asked for: what a partner may see of them. */
export const readingScopes = (scopes: readonly string[]): string[] => scopes.filter(isReading);
