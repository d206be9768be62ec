import { parseArgs } from 'node:util';
import { StartProblem } from '../platform/start-problem.ts';

export interface BenchOptions {
  patients: number;
  fresh: boolean;
  rounds: number;
  roundMs: number;
  /** Measures what sealing, logging and policies cost, beside the product without them. */
  cost: boolean;
  /** Where the figures go as JSON. */
  json?: string;
  /** Only loads whose name begins so. */
  only?: string;
}

const USAGE = `npm run bench -- [--patients 10000] [--fresh] [--rounds 5, with --cost 16] [--round-ms 700] [--only NAME] [--cost] [--json FILE]`;

/** @throws StartProblem when an option is not understood. */
export function readOptions(args: string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        patients: { type: 'string', default: '10000' },
        fresh: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        'round-ms': { type: 'string', default: '700' },
        only: { type: 'string' },
        cost: { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    });
    return {
      patients: between(values.patients, 'patients', [100, 1_000_000]),
      fresh: values.fresh,
      // What it costs is a smaller difference than the machine's own wavering in five rounds.
      rounds: between(values.rounds ?? (values.cost ? '16' : '5'), 'rounds', [1, 100]),
      cost: values.cost,
      roundMs: between(values['round-ms'], 'round-ms', [50, 60_000]),
      ...(values.json !== undefined && { json: values.json }),
      ...(values.only !== undefined && { only: values.only }),
    };
  } catch (error) {
    throw new StartProblem(`${(error as Error).message}\n${USAGE}`);
  }
}

function between(text: string, name: string, [least, most]: [number, number]): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new Error(`--${name} takes a whole number from ${least} to ${most}.`);
  }
  return number;
}
