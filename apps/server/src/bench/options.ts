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

const USAGE = `npm run bench -- [--patients 10000] [--fresh] [--rounds 5] [--round-ms 700] [--only NAME] [--cost, 32 rounds of 350 ms] [--json FILE]`;

/** What things cost differs by less than the machine wavers: many short turns, so that it wavers alike for both. */
const USUAL = { speed: { rounds: '5', roundMs: '700' }, cost: { rounds: '32', roundMs: '350' } };

/** @throws StartProblem when an option is not understood. */
export function readOptions(args: string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        patients: { type: 'string', default: '10000' },
        fresh: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        'round-ms': { type: 'string' },
        only: { type: 'string' },
        cost: { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    });
    const usual = values.cost ? USUAL.cost : USUAL.speed;
    return {
      patients: between(values.patients, 'patients', [100, 1_000_000]),
      fresh: values.fresh,
      rounds: between(values.rounds ?? usual.rounds, 'rounds', [1, 100]),
      cost: values.cost,
      roundMs: between(values['round-ms'] ?? usual.roundMs, 'round-ms', [50, 60_000]),
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
