/** A calendar date ("2026-08-06", "2026-08", "2026"), an instant with its zone, or a Date. */
export type Moment = string | Date;

const london = 'Europe/London';
const partial = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** Which parts of a date are known: FHIR dates may be a year or a month alone. */
export type Precision = 'year' | 'month' | 'day';

/** The instant to format and how much of it is known. A calendar date is never moved by a time zone. */
export interface Reading {
  at: Date;
  zone: string;
  precision: Precision;
  hasTime: boolean;
}

/** Reads a moment; throws RangeError when it is no date, so that a wrong date is never shown. */
export function readMoment(moment: Moment): Reading {
  const known = typeof moment === 'string' ? partial.exec(moment) : null;
  if (!known) {
    const at = new Date(moment);
    if (Number.isNaN(at.getTime())) throw new RangeError('Not a date.');
    return { at, zone: london, precision: 'day', hasTime: true };
  }
  const [, year, month, day] = known;
  const at = new Date(Date.UTC(Number(year), Number(month ?? '1') - 1, Number(day ?? '1')));
  // Date.UTC turns 31 February into March; a record must not.
  if (at.getUTCMonth() !== Number(month ?? '1') - 1) throw new RangeError('Not a date.');
  return { at, zone: 'UTC', precision: day ? 'day' : month ? 'month' : 'year', hasTime: false };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The parts of a reading, as words and digits of the given language. */
export function partsOf(
  reading: Reading,
  language: string,
  options: Intl.DateTimeFormatOptions,
): Record<string, string> {
  const key = `${language} ${reading.zone} ${JSON.stringify(options)}`;
  const formatter =
    formatters.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: reading.zone });
  formatters.set(key, formatter);
  return Object.fromEntries(formatter.formatToParts(reading.at).map(({ type, value }) => [type, value]));
}

/** The calendar day in London as "2026-08-06"; equal for two moments on one day. */
export function dayKey(moment: Moment): string {
  const parts = partsOf(readMoment(moment), 'en-GB', { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${parts.year}-${parts.month}-${parts.day}`;
}
