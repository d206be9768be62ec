import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../toolchain/root.mjs';

/** Fetches a package that only some runs need, such as another Node, into `.fetched`, once; answers with this file of it. */
export function fetched(wanted, file) {
  const folder = path.join(ROOT, '.fetched', wanted);
  const at = path.join(folder, 'node_modules', file);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if (!existsSync(at))
    runOrExit(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, wanted]);
  return at;
}

/** Runs a program in the root with this terminal; where it fails, so does this process. */
export function runOrExit(program, args, env = {}) {
  const options = { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' };
  const { status, error } = spawnSync(program, args, options);
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
