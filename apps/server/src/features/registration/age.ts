/** From how old on somebody registers, or takes up a record, by themself. */
const OLD_ENOUGH = 16;
/** Older than anybody is. */
const OLDEST = 130;

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in London at a moment, as `2026-11-22`. */
export const londonDay = (now: Date): string => london.format(now);

/**
 * Whether somebody is old enough on the day it is in London. One is sixteen from the first minute of the birthday on; who
 * was born on 29 February, in a year without one, from 1 March on.
 */
export function isOldEnough(birthDate: string, now: Date): boolean {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  // Days as text compare as days; 29 February of a common year is not there, and comes before 1 March all the same.
  const birthday = [year + OLD_ENOUGH, month, day].map((part, at) => String(part).padStart(at ? 2 : 4, '0'));
  return londonDay(now) >= birthday.join('-');
}

/** Whether anybody alive can have been born on that day. */
export function canBeBorn(birthDate: string, now: Date): boolean {
  const today = londonDay(now);
  return birthDate <= today && Number(birthDate.slice(0, 4)) >= Number(today.slice(0, 4)) - OLDEST;
}
