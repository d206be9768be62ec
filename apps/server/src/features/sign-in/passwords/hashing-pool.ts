import { availableParallelism } from 'node:os';
import { tooBusy } from '../../../platform/problems.ts';

/**
 * Runs what is dear in processor and memory a few at a time; the others wait in a short queue, in order. A crowd before
 * the door costs those who wait seconds, and the process no more than it has.
 */
export class HashingPool {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly atOnce: number;
  private readonly mostWaiting: number;

  constructor({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  /**
   * The work's result, once it had its turn.
   * @throws GraphQLError `TOO_BUSY` at once when the queue is full.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else if (this.waiting.length >= this.mostWaiting) throw tooBusy();
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes to who waits longest, without being free in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/** The pool of this process: one core is left to everybody else, and one of Node's four threads to files. */
export const hashingPool = new HashingPool({
  atOnce: Math.min(3, Math.max(1, availableParallelism() - 1)),
  mostWaiting: 100,
});
