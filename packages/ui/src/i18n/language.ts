import { type I18n, setupI18n } from '@lingui/core';
import type { CompiledMessage } from './compiled-message.ts';

/** A value put into a message: shown as it stands, so format dates, numbers with units and names first. */
export type MessageValues = Record<string, string | number>;

/** Texts of another language by message id; what is missing there falls back to English. */
export type Catalogue = Record<string, CompiledMessage>;

/** One language ready to speak. Make it with `loadLanguage`. */
export interface Language {
  /** BCP 47 tag, or "pseudo". */
  locale: string;
  /** The tag for `lang` and Intl: "en-GB" for English and for the pseudo-locale. */
  tag: string;
  direction: 'ltr' | 'rtl';
  speak: (id: string, english: CompiledMessage, values?: MessageValues) => string;
}

const rightToLeft = new Set(['ar', 'ur']);

function speakWith(i18n: I18n, alter?: (message: CompiledMessage) => CompiledMessage): Language['speak'] {
  return (id, english, values) => {
    const message = alter ? alter(english) : english;
    // English travels with the component that says it: Lingui takes compiled tokens where its type says text.
    return i18n._(id, values, { message: message as string });
  };
}

function makeLanguage(locale: string, catalogue: Catalogue = {}): Language {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const messages = catalogue as Record<string, string>;
  const i18n = setupI18n({ locale: tag, messages: { [tag]: messages } });
  return { locale, tag, direction: rightToLeft.has(locale) ? 'rtl' : 'ltr', speak: speakWith(i18n) };
}

/** English: the language every message is written in and every component speaks without a provider. */
export const english: Language = /* @__PURE__ */ makeLanguage('en');

/**
 * Makes a language ready. "pseudo" is English, accented and two fifths longer, to find texts that are cut off
 * or hard-coded. Without a catalogue every text falls back to English.
 */
export async function loadLanguage(locale: string, catalogue?: Catalogue): Promise<Language> {
  if (locale === 'en') return english;
  if (locale !== 'pseudo') return makeLanguage(locale, catalogue);
  const { pseudo } = await import('./pseudo.ts');
  const i18n = setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } });
  return { locale, tag: 'en-GB', direction: 'ltr', speak: speakWith(i18n, pseudo) };
}

const storageKey = 'heldwell.language';

/** The locale asked for by `?lang=` (remembered on this device), else the remembered one, else "en". */
export function chosenLocale(): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  try {
    if (asked) window.localStorage.setItem(storageKey, asked);
    return asked ?? window.localStorage.getItem(storageKey) ?? 'en';
  } catch {
    return asked ?? 'en';
  }
}
