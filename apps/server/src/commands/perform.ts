import { type Installation, openInstallation } from '../api/installation.ts';
import { readEnv } from '../env.ts';
import { CommandProblem, type CommandTools } from './command.ts';
import { COMMANDS } from './index.ts';

export interface Performed {
  code: number;
  /** What went wrong, in one sentence. */
  problem?: string;
}

/** Performs a command by its name and closes what it opened. Whatever goes wrong is one sentence and code 1. */
export async function perform(
  name: string,
  terminal: Pick<CommandTools, 'args' | 'print' | 'ask'>,
  settings?: NodeJS.ProcessEnv,
): Promise<Performed> {
  let opened: Installation | undefined;
  try {
    const env = readEnv(settings);
    const command = await COMMANDS[name]?.();
    if (!command)
      throw new CommandProblem(`There is no command ${name}: ${Object.keys(COMMANDS).join(', ')}.`);
    const installation = async () => {
      opened ??= await openInstallation({ ...env, DATABASE_POOL: 2 }, { join: true });
      return opened;
    };
    return { code: await command({ ...terminal, env, installation }) };
  } catch (error) {
    return { code: 1, problem: sentenceOf(error) };
  } finally {
    await opened?.close();
  }
}

function sentenceOf(error: unknown): string {
  const { message } = error as Error;
  // parseArgs explains at length how to escape a dash; its first sentence says what is wrong.
  return isArgumentError(error) ? `${message.split('. ')[0]?.replace(/\.$/, '')}.` : message || String(error);
}

const isArgumentError = (error: unknown): boolean =>
  String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
