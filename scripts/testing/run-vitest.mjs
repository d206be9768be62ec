import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCollected } from '../toolchain/child.mjs';

/**
 * Runs one workspace's tests and counts them from vitest's JSON report. A file that cannot be loaded, a missing report
 * and an error outside every test each count as a failure: nothing that went wrong may leave the sum at "0 failed".
 */
export async function runVitest({ name, folder, args: own = [] }, { env, args = [] }) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'heldwell-report-'));
  const report = path.join(scratch, 'report.json');
  const program = path.join(folder, 'node_modules/vitest/vitest.mjs');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await runCollected(
      process.execPath,
      [program, 'run', ...reporters, ...own, ...args],
      {
        cwd: folder,
        env,
      },
    );
    return { name, output, ...counted(report, code) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function counted(report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const unloaded = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = result.numFailedTests + unloaded;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
