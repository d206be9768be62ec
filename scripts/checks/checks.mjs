import { runCollected } from '../toolchain/child.mjs';
import { ROOT } from '../toolchain/root.mjs';
import { checkHosts } from './hosts.mjs';
import { checkImports } from './imports.mjs';
import { checkNames } from './names.mjs';
import { checkSizes } from './sizes.mjs';

/** Every lint check by name; `run` gives the problems as lines, none when all is well. */
export const CHECKS = [
  {
    name: 'format and lint (biome)',
    run: tool('biome', 'check', '--error-on-warnings', '--max-diagnostics=40', '.'),
  },
  { name: 'types, floating promises and any (oxlint)', run: tool('oxlint', '--deny-warnings') },
  { name: 'dead code (knip)', run: tool('knip', '--no-progress') },
  { name: 'one-way imports', run: own(checkImports) },
  { name: 'file sizes', run: own(checkSizes) },
  { name: 'file names', run: own(checkNames) },
  { name: 'hosts and machine paths', run: own(checkHosts) },
  { name: 'texts', run: program(process.execPath, `${ROOT}/packages/config/check-catalogues.mjs`) },
];

function tool(name, ...args) {
  return program(`${ROOT}/node_modules/.bin/${name}`, ...args);
}

/** On one core: what reads types reads them again for each core it is given, and the tests run beside it. */
function program(file, ...args) {
  return () => problemsOf(runCollected(file, args, { env: { ...process.env, GOMAXPROCS: '1' } }));
}

async function problemsOf(run) {
  const { code, output } = await run;
  return code === 0 ? [] : [output.trim() || `it ended with code ${code}`];
}

function own(check) {
  return async () => check(ROOT);
}
