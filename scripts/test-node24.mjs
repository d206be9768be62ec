// `npm run test:node24`: the server's tests once more, on Node 24, which is fetched into .n24.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './toolchain/root.mjs';

const folder = path.join(ROOT, '.n24');
const node = path.join(
  folder,
  process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node',
);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

if (!existsSync(node))
  run(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, 'node@24']);
run(node, ['scripts/test.mjs', '--only=apps/server', ...process.argv.slice(2)]);

function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
