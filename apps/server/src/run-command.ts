import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { perform } from './commands/perform.ts';

/** One command as a process of its own: `node dist/run-command.js NAME …`, which is what `npm run NAME -- …` starts. */
const [name = '', ...args] = process.argv.slice(2);
// Interrupted, it ends at once; the database it started goes with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const print = (line: string) => process.stdout.write(`${line}\n`);

const { code, problem } = await perform(name, { args, print, ask });
if (problem) process.stderr.write(`${problem}\n`);
process.exitCode = code;
// Standard output may be a pipe: let it drain before the end.
process.stdout.write('', () => process.exit());

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}
