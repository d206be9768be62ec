import type { Round } from './measure.ts';
import type { Measurement } from './run-loads.ts';

/** Whether each aim is met, and the words for those that are not. */
export interface Verdict {
  cpuRatio: number;
  throughputRatio: number;
  missed: string[];
}

const cost = (round: Round): number => round.nodeMs + (round.postgresMs ?? 0);

/** Holds a measurement against its aims: the better of CPU and throughput counts. */
export function judge({ load, product, plain, ...seen }: Measurement): Verdict {
  const cpuRatio = cost(plain) / cost(product);
  const throughputRatio = product.perSecond / plain.perSecond;
  const best = Math.max(cpuRatio, throughputRatio);
  const tail = product.p99 / product.p50;
  const missed = [
    best < load.aim && `ratio ${best.toFixed(2)} < ${load.aim}`,
    load.statements !== undefined && seen.statements > load.statements && `${seen.statements} statements`,
    load.roundTrips !== undefined && seen.roundTrips > load.roundTrips && `${seen.roundTrips} round trips`,
    load.pages !== undefined && seen.pages > load.pages && `${seen.pages} pages`,
    load.tail !== undefined && tail > load.tail && `p99 ${tail.toFixed(1)} × p50`,
  ].filter((one) => one !== false);
  return { cpuRatio, throughputRatio, missed };
}

const COLUMNS: [string, number][] = [
  ['', 21],
  ['req/s', 7],
  ['p50', 6],
  ['p99', 6],
  ['node ms', 12],
  ['pg ms', 12],
  ['CPU', 6],
  ['speed', 6],
  ['stmts', 6],
  ['trips', 6],
  ['pages', 6],
  ['', 2],
];

const line = (cells: string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(21) : cell.padStart(COLUMNS[i]?.[1] ?? 0))).join('');

/** The heading of the table, in 100 columns. */
export const heading = (): string => line(COLUMNS.map(([title]) => title));

/** One load's line; figures after a stroke are the plain handler's. */
export function row(measurement: Measurement): string {
  const { load, product, plain } = measurement;
  const verdict = judge(measurement);
  const pair = (own: number | null, other: number | null) =>
    `${own?.toFixed(2) ?? '–'} / ${other?.toFixed(2) ?? '–'}`;
  return line([
    load.name,
    product.perSecond.toFixed(0),
    product.p50.toFixed(1),
    product.p99.toFixed(1),
    pair(product.nodeMs, plain.nodeMs),
    pair(product.postgresMs, plain.postgresMs),
    verdict.cpuRatio.toFixed(2),
    verdict.throughputRatio.toFixed(2),
    `${measurement.statements}+${measurement.transaction}`,
    `${measurement.roundTrips}/${measurement.plainRoundTrips}`,
    String(measurement.pages),
    verdict.missed.length === 0 ? ' ✓' : ' ✗',
  ]);
}

/** What the columns mean, and what was missed. */
export function closing(measurements: readonly Measurement[]): string {
  const missed = measurements.flatMap((one) =>
    judge(one).missed.map((what) => `✗ ${one.load.name}: ${what}`),
  );
  return [
    '',
    'node ms, pg ms: CPU a request, product / plain handler. CPU, speed: plain cost by product cost, and',
    "requests a second by the plain handler's; the better one is held against the aim. stmts: of the",
    'operation + of its transaction (begin, viewer, log, notices, commit). trips: waits for the database.',
    "pages: shared buffers of the operation's statements as the serving role, by the plan kept for all values.",
    '',
    ...(missed.length > 0 ? missed : ['Every aim is met.']),
  ].join('\n');
}

/** Most that sealing, the log and the policies may multiply the CPU of a hot read by. */
const MOST_COST = 1.5;

const times = ({ product, plain }: Measurement): number => cost(product) / cost(plain);

const costLine = ([name = '', ...cells]: string[]): string =>
  name.padEnd(23) + cells.map((cell) => cell.padStart(15)).join('');

/** The heading of the table of `--cost`. */
export const costHeading = (): string =>
  costLine(['', 'node ms', 'pg ms', 'sum', 'times', `most ${MOST_COST}`]);

/** One load's line; figures after a stroke are those without. */
export function costRow(measurement: Measurement): string {
  const { load, product, plain } = measurement;
  const pair = (own: number, other: number) => `${own.toFixed(2)} / ${other.toFixed(2)}`;
  return costLine([
    load.name,
    pair(product.nodeMs, plain.nodeMs),
    pair(product.postgresMs ?? 0, plain.postgresMs ?? 0),
    pair(cost(product), cost(plain)),
    times(measurement).toFixed(2),
    times(measurement) <= MOST_COST ? '✓' : '✗',
  ]);
}

/** What the columns of `--cost` mean. */
export const costClosing = (): string =>
  [
    '',
    'CPU a request with sealing, access log and row security / without them: the same server, data and statements, as a',
    'role that bypasses row security, with no look written and every value opened once before. Looking a session up and',
    'the predicate that statements carry themselves are in both.',
  ].join('\n');
