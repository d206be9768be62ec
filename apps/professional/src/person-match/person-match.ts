import type { DateParts } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { Faults } from '@heldwell/views';
import { checkDigitFits } from './nhs-number.ts';
import messages from './person-match.messages.json';

/** Who is meant, as it was typed. All three together name one person, and no fewer do. */
export type PersonValues = { nhsNumber: string; birthDate: DateParts; familyName: string };

/** Nothing typed yet. */
export const nobodyYet: PersonValues = {
  nhsNumber: '',
  birthDate: { day: '', month: '', year: '' },
  familyName: '',
};

/** Ids of the fields, where they differ from the name. */
export const personIds = { birthDate: 'birthDate-day' } as const;

/** The date as it is sent ("1984-03-15"); null when there is no such day, or it has not come yet. */
export function readBirthDate({ day, month, year }: DateParts): string | null {
  const [d, m, y] = [day, month, year].map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : 0));
  const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
  return date.getTime() <= Date.now() && text >= '1870' ? text : null;
}

/** What is sent of them; the form has been checked before. */
export function readPerson({ nhsNumber, birthDate, familyName }: PersonValues) {
  return {
    nhsNumber: nhsNumber.replace(/\D/gu, ''),
    birthDate: readBirthDate(birthDate) ?? '',
    familyName: familyName.trim(),
  };
}

/** Gives what is missing or cannot be right before anybody is asked. */
export function usePersonCheck(): (values: PersonValues) => Faults<PersonValues> {
  const t = useT(messages);
  return ({ nhsNumber, birthDate, familyName }) => {
    const faults: Faults<PersonValues> = {};
    const digits = nhsNumber.replace(/\D/gu, '');
    if (!nhsNumber.trim()) faults.nhsNumber = t('person.nhs-number-missing');
    else if (digits.length !== 10) faults.nhsNumber = t('person.nhs-number-length');
    else if (!checkDigitFits(digits)) faults.nhsNumber = t('person.nhs-number-digits');
    const typed = Object.values(birthDate).some((part) => part.trim());
    if (!typed) faults.birthDate = t('person.birth-date-missing');
    else if (!readBirthDate(birthDate)) faults.birthDate = t('person.birth-date-wrong');
    if (!familyName.trim()) faults.familyName = t('person.family-name-missing');
    return faults;
  };
}
