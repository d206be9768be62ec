import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { checkBudgets } from './bundle-budget.mjs';
import { checkHosts } from './hosts.mjs';
import { checkImports } from './imports.mjs';
import { checkNames } from './names.mjs';
import { checkSizes } from './sizes.mjs';

const planted = [];
after(() => {
  for (const folder of planted) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files: `{ 'apps/server/src/main.ts': 'content' }`. */
function plant(files) {
  const root = mkdtempSync(path.join(tmpdir(), 'heldwell-planted-'));
  planted.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

/** A small house in which every import goes the right way. */
const HOUSE = {
  'apps/server/src/main.ts': "import './api/schema.ts'; import './env.ts';",
  'apps/server/src/env.ts': 'export const port = process.env.PORT;',
  'apps/server/src/api/schema.ts': "import '../access/rules.ts'; import '../features/record/entry.ts';",
  'apps/server/src/access/rules.ts':
    "import { shield } from 'graphql-shield'; import '../features/record/index.ts'; shield();",
  'apps/server/src/features/record/index.ts': "export * from './entry.ts';",
  'apps/server/src/features/record/entry.ts':
    "import type { People } from '../people/index.ts'; import '../../platform/database.ts';",
  'apps/server/src/features/people/index.ts': "export * from './person.ts';",
  'apps/server/src/features/people/person.ts': 'export type People = string;',
  'apps/server/src/features/consent/index.ts': 'export const consent = 1;',
  'apps/server/src/platform/database.ts':
    "import { DataSource } from 'typeorm'; new DataSource(); export const db = 1;",
  'apps/server/src/platform/clock.ts': "import '../features/consent/index.ts';",
  'apps/patient/src/main.tsx': "import './app/app.tsx';",
  'apps/patient/src/app/app.tsx':
    "import '../features/home/home.tsx'; import '../features/share/share.tsx'; import '@heldwell/views';",
  'apps/patient/src/features/home/home.tsx': 'export const home = 1;',
  'apps/patient/src/features/share/share.tsx': 'export const share = 1;',
  'packages/views/src/index.ts': "import '@heldwell/client'; import '@heldwell/ui';",
  'packages/client/src/index.ts': "import '@heldwell/schema/schema.graphql';",
  'packages/ui/src/index.ts': 'export const kit = 1;',
};

const TREE_OF = { server: 'apps/server/src', patient: 'apps/patient/src' };
const S = TREE_OF.server;
const P = TREE_OF.patient;

/** What is planted, and what the check must say about it. */
const VIOLATIONS = {
  'platform imports a feature': [
    `${S}/platform/a.ts`,
    "import '../features/record/index.ts';",
    /platform → features|features/,
  ],
  'a feature imports access': [
    `${S}/features/record/a.ts`,
    "import '../../access/rules.ts';",
    /not features → access/,
  ],
  'access imports api, for its type only': [
    `${S}/access/a.ts`,
    "import type { A } from '../api/schema.ts';",
    /not access → api/,
  ],
  'api imports main': [`${S}/api/a.ts`, "export * from '../main.ts';", /not api → main/],
  'a feature enters another by its side door': [
    `${S}/features/record/a.ts`,
    "import '../people/person.ts';",
    /only through its index/,
  ],
  'a dynamic import goes up': [
    `${S}/platform/a.ts`,
    "await import('../api/schema.ts');",
    /not platform → api/,
  ],
  'a type in brackets goes up': [
    `${S}/platform/a.ts`,
    "export type A = import('../api/schema.ts').A;",
    /not platform → api/,
  ],
  'process.env elsewhere': [`${S}/platform/a.ts`, 'export const a = process.env.A;', /only env.ts/],
  'process["env"] elsewhere': [`${S}/platform/a.ts`, "export const a = process['env'].A;", /only env.ts/],
  'env unpacked from process': [
    `${S}/platform/a.ts`,
    'const { env } = process; export { env };',
    /only env.ts/,
  ],
  'env imported from node:process': [
    `${S}/platform/a.ts`,
    "import { env } from 'node:process'; export { env };",
    /only env.ts/,
  ],
  'DataSource elsewhere': [
    `${S}/platform/a.ts`,
    "import type { DataSource } from 'typeorm';",
    /knows DataSource/,
  ],
  'graphql-shield elsewhere': [`${S}/api/a.ts`, "import { rule } from 'graphql-shield';", /only access/],
  'a web feature imports another': [
    `${P}/features/home/a.tsx`,
    "import '../share/share.tsx';",
    /never import each other/,
  ],
  'a web feature imports the app': [
    `${P}/features/home/a.tsx`,
    "import '../../app/app.tsx';",
    /not features → app/,
  ],
  'ui imports client': ['packages/ui/src/a.ts', "import '@heldwell/client';", /packages go/],
  'client imports views': ['packages/client/src/a.ts', "import '@heldwell/views';", /packages go/],
  'the server imports the kit': [`${S}/api/a.ts`, "import '@heldwell/ui';", /only packages\/schema/],
  'a package imports an app': [
    'packages/ui/src/a.ts',
    "import '@heldwell/patient';",
    /no one imports an app/,
  ],
  'a package is entered by path': [
    `${P}/app/a.tsx`,
    "import '../../../../packages/ui/src/index.ts';",
    /by its name/,
  ],
  'a cycle of types': [
    `${S}/features/people/person.ts`,
    "import type { E } from './index.ts'; export type P = E;",
    /import cycle/,
  ],
};

describe('one-way imports', () => {
  test('a house in order has nothing to report', () => {
    assert.deepEqual(checkImports(plant(HOUSE)), []);
  });
  for (const [name, [file, content, expected]] of Object.entries(VIOLATIONS)) {
    test(`reports: ${name}`, () => {
      const problems = checkImports(plant({ ...HOUSE, [file]: content }));
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0], expected);
      assert.ok(problems[0].includes(file), problems[0]);
    });
  }
  test('an empty tree and a file that cannot be read do not pass', () => {
    assert.equal(checkImports(plant({ 'README.md': '' })).length, 1);
    assert.throws(() => checkImports(plant({ 'apps/server/src/a.ts': 'import {' })), /cannot be parsed/);
  });
});

describe('sizes, names, hosts, weight', () => {
  test('a file of 250 lines passes, one of 251 does not', () => {
    const root = plant({ 'a.ts': 'x\n'.repeat(250), 'b.ts': 'x\n'.repeat(251) });
    assert.deepEqual(checkSizes(root), ['b.ts has 251 lines; 250 is the most']);
  });
  test('empty words and other spellings than kebab-case are reported', () => {
    const root = plant({
      'src/date-utils.ts': '',
      'src/common/a.ts': '',
      'src/myFile.ts': '',
      'src/grant.type.ts': '',
    });
    assert.equal(checkNames(root).length, 3);
  });
  test('registry hosts and machine paths are reported', () => {
    const bad = {
      'a.md': `https://${'registry'}.npmjs.org/x`,
      'b.ts': `'/${'home'}/someone/x'`,
      '.npmrc': `${'registry'}=x`,
    };
    assert.equal(checkHosts(plant(bad)).length, 3);
    assert.deepEqual(checkHosts(plant({ 'a.md': '`https://example.org/home/page/` and ./work/here' })), []);
    assert.equal(checkHosts(plant({ 'pnpm-lock.yaml': 'tarball: https://example.org/x.tgz' })).length, 1);
  });
  test('a first load over its budget is reported, and one without a script is an error', () => {
    const html = (app) =>
      `<script type="module" src="/${app}/a.js"></script><link rel="modulepreload" href="/${app}/b.js">`;
    const noise = Array.from({ length: 400_000 }, (_, i) =>
      String.fromCharCode(33 + (((i * i * 31 + i * 7) >> 3) % 90)),
    ).join('');
    const apps = Object.fromEntries(
      ['patient', 'carer', 'professional'].flatMap((app) => [
        [`apps/${app}/dist/index.html`, html(app)],
        [`apps/${app}/dist/a.js`, '1'],
        [`apps/${app}/dist/b.js`, '2'],
      ]),
    );
    assert.deepEqual(checkBudgets(plant(apps)), []);
    assert.match(
      checkBudgets(plant({ ...apps, 'apps/carer/dist/b.js': noise }))[0],
      /^carer: .* is the most$/,
    );
    assert.throws(
      () => checkBudgets(plant({ ...apps, 'apps/carer/dist/index.html': '<p>' })),
      /names no script/,
    );
  });
});
