import type { Installation } from '../api/installation.ts';
import type { Env } from '../env.ts';

/** What was asked for does not fit; said in one sentence, without a stack. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';
}

export interface CommandTools {
  /** What was typed after the command's name. */
  args: string[];
  env: Env;
  /** The running database of `DATA_DIR`, or one started for this command; closed when the command is done. */
  installation(): Promise<Installation>;
  print(line: string): void;
  /** Puts a question to whoever types and gives their answer; an empty one where nobody does. */
  ask(question: string): Promise<string>;
}

/** Does its work and gives the exit code of the process: 0, or 1 where something was refused. */
export type Command = (tools: CommandTools) => Promise<number>;
