// `npm run lint`: every check, all their findings at once.
import { CHECKS } from './checks/checks.mjs';
import { stopChildrenOnSignals } from './toolchain/child.mjs';

stopChildrenOnSignals();
for (const { name, run } of CHECKS) {
  const problems = await run();
  console.log(problems.length === 0 ? `✓ ${name}` : `✗ ${name}\n${problems.join('\n')}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
