import type { DateParts } from '@heldwell/ui';

/** A date in three boxes as `1980-03-31`; null where it is none. Spaces around, and a month in letters, are read too. */
export function readDay({ day, month, year }: DateParts): string | null {
  const [d, m, y] = [Number(day.trim()), monthOf(month), Number(year.trim())];
  if (![d, m, y].every((part) => Number.isInteger(part) && part > 0) || year.trim().length !== 4) return null;
  const text = [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOf(typed: string): number {
  const text = typed.trim().toLowerCase();
  const named = MONTHS.indexOf(text.slice(0, 3)) + 1;
  return named || Number(text);
}

/** The date as the three boxes show it. */
export function partsOf(day: string | null): DateParts {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { day: date, month, year };
}
