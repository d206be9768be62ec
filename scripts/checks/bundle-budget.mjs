import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../toolchain/root.mjs';

/** What a first visit may load, in KB of 1,024 bytes after gzip -9. */
const BUDGETS = {
  patient: { script: 130, style: 35 },
  carer: { script: 115, style: 35 },
  professional: { script: 190, style: 35 },
};

/** Weighs, for each built app, the scripts (preloaded modules too) and styles that its entry HTML names. */
export function checkBudgets(root = ROOT, report = () => {}) {
  return Object.entries(BUDGETS).flatMap(([app, budget]) => {
    const weights = weigh(path.join(root, 'apps', app, 'dist'), app);
    report(`${app}: ${weights.script.toFixed(1)} KB of scripts, ${weights.style.toFixed(1)} KB of styles`);
    return ['script', 'style'].flatMap((kind) => {
      const over = weights[kind] > budget[kind];
      return over
        ? [`${app}: ${weights[kind].toFixed(1)} KB of ${kind}s at first load; ${budget[kind]} KB is the most`]
        : [];
    });
  });
}

function weigh(dist, app) {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const tags = [...html.matchAll(/<(script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const total = (kind) =>
    kilobytes(tags.filter((tag) => kindOf(tag) === kind).map((tag) => fileOf(tag, dist, app)));
  // An entry without a script would weigh nothing and pass.
  if (!tags.some((tag) => kindOf(tag) === 'script'))
    throw new Error(`${app}: the entry HTML names no script`);
  return { script: total('script'), style: total('style') };
}

function kindOf(tag) {
  if (/^<script\b.*\bsrc=/.test(tag) || /rel="modulepreload"/.test(tag)) return 'script';
  return /rel="stylesheet"/.test(tag) ? 'style' : undefined;
}

function fileOf(tag, dist, app) {
  const address = tag.match(/(?:src|href)="([^"]+)"/)[1];
  return path.join(dist, address.replace(`/${app}/`, '').replace(/^\.?\//, ''));
}

function kilobytes(files) {
  return [...new Set(files)].reduce(
    (sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length / 1024,
    0,
  );
}
