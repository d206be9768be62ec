import { existsSync } from 'node:fs';
import path from 'node:path';
import { cyclesOf } from './cycles.mjs';
import {
  exclusiveProblems,
  isTest,
  joined,
  layerProblem,
  placeOf,
  workspaceProblem,
} from './import-rules.mjs';
import { readImports } from './read-imports.mjs';
import { codeFilesOf } from './tree.mjs';

const CODE = /\.(ts|tsx|mts|mjs|js)$/;

/** The one-way import rules and the absence of cycles, over every source file of apps/ and packages/. */
export function checkImports(root) {
  const files = codeFilesOf(root).filter((file) => /^(apps|packages)\//.test(file) && CODE.test(file));
  // A tool that reads nothing is green and blind.
  if (files.length === 0) return ['no source file was found to check'];
  const graph = new Map();
  const problems = files.flatMap((file) => {
    const seen = readImports(path.join(root, file));
    const targets = seen.imports.flatMap(({ source }) => resolve(root, file, source));
    graph.set(file, targets);
    if (isTest(file)) return [];
    const names = [
      ...exclusives(file, seen),
      ...seen.imports.flatMap(({ source }) => packageProblem(file, source)),
    ];
    return [...names, ...targets.flatMap((target) => pathProblem(file, target))];
  });
  return [...new Set(problems), ...cyclesOf(graph).map((files) => `import cycle: ${files.join(' → ')}`)];
}

function exclusives(file, seen) {
  // The inside of the Vite presets and build scripts is not the running program.
  return placeOf(file).inner.startsWith('src/')
    ? exclusiveProblems(file, seen).map((why) => `${file}: ${why}`)
    : [];
}

function packageProblem(file, source) {
  const name = source.match(/^@heldwell\/([^/]+)/)?.[1];
  if (!name || placeOf(file).name === name) return [];
  const isApp = ['server', 'patient', 'carer', 'professional', 'e2e'].includes(name);
  const why = workspaceProblem(file, `${isApp ? 'apps' : 'packages'}/${name}`);
  return why ? [`${file} imports ${source}: ${why}`] : [];
}

function pathProblem(file, target) {
  const [here, there] = [placeOf(file).workspace, placeOf(target).workspace];
  const why =
    here === there ? layerProblem(file, target) : 'another package is reached by its name, never by a path';
  return why ? [`${file} imports ${target}: ${why}`] : [];
}

function resolve(root, file, source) {
  if (!source.startsWith('.')) return [];
  const plain = joined(file, source);
  const candidates = [
    plain,
    `${plain}.ts`,
    `${plain}.tsx`,
    `${plain}/index.ts`,
    plain.replace(/\.js$/, '.ts'),
  ];
  const target = candidates.find((name) => CODE.test(name) && existsSync(path.join(root, name)));
  return target ? [target] : [];
}
