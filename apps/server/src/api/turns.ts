/** Of so many turns one goes to who has had one and wants more, whoever else comes: nobody waits for ever. */
const ONE_IN = 4;

/**
 * Lets so much run at once, and gives each who asks one turn after the other; who comes with a single wish goes before who
 * has many. Who opens a thousand streams waits behind themself, and hardly anybody behind them.
 */
export class Turns {
  private readonly waiting = new Map<string, (() => Promise<void>)[]>();
  /** Who has just come, and who has had a turn and wants more; each in order. */
  private readonly arrived: string[] = [];
  private readonly again: string[] = [];
  private free: number;
  private count = 0;

  constructor(atOnce: number) {
    this.free = atOnce;
  }

  /** Runs the work when it is this one's turn; what it answers or throws is the work's own. */
  take<T>(who: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const turn = () => work().then(resolve, reject);
      const waits = this.waiting.get(who);
      if (waits) waits.push(turn);
      else {
        this.waiting.set(who, [turn]);
        this.arrived.push(who);
      }
      this.run();
    });
  }

  private run(): void {
    while (this.free > 0) {
      const who = this.whoIsNext();
      const turn = who === undefined ? undefined : this.waiting.get(who)?.shift();
      if (who === undefined || !turn) return;
      this.free -= 1;
      void turn().finally(() => {
        this.free += 1;
        if (this.waiting.get(who)?.length) this.again.push(who);
        else this.waiting.delete(who);
        this.run();
      });
    }
  }

  private whoIsNext(): string | undefined {
    this.count += 1;
    const [one, other] = this.count % ONE_IN === 0 ? [this.again, this.arrived] : [this.arrived, this.again];
    return one.shift() ?? other.shift();
  }
}
