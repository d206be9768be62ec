import { readOptions } from '../bench/options.ts';
import { runBench } from '../bench/run-bench.ts';
import { readEnv } from '../env.ts';
import { StartProblem } from '../platform/start-problem.ts';

/** Measures the hot reads and the send beside a plain handler: `npm run bench -- --patients 100000`. */
try {
  await runBench(readOptions(process.argv.slice(2)), readEnv().DATA_DIR, (line) =>
    process.stdout.write(`${line}\n`),
  );
} catch (error) {
  const known = error instanceof StartProblem;
  process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
