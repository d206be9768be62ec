/**
 * Checks the texts of the web packages: `node packages/config/check-catalogues.mjs [folder …]`.
 * Prints one line a finding and ends with exit code 1 when there is any.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { proseFindings } from './catalogue-prose.mjs';
import { readSource } from './catalogue-source.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const usual = [
  'apps/patient/src',
  'apps/carer/src',
  'apps/professional/src',
  'packages/views/src',
  'packages/ui/src',
];

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'));
}

const isSource = (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('/testing/');

/** Apps never meet on a page, so each is checked with the packages but apart from the others. */
function scopeOf(file) {
  return /^apps\/[^/]+/.exec(relative(root, file))?.[0] ?? 'packages';
}

function readCatalogues(files, findings) {
  const known = [];
  for (const file of files.filter((name) => name.endsWith('.messages.json'))) {
    const scope = scopeOf(file);
    for (const [id, message] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      const twin = known.find(
        (other) =>
          other.id === id && (other.scope === scope || 'packages' === scope || other.scope === 'packages'),
      );
      if (twin) findings.push(`${relative(root, file)}: "${id}" is also in ${relative(root, twin.file)}.`);
      known.push({ id, file, scope });
      for (const finding of proseFindings(message))
        findings.push(`${relative(root, file)}: "${id}" ${finding}`);
    }
  }
  return known;
}

function checkSource({ file, source, scope }, known, findings) {
  const name = relative(root, file);
  for (const { line, text } of source.hardCoded) findings.push(`${name}:${line}: hard-coded text "${text}".`);
  for (const { line, id } of source.said) {
    const found = known.some((message) => message.id === id && ['packages', scope].includes(message.scope));
    if (!found) findings.push(`${name}:${line}: no message "${id}".`);
  }
}

// An id put together in code, such as t(`chart.${way}`), counts as used by its beginning.
function uses(source, id) {
  return source.strings.has(id) || source.beginnings.some((beginning) => id.startsWith(beginning));
}

/** All findings in the given folders, as sentences, and the number of messages read. */
export function checkCatalogues(folders) {
  const files = folders.flatMap(filesBelow);
  const findings = [];
  const known = readCatalogues(files, findings);
  const sources = files.filter(isSource).map((file) => {
    return { file, scope: scopeOf(file), source: readSource(file, readFileSync(file, 'utf8')) };
  });
  for (const one of sources) checkSource(one, known, findings);
  for (const { id, file, scope } of known) {
    const used = sources.some((one) => (scope === 'packages' || one.scope === scope) && uses(one.source, id));
    if (!used) findings.push(`${relative(root, file)}: "${id}" is not used.`);
  }
  return { findings, messages: known.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const { findings, messages } = checkCatalogues(
    (asked.length ? asked : usual).map((folder) => resolve(root, folder)),
  );
  for (const finding of findings) console.error(finding);
  console.log(`${messages} messages, ${findings.length} findings`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
