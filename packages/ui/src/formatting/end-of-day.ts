const minute = 60_000;
const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

/** The last minute of a day in London, from what was typed; null where there is no such day. */
export function endOfDay({ day, month, year }: { day: string; month: string; year: string }): Date | null {
  const [d, m, y] = [day, month, year].map((part) => Number(part.trim() || Number.NaN)) as [
    number,
    number,
    number,
  ];
  const isWhole = [d, m, y].every(Number.isInteger) && y >= 1000;
  const start = new Date(Date.UTC(y, m - 1, d));
  if (!isWhole || start.getUTCMonth() !== m - 1 || start.getUTCDate() !== d) return null;
  const next = new Date(Date.UTC(y, m - 1, d + 1));
  // In summer the day ends an hour earlier than in UTC.
  const early = Number(hourInLondon.format(next)) * 60 * minute;
  return new Date(next.getTime() - early - minute);
}
