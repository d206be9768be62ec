const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Ways people and their programs write a day; two digits of a year are nobody's birth date for sure. */
function partsOf(written: string): [year: number, month: number, day: number] | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/.exec(written);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const british = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(written);
  if (british) return [Number(british[3]), Number(british[2]), Number(british[1])];
  const named = /^(\d{1,2})[/.\- ]([a-z]{3})[a-z]*[/.\- ](\d{4})$/i.exec(written);
  const month = named ? MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1 : 0;
  return named && month > 0 ? [Number(named[3]), month, Number(named[1])] : undefined;
}

/** A day that was, at most 130 years ago, as ISO 8601; undefined for everything else. Day before month, as here. */
export function readBirthDate(written: string, today: Date): string | undefined {
  const parts = partsOf(written.trim());
  if (!parts) return undefined;
  const [year, month, day] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const age = today.getTime() - date.getTime();
  return age < 0 || age > 130 * 365.25 * 86_400_000 ? undefined : date.toISOString().slice(0, 10);
}
