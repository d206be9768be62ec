import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the checked-in GraphQL types are those of the checked-in schema', { timeout: 60_000 }, () => {
  const root = join(import.meta.dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'heldwell-schema-'));
  const fresh = join(folder, 'graphql-env.d.ts');
  try {
    execFileSync(join(root, 'node_modules/.bin/gql.tada'), ['generate-output', '--output', fresh], {
      cwd: root,
    });
    expect(readFileSync(fresh, 'utf8')).toBe(readFileSync(join(root, 'src/graphql-env.d.ts'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
