import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { treeOfHtml } from './markup-tree.ts';
import { contentCases } from './parity-content-cases.tsx';
import { fieldCases } from './parity-field-cases.tsx';

interface Fixtures {
  fixtures: { name: string; html: string }[];
}

const home = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'));

function fixtureTrees(component: string, name: string): string[] {
  const file = join(home, 'dist/nhsuk/components', component, 'fixtures.json');
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as Fixtures;
  return fixtures.filter((fixture) => fixture.name === name).map(({ html }) => treeOfHtml(html));
}

describe('our markup is that of nhsuk-frontend for', () => {
  it.each([...contentCases, ...fieldCases].map((one) => [one.component, one.fixture, one] as const))(
    '%s: %s',
    (component, name, { element }) => {
      const trees = fixtureTrees(component, name);
      expect(trees.length, 'fixtures of that name').toBeGreaterThan(0);
      const ours = treeOfHtml(render(element).container.innerHTML);
      if (!trees.includes(ours)) expect(ours).toBe(trees[0]);
    },
  );
});
