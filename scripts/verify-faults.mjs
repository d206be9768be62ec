// `npm run verify:faults [-- NAME …]`: plants each fault of `faults/planted.mjs` in a copy of the server, one at a time,
// and runs the tests that should see it. A fault they do not see means a test is missing. At least 19 of 20 must be seen.

import { PLANTED } from './faults/planted.mjs';
import { misplaced, runFault, scratchCopy } from './faults/run-fault.mjs';
import { stopChildrenOnSignals } from './toolchain/child.mjs';

/** The share of faults that must be seen. */
const SEEN = 19 / 20;

stopChildrenOnSignals();
const wanted = process.argv.slice(2);
const faults = PLANTED.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const lost = misplaced(faults);
if (lost.length > 0) {
  console.error(lost.join('\n'));
  process.exit(1);
}
const copy = scratchCopy();
let seen = 0;
try {
  for (const fault of faults) {
    const started = Date.now();
    const { caught, by } = await runFault(copy, fault);
    if (caught) seen += 1;
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(
      `${caught ? '✓' : '✗'} ${fault.name}: ${caught ? `seen by ${by}` : 'NOT SEEN'} (${seconds} s)`,
    );
  }
} finally {
  copy.remove();
}
console.log(`${seen} of ${faults.length} planted faults were seen`);
process.exitCode = seen >= faults.length * SEEN ? 0 : 1;
