import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../../../..');
const page = readFileSync(path.join(root, 'docs/security/asvs-5.md'), 'utf8');
const rows = page
  .split('\n')
  .map((line) => line.split(' | '))
  .filter(([item]) => /^\| \d/.test(item ?? ''));

it('the table has every item of levels 1 and 2, once, and says of each what holds it', () => {
  expect(rows).toHaveLength(253);
  expect(new Set(rows.map(([item]) => item)).size).toBe(253);
  for (const [item, level, asks, held] of rows) {
    expect(level, item).toMatch(/^[12]$/);
    expect(asks, item).toMatch(/\w{3}/);
    expect(held?.replace(' |', ''), item).toMatch(/\w{3}/);
  }
});

it('the tests and files it names are there', () => {
  const named = rows.flatMap((row) =>
    [...row.join(' ').matchAll(/`([\w./-]+\.\w+)`/g)].map(([, file]) => file ?? ''),
  );
  expect(named.length).toBeGreaterThan(150);
  const missing = named.filter(
    (file) => ![file, `apps/server/${file}`].some((place) => existsSync(path.join(root, place))),
  );
  expect(missing).toEqual([]);
});
