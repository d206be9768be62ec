export type { Catalogue, CompiledMessage, Language, MessageValues } from './language.ts';
export { chosenLocale, english, loadLanguage } from './language.ts';
export type { Translate } from './provider.tsx';
export { I18nProvider, translateIn, useLanguage, useT } from './provider.tsx';
export { Rich } from './rich.tsx';
