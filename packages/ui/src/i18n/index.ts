export type { CompiledMessage } from './compiled-message.ts';
export type { Catalogue, Language, MessageValues } from './language.ts';
export { chosenLocale, english, loadLanguage } from './language.ts';
export type { Translate } from './provider.tsx';
export { I18nProvider, translateIn, useLanguage, useT } from './provider.tsx';
export { Rich } from './rich.tsx';
