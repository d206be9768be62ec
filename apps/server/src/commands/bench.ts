import { readOptions } from '../bench/options.ts';
import { runBench } from '../bench/run-bench.ts';
import type { Command } from './command.ts';

/** Measures the hot reads and the send beside a plain handler: `npm run bench -- --patients 100000`. */
export const bench: Command = async ({ args, env, print }) => {
  await runBench(readOptions(args), env.DATA_DIR, print);
  return 0;
};
