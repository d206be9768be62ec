import type { PrivacyLabel } from '../consent/index.ts';
import type { EntryKind } from '../record/index.ts';

/** What somebody sees of a record: its entries and discussions, newest first. */
export interface Seen {
  entries: readonly [id: string, label: PrivacyLabel, kind: EntryKind][];
  threads: readonly string[];
}

/** How many of one label and kind, before and after. */
interface Counted {
  label: PrivacyLabel;
  kind: EntryKind;
  now: number;
  after: number;
}

/** What there is in one and not in the other, in its order. */
const without = (some: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others);
  return some.filter((id) => !known.has(id));
};

/** What lies between two sights of one record. */
export function differenceOf(now: Seen, after: Seen) {
  const ids = ({ entries }: Seen) => entries.map(([id]) => id);
  const gained = without(ids(after), ids(now));
  const lost = without(ids(now), ids(after));
  return {
    counts: countsOf(now, after),
    gained,
    lost,
    gainedCount: gained.length,
    lostCount: lost.length,
    threadsGained: without(after.threads, now.threads),
    threadsLost: without(now.threads, after.threads),
  };
}

function countsOf(now: Seen, after: Seen): Counted[] {
  const counts = new Map<string, Counted>();
  const count = (seen: Seen, when: 'now' | 'after') => {
    for (const [, label, kind] of seen.entries) {
      const known = counts.get(`${label} ${kind}`) ?? { label, kind, now: 0, after: 0 };
      known[when] += 1;
      counts.set(`${label} ${kind}`, known);
    }
  };
  count(now, 'now');
  count(after, 'after');
  return [...counts.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, made]) => made);
}
