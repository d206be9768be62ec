import { useFormat } from '../formatting/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { useKitText } from '../text.ts';
import { Bidi } from './bidi.tsx';

export interface BirthDateProps {
  /** YYYY-MM-DD; null when nobody said it. */
  date: string | null;
  /** When the person died, which is the age they are then said to have. */
  diedAt?: string | null;
}

/** "14 Mar 1987 (39 years)": the date stays on one line, the age may go to the next. */
export function BirthDate({ date, diedAt }: BirthDateProps) {
  const t = useKitText();
  const format = useFormat();
  if (!date) return t('ui.birth-date-not-known');
  const at = diedAt ? new Date(diedAt) : new Date();
  const words = t('ui.born-age', { date: format.date(date), age: format.age(date, at) });
  return <Rich text={words} parts={{ date: (day) => <Bidi>{day}</Bidi> }} />;
}
