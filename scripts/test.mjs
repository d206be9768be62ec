// `npm test`: installs, builds, runs every check and every test, and says the sum in its last line.
// `--only=apps/server` runs one workspace's tests alone; what follows `--` goes to vitest.

import path from 'node:path';
import { runNodeTests } from './testing/run-node-tests.mjs';
import { runVitest } from './testing/run-vitest.mjs';
import { findChromium, vitestSuites } from './testing/suites.mjs';
import { stopChildrenOnSignals } from './toolchain/child.mjs';
import { endWithParent } from './toolchain/parent.mjs';
import { build, install } from './toolchain/prepare.mjs';
import { Stop } from './toolchain/stop.mjs';
import { checkNode } from './toolchain/supported-node.mjs';

const JOURNEYS = 'apps/e2e';
/** Projects of vitest that run beside each other, the longest first, and those held to time. */
const BESIDE = [
  [JOURNEYS, 'free'],
  ['apps/server', 'free'],
  ['apps/server', 'matrix'],
];
const TIMED = [
  ['apps/server', 'timed'],
  [JOURNEYS, 'timed'],
];
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const separator = process.argv.indexOf('--');
const args = separator === -1 ? [] : process.argv.slice(separator + 1);
const started = Date.now();
const results = [];

await everything().catch((error) => {
  const output = error instanceof Stop ? error.message : String(error.stack);
  report({ name: 'preparation', output, passed: 0, failed: 1, skipped: 0 });
});
summarise();

async function everything() {
  checkNode();
  endWithParent();
  stopChildrenOnSignals();
  await install();
  await build();
  const chromium = findChromium();
  const env = testEnvironment(chromium);
  const suites = vitestSuites().filter(({ name }) => only === undefined || name === only);
  if (only && suites.length === 0) throw new Stop(`There are no tests in ${only}.`);
  if (!chromium && suites.some(({ name }) => name === JOURNEYS)) report(withoutBrowser());
  const runnable = suites.filter(({ name }) => chromium || name !== JOURNEYS);
  const run = (suite) => async () => report(await timed(() => runVitest(suite, { env, args })));
  const parts = (projects) => projects.flatMap(([name, project]) => part(runnable, name, project)).map(run);
  const [first, second, ...others] = parts(BESIDE);
  const whole = runnable.filter(({ name }) => !BESIDE.some(([split]) => split === name)).map(run);
  const checks = only ? [] : [() => runChecks(env)];
  // Three things at a time, since each waits for a database or a browser a third of its time; what is held to time comes
  // last and alone.
  await drain([first, second, ...checks, ...others, ...whole].filter(Boolean), 3);
  await drain(parts(TIMED), 1);
}

/** Works through a list, so many at a time. */
async function drain(works, lanes) {
  const lane = async () => {
    for (let work = works.shift(); work; work = works.shift()) await work();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** One project of a workspace's tests, as a suite by itself; none where the workspace is not asked for. */
function part(suites, workspace, project) {
  const args = ['--project', project, '--passWithNoTests'];
  return suites
    .filter(({ name }) => name === workspace)
    .map((suite) => ({ ...suite, name: `${workspace} (${project})`, args }));
}

function withoutBrowser() {
  const output = 'No Chromium was found: set CHROMIUM_PATH.';
  return { name: JOURNEYS, output, passed: 0, failed: 0, skipped: 1 };
}

async function runChecks(env) {
  report(await timed(() => runNodeTests(env)));
  // Only now: they import packages, which a fresh machine has after the installation alone.
  const { CHECKS } = await import('./checks/checks.mjs');
  const { checkBudgets } = await import('./checks/bundle-budget.mjs');
  const checks = [...CHECKS, { name: 'weight of the first load', run: async () => checkBudgets() }];
  for (const { name, run } of checks) {
    report(await timed(async () => asResult(name, await run().catch((error) => [String(error)]))));
  }
}

function asResult(name, problems) {
  const ok = problems.length === 0;
  return {
    name: `check: ${name}`,
    output: problems.join('\n'),
    passed: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    skipped: 0,
  };
}

async function timed(work) {
  const begun = Date.now();
  return { ...(await work()), seconds: Math.round((Date.now() - begun) / 1000) };
}

function report(result) {
  results.push(result);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  console.log(
    `${result.failed > 0 ? '✗' : '✓'} ${result.name}: ${sentence(result)} (${result.seconds ?? 0} s)`,
  );
  if (result.skipped > 0 && result.passed + result.failed === 0)
    console.log(`  ${result.output.trim().split('\n').at(-1)}`);
}

function summarise() {
  const total = (kind) => results.reduce((sum, result) => sum + result[kind], 0);
  const sum = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
  console.log(`\nOn Node ${process.versions.node} in ${Math.round((Date.now() - started) / 1000)} s`);
  for (const { name } of results.filter((result) => result.failed > 0)) console.log(`failed: ${name}`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
  if (sum.skipped > 0) console.log(`${sum.skipped} skipped`);
  console.log(sentence({ ...sum, skipped: 0 }));
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The tests make their own database and their own settings: what the person has set for a real server stays out. A path is
 * said from where the command was typed, and each workspace's tests run in a folder of their own.
 */
function testEnvironment(chromium) {
  const {
    NODE_ENV: _,
    DATABASE_URL: __,
    DATABASE_OWNER_URL: ___,
    DATA_DIR: ____,
    PORT: _____,
    HELDWELL_SAMPLES: samples,
    ...rest
  } = process.env;
  return {
    ...rest,
    TURBO_TELEMETRY_DISABLED: '1',
    ...(samples ? { HELDWELL_SAMPLES: path.resolve(samples) } : {}),
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  };
}
