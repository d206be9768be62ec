/**
 * Lets so much run at once, and gives each who asks one turn after the other: who opens a thousand streams waits behind
 * themself, and everybody else behind one turn of theirs.
 */
export class Turns {
  private readonly waiting = new Map<string, (() => Promise<void>)[]>();
  /** Who waits and has no turn, in the order of their next one. */
  private readonly next: string[] = [];
  private free: number;

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
        this.next.push(who);
      }
      this.run();
    });
  }

  private run(): void {
    while (this.free > 0) {
      const who = this.next.shift();
      const turn = who === undefined ? undefined : this.waiting.get(who)?.shift();
      if (who === undefined || !turn) return;
      this.free -= 1;
      void turn().finally(() => {
        this.free += 1;
        if (this.waiting.get(who)?.length) this.next.push(who);
        else this.waiting.delete(who);
        this.run();
      });
    }
  }
}
