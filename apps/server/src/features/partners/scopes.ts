import type { PrivacyLabel } from '../consent/index.ts';

/** What a token may see: everything of one label in a record that is shared with the app. */
export const SCOPES = {
  'read:GENERAL': 'GENERAL',
  'read:MENTAL_HEALTH': 'MENTAL_HEALTH',
  'read:SEXUAL_HEALTH': 'SEXUAL_HEALTH',
  'read:SOCIAL_CARE': 'SOCIAL_CARE',
} as const satisfies Record<string, PrivacyLabel>;
export type Scope = keyof typeof SCOPES;

const isScope = (word: string): word is Scope => Object.hasOwn(SCOPES, word);

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
  scopes.filter(isScope).map((scope) => SCOPES[scope]);
export const scopesOf = (labels: readonly string[]): Scope[] =>
  (Object.keys(SCOPES) as Scope[]).filter((scope) => labels.includes(SCOPES[scope]));
