import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { CompiledMessage } from './compiled-message.ts';
import { english, type Language, type MessageValues } from './language.ts';

const LanguageContext = createContext<Language>(english);

/** Makes one language speak below it, and tells the page's `lang` and `dir`. */
export function I18nProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language.tag;
    document.documentElement.dir = language.direction;
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language in force: its locale, tag and direction. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Says the message with this id, with its values filled in. */
export type Translate<Id extends string> = (id: Id, values?: MessageValues) => string;

/** A `t` in a given language over one catalogue; for code outside React. */
export function translateIn<M extends Record<string, string>>(
  language: Language,
  messages: M,
): Translate<keyof M & string> {
  return (id, values) => language.speak(id, messages[id] as CompiledMessage, values);
}

/**
 * The `t` of one catalogue in the language in force. An id that is not in the catalogue does not compile.
 *
 *     import messages from './home.messages.json';
 *     const t = useT(messages);
 *     t('home.greeting', { name })
 */
export function useT<M extends Record<string, string>>(messages: M): Translate<keyof M & string> {
  const language = useLanguage();
  return useMemo(() => translateIn(language, messages), [language, messages]);
}
