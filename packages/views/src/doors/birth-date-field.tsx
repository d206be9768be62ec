import { DateInput, type DateParts } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import messages from './doors.messages.json';
import { readDay } from './read-day.ts';

type BirthDateFieldProps = {
  value: DateParts;
  error?: string;
  onChange: (parts: DateParts) => void;
  /** Why it is asked for; left out, because nobody has made sure yet who somebody is. */
  why?: string;
};

/** What is wrong with a birth date as it was typed; null where nothing is. */
export function faultOfBirthDate(parts: DateParts, t: Translate<keyof typeof messages>): string | null {
  if (!Object.values(parts).some((part) => part.trim())) return t('door.birth-date-missing');
  return readDay(parts) ? null : t('door.birth-date-wrong');
}

/** The same for a form that has no words of its own for it. */
export function useBirthDateFault(): (parts: DateParts) => string | null {
  const t = useT(messages);
  return (parts) => faultOfBirthDate(parts, t);
}

/** The birth date, and why it is asked for. */
export function BirthDateField({ value, error, onChange, why }: BirthDateFieldProps) {
  const t = useT(messages);
  return (
    <>
      <p>{why ?? t('door.birth-date-why')}</p>
      <DateInput
        id="birthDate"
        legend={t('door.birth-date')}
        hint={t('door.birth-date-hint')}
        value={value}
        error={error}
        onChange={onChange}
        birthDate
      />
    </>
  );
}
