/** Days from today: negative is past. Stories say `-years(3)` or `weeks(2)`. */
export type DayOffset = number;

export const weeks = (count: number): DayOffset => Math.round(count * 7);
export const months = (count: number): DayOffset => Math.round(count * 30.4375);
export const years = (count: number): DayOffset => Math.round(count * 365.25);

/** `count` offsets at equal distances, the first and the last included. */
export function spread(count: number, first: DayOffset, last: DayOffset): DayOffset[] {
  return Array.from({ length: count }, (_, step) =>
    Math.round(first + ((last - first) * step) / Math.max(1, count - 1)),
  );
}

/** Turns day offsets into FHIR dates and date-times of one story, seen from one "today" in London. */
export interface StoryCalendar {
  /** The exact day, YYYY-MM-DD: births, emergencies, nights in hospital. */
  date(offset: DayOffset): string;
  /** The nearest day a clinic is open, towards the past for past days and the future for coming ones. */
  clinicDate(offset: DayOffset): string;
  /** The clinic day and a London wall-clock time (HH:MM) with its offset from UTC. */
  clinicTime(offset: DayOffset, time: string): string;
  /** As clinicTime, on the exact day. */
  time(offset: DayOffset, time: string): string;
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const londonZone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  timeZoneName: 'longOffset',
});

function isClosed(day: Date): boolean {
  const monthDay = day.toISOString().slice(5, 10);
  return [0, 6].includes(day.getUTCDay()) || ['12-25', '12-26', '01-01'].includes(monthDay);
}

function withZone(date: string, time: string): string {
  const zone = londonZone.formatToParts(new Date(`${date}T${time}:00Z`));
  const offset = zone.find((part) => part.type === 'timeZoneName')?.value.slice(3) || '+00:00';
  return `${date}T${time}:00${offset}`;
}

/** The same moment's London day gives the same dates, whatever the machine's own time zone. */
export function storyCalendar(today: Date): StoryCalendar {
  const midday = Date.parse(`${londonDay.format(today)}T12:00:00Z`);
  const at = (offset: DayOffset): Date => new Date(midday + offset * 86_400_000);
  const date = (offset: DayOffset): string => at(offset).toISOString().slice(0, 10);
  const clinicDate = (offset: DayOffset): string => {
    const step = offset > 0 ? 1 : -1;
    let open = offset;
    while (isClosed(at(open))) open += step;
    return date(open);
  };
  return {
    date,
    clinicDate,
    time: (offset, time) => withZone(date(offset), time),
    clinicTime: (offset, time) => withZone(clinicDate(offset), time),
  };
}
