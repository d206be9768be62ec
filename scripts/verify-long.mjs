// `npm run verify:long`: what takes too long for every run: all of the access matrix, two thousand sockets that never read, and
// the times of every door that takes an e-mail address. What follows goes to vitest: `npm run verify:long -- -t "by entry,"`
// asks one part of the matrix alone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './toolchain/root.mjs';

const { status } = spawnSync(
  process.execPath,
  [
    path.join(ROOT, 'scripts/test.mjs'),
    '--only=apps/server',
    '--',
    'test/access',
    'test/sockets',
    'known-and-unknown',
    ...process.argv.slice(2),
  ],
  // The servers of the matrix keep hundreds of its large documents compiled.
  {
    cwd: ROOT,
    env: { ...process.env, VERIFY_LONG: '1', NODE_OPTIONS: '--max-old-space-size=8192' },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
