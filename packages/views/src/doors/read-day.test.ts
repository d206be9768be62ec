import { expect, test } from 'vitest';
import { partsOf, readDay } from './read-day.ts';

const read = (day: string, month: string, year: string) => readDay({ day, month, year });

test('a date is read however it is typed, and nothing else is', () => {
  for (const month of ['3', '03', ' 3 ', 'March', 'mar'])
    expect(read(' 31', month, '1980 ')).toBe('1980-03-31');
  expect(read('29', '2', '2012')).toBe('2012-02-29');
  for (const [day, month, year] of [
    ['29', '2', '2011'],
    ['31', '4', '1980'],
    ['', '3', '1980'],
    ['3', '3', '80'],
    ['3', '13', '1980'],
    ['3.5', '3', '1980'],
    ['x', 'y', 'z'],
  ] as const)
    expect(read(day, month, year)).toBeNull();
  expect(readDay(partsOf('1980-03-31'))).toBe('1980-03-31');
});
