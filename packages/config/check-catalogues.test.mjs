import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proseFindings } from './catalogue-prose.mjs';
import { compileCatalogue } from './catalogues.mjs';
import { checkCatalogues } from './check-catalogues.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
  mkdirSync(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function plant(messages, source) {
  writeFileSync(join(folder, 'home/home.messages.json'), JSON.stringify(messages));
  writeFileSync(join(folder, 'home/home.tsx'), source);
  return checkCatalogues([folder]).findings.map((finding) =>
    finding.replace(/^.*home\.(tsx|messages\.json)/, 'home'),
  );
}

describe('the catalogue check', () => {
  it('is content when every text is said through the catalogue', () => {
    const source =
      'export const Home = ({ t, way }) => <p title={t("home.title")}>{t(`home.way-${way}`)} · 3</p>;';
    expect(plant({ 'home.title': 'Home', 'home.way-up': 'Going up' }, source)).toEqual([]);
  });

  it.each([
    ['<p>Hello there</p>', 'Hello there'],
    ['<p>{ok ? "Yes please" : name}</p>', 'Yes please'],
    ['<p>{ok && "Only sometimes"}</p>', 'Only sometimes'],
    ['<img alt="A chart" />', 'A chart'],
    ['<Page title="Home page" />', 'Home page'],
    ['<p aria-label={`Hello ${name}`} />', 'Hello'],
  ])('finds the text hard-coded in %s', (element, text) => {
    expect(plant({}, `export const Home = ({ ok, name }) => ${element};`)).toEqual([
      `home:1: hard-coded text "${text}".`,
    ]);
  });

  it('finds an id that no catalogue has and one that nothing uses', () => {
    const findings = plant({ 'home.old': 'Old' }, 'export const Home = ({ t }) => <p>{t("home.new")}</p>;');
    expect(findings).toEqual(['home:1: no message "home.new".', 'home: "home.old" is not used.']);
  });
});

describe('the wording', () => {
  it('may not run past 20 words in any branch', () => {
    const long = Array.from({ length: 21 }, () => 'word').join(' ');
    expect(proseFindings(`${long}.`)).toEqual(['has a sentence of 21 words.']);
    expect(proseFindings(`{count, plural, one {Short.} other {${long}.}}`)).toEqual([
      'has a sentence of 21 words.',
    ]);
    expect(proseFindings('Ten short words. Then ten more, in a sentence of its own.')).toEqual([]);
  });

  it('may not blame or use the words we banned', () => {
    expect(proseFindings('Invalid date')).toEqual(['says "invalid".']);
    expect(proseFindings('We failed to send it')).toEqual(['says "failed to".']);
    expect(proseFindings('Your user name')).toEqual(['says "user".']);
    expect(proseFindings('Because of this')).toEqual([]);
  });
});

describe('compiling', () => {
  it('turns ICU text into tokens and names the message that cannot be read', () => {
    expect(compileCatalogue('{"a":"Hello {name}"}', 'a.messages.json')).toEqual({ a: ['Hello ', ['name']] });
    expect(() => compileCatalogue('{"a":"Hello {name"}', 'a.messages.json')).toThrow(
      /a\.messages\.json.*"a"/,
    );
    expect(() => compileCatalogue('{"a":1}', 'a.messages.json')).toThrow(/"a" is not a text/);
  });
});
