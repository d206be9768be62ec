import { readNhsNumber } from '../people/index.ts';
import { levelAnswered, type ProofLevel } from './relying-party/vectors-of-trust.ts';

type Claims = Readonly<Record<string, unknown>>;

/** A claim's words, where they are words of a sensible length. */
export function wordsOf(claim: unknown): string | null {
  const text = typeof claim === 'string' ? claim.trim() : '';
  return text.length > 0 && text.length <= 200 && !text.includes('\u0000') ? text : null;
}

/** One or several words; a list with anything else in it is none. */
export function listOf(claim: unknown): string[] {
  const all = Array.isArray(claim) ? claim : [claim];
  const words = all.map(wordsOf);
  return words.every((word) => word !== null) ? words.slice(0, 50) : [];
}

const isDate = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);

/** An e-mail its provider has confirmed; null otherwise. */
function confirmedEmail(claims: Claims): string | null {
  const email = wordsOf(claims.email);
  return email && claims.email_verified === true && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/** Somebody who proved who they are. */
export interface ProvedPerson {
  nhsNumber: string;
  birthDate: string;
  givenName: string | null;
  familyName: string;
  email: string | null;
}

/** What a national sign-in says of somebody: how surely it knows them, and who they are where it does. */
export interface NationalClaims {
  level: ProofLevel;
  proved: ProvedPerson | null;
}

/** Reads a national sign-in's claims; null where the level is none of those asked for. */
export function nationalClaims(claims: Claims, asked: readonly string[]): NationalClaims | null {
  const level = levelAnswered(claims.vot, asked);
  if (!level) return null;
  // Said twice by some, it has to be the same both times.
  const said = wordsOf(claims.identity_proofing_level);
  if (said !== null && said !== level) return null;
  return { level, proved: level === 'P9' ? provedPerson(claims) : null };
}

function provedPerson(claims: Claims): ProvedPerson | null {
  const number = readNhsNumber(wordsOf(claims.nhs_number) ?? '');
  const birthDate = wordsOf(claims.birthdate);
  const familyName = wordsOf(claims.family_name);
  if (number.is !== 'VALID' || !isDate(birthDate) || !familyName) return null;
  const givenName = wordsOf(claims.given_name);
  return { nhsNumber: number.value, birthDate, familyName, givenName, email: confirmedEmail(claims) };
}
