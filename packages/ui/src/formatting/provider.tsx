import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useLanguage, useT } from '../i18n/index.ts';
import { createFormat, type Format, type Profile } from './format.ts';
import messages from './formatting.messages.json';

const ProfileContext = createContext<Profile>('patient');

/** Chooses how dates, times, names and values are written below it. Carers read the patient profile. */
export function FormattingProvider({ profile, children }: { profile: Profile; children: ReactNode }) {
  return <ProfileContext value={profile}>{children}</ProfileContext>;
}

/** The formatter in force; the only way a component writes a date, a time, a name or a value. */
export function useFormat(): Format {
  const profile = useContext(ProfileContext);
  const language = useLanguage();
  const t = useT(messages);
  return useMemo(() => createFormat(profile, language, t), [profile, language, t]);
}
