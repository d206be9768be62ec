import { describe, expect, it } from 'vitest';
import { canBeBorn, isOldEnough, londonDay } from './age.ts';

const at = (moment: string) => new Date(moment);

describe('being sixteen', () => {
  it('begins with the first minute of the day in London, in winter', () => {
    expect(isOldEnough('2010-11-22', at('2026-11-21T23:59:59.999Z'))).toBe(false);
    expect(isOldEnough('2010-11-22', at('2026-11-22T00:00:00Z'))).toBe(true);
  });

  it('begins at midnight by the clocks of summer, an hour before that of Greenwich', () => {
    expect(isOldEnough('2010-07-15', at('2026-07-14T22:59:59.999Z'))).toBe(false);
    expect(isOldEnough('2010-07-15', at('2026-07-14T23:00:00Z'))).toBe(true);
  });

  it('is told right on the days the clocks change', () => {
    // Forward in the night to 29 March 2026: its midnight is still Greenwich's. Back on 25 October: its midnight is summer's.
    expect(isOldEnough('2010-03-29', at('2026-03-28T23:59:59.999Z'))).toBe(false);
    expect(isOldEnough('2010-03-29', at('2026-03-29T00:00:00Z'))).toBe(true);
    expect(isOldEnough('2010-03-30', at('2026-03-29T22:59:59.999Z'))).toBe(false);
    expect(isOldEnough('2010-03-30', at('2026-03-29T23:00:00Z'))).toBe(true);
    expect(isOldEnough('2010-10-25', at('2026-10-24T22:59:59.999Z'))).toBe(false);
    expect(isOldEnough('2010-10-25', at('2026-10-24T23:00:00Z'))).toBe(true);
    expect(isOldEnough('2010-10-26', at('2026-10-25T23:59:59.999Z'))).toBe(false);
    expect(isOldEnough('2010-10-26', at('2026-10-26T00:00:00Z'))).toBe(true);
  });

  it('comes with 1 March to those of 29 February, where that year has none', () => {
    // 2028 has a 29 February, 2116 is the next after a century's common year.
    expect(isOldEnough('2012-02-29', at('2028-02-28T23:59:59Z'))).toBe(false);
    expect(isOldEnough('2012-02-29', at('2028-02-29T00:00:00Z'))).toBe(true);
    expect(isOldEnough('2084-02-29', at('2100-02-28T23:59:59Z'))).toBe(false);
    expect(isOldEnough('2084-02-29', at('2100-03-01T00:00:00Z'))).toBe(true);
  });

  it('is the same for every birth date of a leap year, from the day on and not before', () => {
    const day = 86_400_000;
    for (let born = Date.UTC(2008, 0, 1); born < Date.UTC(2009, 0, 1); born += day) {
      const birthDate = new Date(born).toISOString().slice(0, 10);
      const [, month = 0, date = 0] = birthDate.split('-').map(Number);
      const noon = Date.UTC(2024, month - 1, date, 12);
      expect(isOldEnough(birthDate, new Date(noon)), birthDate).toBe(true);
      expect(isOldEnough(birthDate, new Date(noon - day)), birthDate).toBe(false);
    }
  });
});

describe('a birth date', () => {
  it('is a day somebody alive can have', () => {
    const now = at('2026-11-22T10:00:00Z');
    expect(canBeBorn('2026-11-22', now)).toBe(true);
    expect(canBeBorn('2026-11-23', now)).toBe(false);
    expect(canBeBorn('1896-01-01', now)).toBe(true);
    expect(canBeBorn('1895-12-31', now)).toBe(false);
  });

  it('is judged by the day in London', () => {
    expect(londonDay(at('2026-07-14T23:30:00Z'))).toBe('2026-07-15');
  });
});
