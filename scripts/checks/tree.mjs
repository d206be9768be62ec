import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.git', '.turbo', '.data', '.fetched', 'coverage']);

/** Paths of the project's files relative to `root`, with forward slashes: what git tracks or would track, else all. */
export function filesOf(root) {
  if (!existsSync(path.join(root, '.git'))) return walk(root, '');
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  const names = list.toString().split('\0').filter(Boolean);
  return [...new Set(names)]
    .filter((name) => existsSync(path.join(root, name)))
    .sort((one, other) => (one < other ? -1 : 1));
}

/** Only those a person writes as program or style. */
export function codeFilesOf(root) {
  return filesOf(root).filter((file) => /\.(ts|tsx|mts|mjs|js|css|scss)$/.test(file) && !isGenerated(file));
}

const isGenerated = (file) => /\.generated\.|graphql-env\.d\.ts$/.test(file);

function walk(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : walk(root, name);
    return entry.isFile() ? [name] : [];
  });
}
