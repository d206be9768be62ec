import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../toolchain/root.mjs';

/** Fetches what only some runs need, such as another Node, into `.fetched/NAME`, once; answers with that folder. */
export function fetched(name, wanted) {
  const folder = path.join(ROOT, '.fetched', name);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if (!existsSync(folder))
    runOrExit(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, wanted]);
  return folder;
}

/** Runs a program in the root with this terminal; where it fails, so does this process. */
export function runOrExit(program, args, env = {}) {
  const options = { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' };
  const { status, error } = spawnSync(program, args, options);
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
