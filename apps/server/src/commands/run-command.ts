import { type Installation, openInstallation } from '../api/installation.ts';
import { type Env, readEnv } from '../env.ts';

/** What was asked for does not fit; said in one sentence, without a stack. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';
}

export interface CommandTools {
  env: Env;
  /** The running database of `DATA_DIR`, or one started for this command; closed when the command is done. */
  installation(): Promise<Installation>;
  print(line: string): void;
}

/**
 * Runs a command and ends the process with its exit code, nothing left running. Whatever goes wrong is one sentence
 * on standard error and code 1.
 */
export async function runCommand(work: (tools: CommandTools) => Promise<number>): Promise<void> {
  let opened: Installation | undefined;
  let code = 1;
  try {
    const env = readEnv();
    const installation = async () => {
      opened ??= await openInstallation({ ...env, DATABASE_POOL: 2 }, { join: true });
      return opened;
    };
    code = await work({ env, installation, print: (line) => process.stdout.write(`${line}\n`) });
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
  } finally {
    await opened?.close();
  }
  process.exitCode = code;
  // Standard output may be a pipe: let it drain before the end.
  process.stdout.write('', () => process.exit());
}

function sentenceOf(error: unknown): string {
  const { message } = error as Error;
  // parseArgs explains at length how to escape a dash; its first sentence says what is wrong.
  return isArgumentError(error) ? `${message.split('. ')[0]?.replace(/\.$/, '')}.` : message || String(error);
}

const isArgumentError = (error: unknown): boolean =>
  String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
