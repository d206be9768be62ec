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

function usedIds(id, sources) {
  if (sources.ids.has(id)) return true;
  // An id put together in code, such as t(`chart.${way}`), counts as used by its beginning.
  return sources.beginnings.some((beginning) => id.startsWith(beginning));
}

/** All findings in the given folders, as sentences. */
export function checkCatalogues(folders) {
  const files = folders.flatMap(filesBelow);
  const findings = [];
  const known = new Map();
  for (const file of files.filter((name) => name.endsWith('.messages.json'))) {
    for (const [id, message] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      if (known.has(id))
        findings.push(`${relative(root, file)}: "${id}" is also in ${relative(root, known.get(id))}.`);
      known.set(id, file);
      for (const finding of proseFindings(message))
        findings.push(`${relative(root, file)}: "${id}" ${finding}`);
    }
  }
  const sources = { ids: new Set(), beginnings: [] };
  for (const file of files.filter(isSource)) {
    const source = readSource(file, readFileSync(file, 'utf8'));
    for (const { line, text } of source.hardCoded)
      findings.push(`${relative(root, file)}:${line}: hard-coded text "${text}".`);
    for (const { line, id } of source.said) {
      if (!known.has(id)) findings.push(`${relative(root, file)}:${line}: no message "${id}".`);
    }
    for (const id of source.strings) sources.ids.add(id);
    sources.beginnings.push(...source.beginnings);
  }
  for (const [id, file] of known) {
    if (!usedIds(id, sources)) findings.push(`${relative(root, file)}: "${id}" is not used.`);
  }
  return { findings, messages: known.size };
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
