import { describe, expect, test } from 'vitest';
import { checkDigitFits } from '../../person-match/nhs-number.ts';
import { readSearchWords } from './search-words.ts';

describe('what was typed to find a patient', () => {
  test.each([
    '9434765919',
    ' 943 476 5919',
    '943-476-5919',
    'NHS No. 943 476 5919',
    '943\u00a0476\u00a05919\n',
  ])('%j is one NHS number', (typed) => {
    expect(readSearchWords(typed)).toEqual({ words: '9434765919' });
  });

  test('names keep their letters and lose needless spaces', () => {
    expect(readSearchWords('  Nwosu ')).toEqual({ words: 'Nwosu' });
    expect(readSearchWords('amara   nwosu')).toEqual({ words: 'amara nwosu' });
    expect(readSearchWords('Ní Bhriain')).toEqual({ words: 'Ní Bhriain' });
    expect(readSearchWords('No')).toEqual({ words: 'No' });
    expect(readSearchWords('')).toEqual({ words: '' });
  });

  test('a number that cannot be an NHS number is said to be one to check', () => {
    expect(readSearchWords('943 476 591')).toEqual({ problem: 'nhs-number-length' });
    expect(readSearchWords('943 476 5918')).toEqual({ problem: 'nhs-number-digits' });
    expect(checkDigitFits('9434765919')).toBe(true);
  });
});
