import { runCollected } from '../toolchain/child.mjs';
import { ROOT } from '../toolchain/root.mjs';

const FILES = [
  'scripts/checks/checks.test.mjs',
  'scripts/faults/faults.test.mjs',
  'scripts/toolchain/toolchain.test.mjs',
  'docker/docker.test.mjs',
];

/** The tests of the tooling itself run on Node's own test runner: they must not depend on what they test. */
export async function runNodeTests(env) {
  const { code, output } = await runCollected(process.execPath, ['--test', '--test-reporter=tap', ...FILES], {
    cwd: ROOT,
    env,
  });
  const count = (word) => Number(output.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    name: 'tooling',
    output,
    passed: count('pass'),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: count('skipped'),
  };
}
