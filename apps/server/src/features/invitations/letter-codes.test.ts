import { expect, test } from 'vitest';
import { newLetterCode, readLetterCode, shownCode } from './letter-codes.ts';

test('codes are eight characters that are not taken for one another, and hardly ever the same', () => {
  const codes = Array.from({ length: 2_000 }, newLetterCode);
  for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{8}$/);
  expect(new Set(codes).size).toBe(codes.length);
});

test('what is printed is read again, however it is typed', () => {
  expect(shownCode('KM4T9QXA')).toBe('KM4T-9QXA');
  for (const typed of ['KM4T-9QXA', 'km4t 9qxa', ' Km4t9qXa\n', 'KM4T–9QXA', 'ＫＭ４Ｔ９ＱＸＡ'])
    expect(readLetterCode(typed)).toBe('KM4T9QXA');
});
