import type { Language, Translate } from '../i18n/index.ts';
import type messages from './formatting.messages.json';
import { dayKey, type Moment, partsOf, readMoment } from './moments.ts';
import { groupNhsNumber, type NameParts, plainName, staffName } from './people.ts';
import { joinUnit } from './units.ts';

/** "patient": the NHS service manual's plain style, also for carers. "professional": the NHS user interface rules. */
export type Profile = 'patient' | 'professional';

/** A measured value. A text keeps the digits its source wrote ("5.40"). */
export interface Quantity {
  value: number | string;
  /** UCUM code or the source's own unit. */
  unit?: string | null;
  comparator?: '<' | '<=' | '>' | '>=' | null;
}

/** A reference range; an open end is missing. */
export interface Range {
  low?: number | string | null;
  high?: number | string | null;
  unit?: string | null;
}

/** Everything that is shown as a date, number or name goes through one of these. */
export interface Format {
  profile: Profile;
  /** "6 August 2026" · "06-Aug-2026"; a month or year alone stays so. */
  date: (moment: Moment) => string;
  /** "Thursday 6 August 2026" · "Thu 06-Aug-2026". */
  longDate: (moment: Moment) => string;
  /** "6 Aug" · "06-Aug", for chart axes and tight lists. */
  shortDate: (moment: Moment) => string;
  /** "5:30pm", "midday" · "14:30", in London. */
  time: (moment: Moment) => string;
  /** "6 August 2026 at 5:30pm" · "06-Aug-2026 14:30"; a date without a time stays a date. */
  dateTime: (moment: Moment) => string;
  /** "6 August 2026 to 8 August 2026". */
  dateRange: (from: Moment, to: Moment) => string;
  /** "Today", "Yesterday", else the long date. */
  day: (moment: Moment, now: Date) => string;
  /** "3 minutes ago"; after 30 days the date. */
  ago: (moment: Moment, now: Date) => string;
  /** "46 years", below two years "7 months". */
  age: (birthDate: string, now: Date) => string;
  /** "Jane Smith", preferred name first · "SMITH, Jane (Mrs)". */
  name: (name: NameParts) => string;
  /** "485 777 3456". */
  nhsNumber: (digits: string) => string;
  /** "250mg", "5.4 mmol/L", "less than 0.1 mmol/L" · "250 mg", "<0.1 mmol/L". */
  quantity: (quantity: Quantity) => string;
  /** "3.5 to 5.3 mmol/L", "up to 5". Empty when neither end is known. */
  range: (range: Range) => string;
  /** "1,250". */
  count: (value: number) => string;
}

type Words = Translate<keyof typeof messages>;

interface Voice {
  dense: boolean;
  tag: string;
  t: Words;
}

function dateIn({ dense, tag }: Voice, moment: Moment, weekday: boolean): string {
  const reading = readMoment(moment);
  const width = dense ? 'short' : 'long';
  const parts = partsOf(reading, tag, {
    weekday: width,
    day: dense ? '2-digit' : 'numeric',
    month: width,
    year: 'numeric',
  });
  // Intl writes "Sept"; the rule for staff is three letters.
  const month = dense ? parts.month?.slice(0, 3) : parts.month;
  const joint = dense ? '-' : ' ';
  if (reading.precision === 'year') return `${parts.year}`;
  if (reading.precision === 'month') return [month, parts.year].join(joint);
  const day = [parts.day, month, parts.year].join(joint);
  return weekday ? `${parts.weekday} ${day}` : day;
}

function timeIn({ dense, t }: Voice, moment: Moment): string {
  const reading = readMoment(moment);
  const parts = partsOf(reading, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const hour = Number(parts.hour);
  const minute = parts.minute ?? '00';
  if (dense) return `${parts.hour}:${minute}`;
  if (minute === '00' && hour === 0) return t('formatting.midnight');
  if (minute === '00' && hour === 12) return t('formatting.midday');
  const half = hour < 12 ? 'am' : 'pm';
  return `${hour % 12 || 12}${minute === '00' ? '' : `:${minute}`}${half}`;
}

function ageIn({ t }: Voice, birthDate: string, now: Date): string {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1, today = 1] = dayKey(now).split('-').map(Number);
  const months = (thisYear - year) * 12 + thisMonth - month - (today < day ? 1 : 0);
  return months < 24
    ? t('formatting.months', { count: Math.max(0, months) })
    : t('formatting.years', { count: Math.floor(months / 12) });
}

function agoIn(voice: Voice, moment: Moment, now: Date): string {
  const minutes = Math.floor((now.getTime() - readMoment(moment).at.getTime()) / 60_000);
  if (minutes < 1) return voice.t('formatting.just-now');
  if (minutes < 60) return voice.t('formatting.minutes-ago', { count: minutes });
  if (minutes < 24 * 60) return voice.t('formatting.hours-ago', { count: Math.floor(minutes / 60) });
  const days = Math.floor(minutes / (24 * 60));
  return days <= 30 ? voice.t('formatting.days-ago', { count: days }) : dateIn(voice, moment, false);
}

function dayIn(voice: Voice, moment: Moment, now: Date): string {
  const key = dayKey(moment);
  if (key === dayKey(now)) return voice.t('formatting.today');
  if (key === dayKey(new Date(now.getTime() - 86_400_000))) return voice.t('formatting.yesterday');
  return dateIn(voice, moment, true);
}

const comparisons = {
  '<': 'formatting.less-than',
  '<=': 'formatting.at-most',
  '>': 'formatting.more-than',
  '>=': 'formatting.at-least',
} as const;

function figure(value: number | string): string {
  return typeof value === 'string' ? value : String(value);
}

function quantityIn({ dense, t }: Voice, { value, unit, comparator }: Quantity): string {
  const joined = joinUnit(figure(value), unit, dense);
  if (!comparator) return joined;
  return dense ? `${comparator}${joined}` : t(comparisons[comparator], { value: joined });
}

function rangeIn({ dense, t }: Voice, { low, high, unit }: Range): string {
  const top = high == null ? null : joinUnit(figure(high), unit, dense);
  if (low == null) return top === null ? '' : t('formatting.up-to', { high: top });
  if (top === null) return t('formatting.or-more', { low: joinUnit(figure(low), unit, dense) });
  return t('formatting.from-to', { from: figure(low), to: top });
}

function shortDateIn({ dense, tag }: Voice, moment: Moment): string {
  const parts = partsOf(readMoment(moment), tag, { day: dense ? '2-digit' : 'numeric', month: 'short' });
  return [parts.day, parts.month?.slice(0, 3)].join(dense ? '-' : ' ');
}

function dateTimeIn(voice: Voice, moment: Moment): string {
  const date = dateIn(voice, moment, false);
  if (!readMoment(moment).hasTime) return date;
  const time = timeIn(voice, moment);
  return voice.dense ? `${date} ${time}` : voice.t('formatting.date-at-time', { date, time });
}

/** Makes the formatter of one profile in one language. In components take it from `useFormat`. */
export function createFormat(profile: Profile, language: Language, t: Words): Format {
  const voice: Voice = { dense: profile === 'professional', tag: language.tag, t };
  const numbers = new Intl.NumberFormat(language.tag);
  return {
    profile,
    date: (moment) => dateIn(voice, moment, false),
    longDate: (moment) => dateIn(voice, moment, true),
    shortDate: (moment) => shortDateIn(voice, moment),
    time: (moment) => timeIn(voice, moment),
    dateTime: (moment) => dateTimeIn(voice, moment),
    dateRange: (from, to) =>
      t('formatting.from-to', { from: dateIn(voice, from, false), to: dateIn(voice, to, false) }),
    day: (moment, now) => dayIn(voice, moment, now),
    ago: (moment, now) => agoIn(voice, moment, now),
    age: (birthDate, now) => ageIn(voice, birthDate, now),
    name: voice.dense ? staffName : plainName,
    nhsNumber: groupNhsNumber,
    quantity: (quantity) => quantityIn(voice, quantity),
    range: (range) => rangeIn(voice, range),
    count: (value) => numbers.format(value),
  };
}
