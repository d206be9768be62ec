// `npm run bundle-budget`: the weight of each app's first load, and whether it is within its budget.
import { checkBudgets } from './checks/bundle-budget.mjs';
import { ROOT } from './toolchain/root.mjs';

const problems = checkBudgets(ROOT, console.log);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
