/**
 * Compiles the style sheets once for all apps: `dist/{patient,carer,professional}.css`.
 * Each app is compiled in its light and its dark theme; wherever a value differs, the sheet keeps one
 * declaration with a custom property, so the dark theme costs no second cascade. Physical sides become
 * logical ones, so a right-to-left page needs no second sheet.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import { compileString } from 'sass';
import { toLogicalSides } from './src/styles/logical-sides.mjs';
import { appNames, entrySource } from './src/styles/themes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const loadPaths = [join(here, 'src/styles'), join(here, 'node_modules/nhsuk-frontend/dist')];
const largestGzip = 35 * 1024;

function compile(name, theme) {
  const { css } = compileString(entrySource(name, theme), { loadPaths, style: 'expanded', quietDeps: true });
  return postcss.parse(css);
}

function declarationsOf(root) {
  const found = [];
  root.walkDecls((declaration) => {
    found.push(declaration);
  });
  return found;
}

/** Folds the dark theme into the light sheet as custom properties; both have the same rules in the same order. */
function foldDark(light, dark) {
  const names = new Map();
  const lightOnes = declarationsOf(light);
  const darkOnes = declarationsOf(dark);
  if (lightOnes.length !== darkOnes.length)
    throw new Error('The dark theme prints other rules than the light one.');
  for (const [index, declaration] of lightOnes.entries()) {
    const other = darkOnes[index];
    if (declaration.prop !== other.prop)
      throw new Error(`The themes part at ${declaration.prop} and ${other.prop}.`);
    if (declaration.value === other.value) continue;
    const pair = `${declaration.value}\u0000${other.value}`;
    if (!names.has(pair)) names.set(pair, `--h${names.size.toString(36)}`);
    declaration.value = `var(${names.get(pair)})`;
  }
  const write = (side) => [...names].map(([pair, name]) => `${name}:${pair.split('\u0000')[side]}`).join(';');
  light.prepend(
    `:root{color-scheme:light;${write(0)}}`,
    `@media screen and (prefers-color-scheme: dark){:root{color-scheme:dark;${write(1)}}}`,
  );
  return light;
}

/** The kit scrolls wide tables by `hw-scroll`; the package's own scroller needs queries that minifiers break. */
function dropScrollStates(root) {
  root.walkAtRules('container', (rule) => {
    rule.remove();
  });
  root.walkRules((rule) => {
    rule.selectors = rule.selectors.filter((selector) => !selector.includes('.nhsuk-scroll'));
    if (rule.selectors.every((selector) => selector === '')) rule.remove();
  });
}

mkdirSync(join(here, 'dist'), { recursive: true });
for (const name of appNames) {
  const started = Date.now();
  const folded = foldDark(compile(name, 'light'), compile(name, 'dark'));
  dropScrollStates(folded);
  toLogicalSides(folded);
  const { code } = transform({
    filename: `${name}.css`,
    code: Buffer.from(folded.toString()),
    minify: true,
    errorRecovery: true,
  });
  const css = Buffer.from(code).toString();
  if (/url\(\s*['"]?(https?:)?\/\//.test(css)) throw new Error(`${name}.css points at another origin.`);
  const size = gzipSync(code, { level: 9 }).length;
  if (size > largestGzip) throw new Error(`${name}.css is ${size} bytes gzipped, more than ${largestGzip}.`);
  writeFileSync(join(here, 'dist', `${name}.css`), css);
  console.log(`${name}.css ${(size / 1024).toFixed(1)} KB gzipped, ${Date.now() - started} ms`);
}
