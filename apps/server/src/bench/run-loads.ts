import type pg from 'pg';
import type { Load } from './loads.ts';
import { askFor, type Length, type Round, round, type Subject, type Together, together } from './measure.ts';
import { ownStatements, pagesOf } from './pages.ts';
import { holdSameFacts } from './same-facts.ts';

/** Everything known of one load. */
export interface Measurement {
  load: Load;
  product: Round;
  plain: Round;
  /** Of the operation itself, and of the transaction around it. */
  statements: number;
  transaction: number;
  roundTrips: number;
  plainRoundTrips: number;
  pages: number;
  /** Bytes of the answer. */
  size: number;
}

export interface Bench {
  owner: pg.Client;
  servingUrl: string;
  product: Subject;
  plain: Subject;
  rounds: number;
  roundMs: number;
  as: Together;
}

/** Enough for every connection to have its statements prepared and planned for good. */
const WARM_UP: Length = { ms: 2_000, most: 1_000 };

/** Asks both for a while. */
export async function warmUp({ product, plain }: Bench, load: Load): Promise<void> {
  await askFor(product, (i) => load.ask(i).product, WARM_UP);
  await askFor(plain, (i) => load.ask(i).plain, WARM_UP);
}

/** Checks that both say the same, looks at what one request does, then measures turn by turn: A, B, A, B … */
export async function runLoad(bench: Bench, load: Load): Promise<Measurement> {
  const { product, plain, owner } = bench;
  const asks = { product: (i: number) => load.ask(i).product, plain: (i: number) => load.ask(i).plain };
  const answer = await sameAnswers(bench, load);
  await warmUp(bench, load);
  const watched = await product.process.watch(() => first(product).ask(load.ask(0).product));
  const plainWatched = await plain.process.watch(() => first(plain).ask(load.ask(0).plain));
  const pages = await pagesOf(bench.servingUrl, watched.sent);
  const rounds = { product: [] as Round[], plain: [] as Round[] };
  const length = { ms: bench.roundMs, most: 5_000 };
  for (let i = 0; i < bench.rounds; i += 1) {
    rounds.product.push(await round(owner, product, { ask: asks.product, length }));
    rounds.plain.push(await round(owner, plain, { ask: asks.plain, length }));
  }
  const own = ownStatements(watched.sent).length;
  return {
    load,
    product: together(rounds.product, bench.as),
    plain: together(rounds.plain, bench.as),
    statements: own,
    transaction: watched.sent.length - own,
    roundTrips: watched.roundTrips,
    plainRoundTrips: plainWatched.roundTrips,
    pages,
    size: answer.length,
  };
}

/** Asked twice, because the second answer of the product comes the short way. */
async function sameAnswers({ product, plain }: Bench, load: Load): Promise<Buffer> {
  for (let i = 0; i < 3; i += 1) {
    const request = load.ask(i);
    const [one, other] = await Promise.all([
      first(product).ask(request.product),
      first(plain).ask(request.plain),
    ]);
    holdSameFacts(load.name, { product: one, plain: other, exact: load.exact });
    if (i === 2) return one;
  }
  throw new Error('unreachable');
}

const first = (subject: Subject) => subject.connections[0] as Subject['connections'][number];
