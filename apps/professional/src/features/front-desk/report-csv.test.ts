import { expect, test } from 'vitest';
import { textOf } from './read-list-file.ts';
import { csvOf } from './report-csv.ts';

test('a report is opened as text: no cell of it is a formula', () => {
  const report = csvOf([
    ['Line', 'Name'],
    [2, '=HYPERLINK("http://example.org")'],
    [3, '@SUM(A1)'],
    [4, '+44'],
    [-5, '-1'],
    [6, 'O"Neill, Zoë'],
  ]);
  expect(report).toBe(
    '\uFEFFLine,Name\r\n2,"\'=HYPERLINK(""http://example.org"")"\r\n3,\'@SUM(A1)\r\n4,\'+44\r\n-5,\'-1\r\n6,"O""Neill, Zoë"\r\n',
  );
});

test('a list is read in UTF-8, with or without its mark, and in the letters of Windows', () => {
  const utf8 = new TextEncoder().encode('Zoë');
  expect(textOf(utf8)).toBe('Zoë');
  expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('Zoë');
  // Node reads 0x80 to 0x9f of these letters amiss; browsers do not.
  expect(textOf(new Uint8Array([0x5a, 0x6f, 0xeb]))).toBe('Zoë');
});
