import type { Sealed } from './sealed.ts';

const NO_SUMMARY = ['thread.words', 'message.text'];

/** What of one label of a record grants in force open. */
export class Opens {
  all = false;
  /** Entries and who the person is, of which the rows show what an emergency's summary holds; no discussion. */
  summary = false;
  /** The ids of single things. */
  readonly things = new Set<string>();

  /** Whether there is anything they open. */
  get some(): boolean {
    return this.all || this.summary || this.things.size > 0;
  }

  includes({ binding, scope }: Sealed): boolean {
    if (this.all || (scope !== undefined && this.things.has(scope))) return true;
    return this.summary && !NO_SUMMARY.includes(binding.place);
  }
}
