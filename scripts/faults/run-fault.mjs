import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCollected } from '../toolchain/child.mjs';
import { ROOT } from '../toolchain/root.mjs';

const SERVER = 'apps/server';
const COPIED = ['src', 'test', 'public', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
const BESIDE = ['packages', 'docs', 'node_modules', 'package.json', 'tsconfig.base.json'];

/** A copy of the server that may be broken; everything it only reads is linked. */
export function scratchCopy() {
  const root = mkdtempSync(path.join(tmpdir(), 'heldwell-faults-'));
  const folder = path.join(root, SERVER);
  mkdirSync(folder, { recursive: true });
  for (const name of BESIDE) symlinkSync(path.join(ROOT, name), path.join(root, name));
  for (const name of COPIED)
    cpSync(path.join(ROOT, SERVER, name), path.join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'dist'])
    symlinkSync(path.join(ROOT, SERVER, name), path.join(folder, name));
  return { folder, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Where the list of faults has not kept up with the code: what is to be broken must be there exactly once. */
export function misplaced(faults) {
  return faults.flatMap(({ name, breaks }) =>
    breaks
      .filter(({ file, from }) => {
        const at = path.join(ROOT, SERVER, file);
        return !existsSync(at) || readFileSync(at, 'utf8').split(from).length !== 2;
      })
      .map(({ file }) => `“${name}”: its place in ${file} is there not exactly once`),
  );
}

/** Plants one fault, runs its tests and takes it out again. */
export async function runFault({ folder }, { breaks, tests }) {
  const sound = new Map();
  try {
    for (const { file, from, to } of breaks) {
      const at = path.join(folder, file);
      const text = readFileSync(at, 'utf8');
      if (!sound.has(at)) sound.set(at, text);
      writeFileSync(
        at,
        text.replace(from, () => to),
      );
    }
    const program = path.join(folder, 'node_modules/vitest/vitest.mjs');
    const args = [program, 'run', '--bail=1', '--reporter=default', ...tests];
    const { code, output } = await runCollected(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    });
    const by = code === 0 ? null : firstFailure(output);
    return { caught: by !== null, by };
  } finally {
    for (const [at, text] of sound) writeFileSync(at, text);
  }
}

/** The first test that failed, as vitest prints it; null where none did: a file that cannot be loaded has seen nothing. */
function firstFailure(output) {
  return /FAIL\s+(.+ > .+)/.exec(output)?.[1]?.trim() ?? null;
}
