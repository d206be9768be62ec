import { dictionary } from '@zxcvbn-ts/language-common';

/** Passwords seen most often in leaks, some 49,000, in lower case. */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);
/** What people put around a common word to make it longer. */
const FEW = 6;
/** What every person here might think of first. */
const OURS = /^(my|the)?(heldwell|hospital|healthrecord|nhs)+(password|login|record)?$/;
const WALKS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const LETTERS: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

/** The shortest part that a text repeats: `abcabc` is `abc`. */
function repeated(text: string): string {
  const again = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, again);
}

const isKnown = (text: string): boolean => COMMON.has(text) || OURS.test(text);
const isWalk = (text: string): boolean =>
  WALKS.some((walk) => walk.includes(text) || [...walk].reverse().join('').includes(text));

/**
 * Whether a password is one that people try first: a common one as it is, repeated, with a few digits or signs around it
 * or signs in place of letters, two of them in a row, or a walk over the keyboard. Case never counts.
 */
export function isTriedFirst(password: string): boolean {
  const text = password.toLowerCase();
  const part = repeated(text);
  if (part.length < text.length && (part.length <= FEW || isKnown(part))) return true;
  return [text, text.replace(/[@43!10$5]/g, (sign) => LETTERS[sign] ?? sign)].some((form) => {
    const core = form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    const around = form.length - core.length;
    if (isKnown(form) || isWalk(form)) return true;
    if (around <= FEW && (isKnown(core) || isWalk(core) || isTwoKnown(core))) return true;
    return isTwoKnown(form);
  });
}

/** Two common passwords one after the other; words of a phrase are longer and stand apart. */
function isTwoKnown(text: string): boolean {
  if (/\s/.test(text)) return false;
  for (let at = 4; at <= text.length - 4; at += 1) {
    if (COMMON.has(text.slice(0, at)) && COMMON.has(text.slice(at))) return true;
  }
  return false;
}
