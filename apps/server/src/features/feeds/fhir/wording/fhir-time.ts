import type { Period } from 'fhir/r4.js';

export type TimePrecision = 'YEAR' | 'MONTH' | 'DAY' | 'TIME';

/** An instant, and how exactly the sender knew it: a bare year stands at its first moment, in UTC. */
export interface KnownTime {
  at: string;
  precision: TimePrecision;
}

/** A FHIR date, dateTime or instant; null for what is absent or no time. */
export function readTime(text: string | undefined): KnownTime | null {
  if (!text) return null;
  const [date, time] = text.split('T');
  const [year, month, day] = (date ?? '').split('-');
  if (time !== undefined) {
    // FHIR allows a leap second, Date does not; minutes alone and a missing zone (a sender's slip) mean UTC.
    const instant = new Date(text.replace(/:60(?=\D|$)/, ':59').replace(/T[\d:.]+$/, '$&Z'));
    return Number.isNaN(instant.getTime()) ? null : { at: instant.toISOString(), precision: 'TIME' };
  }
  const lowest = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00.000Z`);
  if (Number.isNaN(lowest.getTime())) return null;
  return { at: lowest.toISOString(), precision: day ? 'DAY' : month ? 'MONTH' : 'YEAR' };
}

/** When something was: the start and end of a period, or one time. */
export interface When {
  start: KnownTime | null;
  end: KnownTime | null;
}

/** The first of several dateTimes and periods that says anything. */
export function whenOf(...candidates: (string | Period | undefined)[]): When {
  for (const candidate of candidates) {
    const when =
      typeof candidate === 'string'
        ? { start: readTime(candidate), end: null }
        : { start: readTime(candidate?.start), end: readTime(candidate?.end) };
    if (when.start || when.end) return when;
  }
  return { start: null, end: null };
}

/** A FHIR date in words (`March 2019`, `4 March 2019`, with the clock where it was known), for text within content. */
export function timeInWords(text: string | undefined): string | undefined {
  const known = readTime(text);
  if (!known) return undefined;
  const format: Intl.DateTimeFormatOptions = {
    timeZone: known.precision === 'TIME' ? 'Europe/London' : 'UTC',
    year: 'numeric',
  };
  if (known.precision !== 'YEAR') format.month = 'long';
  if (known.precision === 'DAY' || known.precision === 'TIME') format.day = 'numeric';
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(known.at));
}
