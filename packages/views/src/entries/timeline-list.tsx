import { useT } from '@heldwell/ui/i18n';
import messages from './entries.messages.json';
import { EntryRow } from './entry-row.tsx';
import type { EntryRowEntry } from './entry-words.ts';

type TimelineListProps = {
  entries: readonly EntryRowEntry[];
  /** Where each opens; without it they are there to be read. */
  entryTo?: (id: string) => string;
  /** The year that the list before this one ended with, so that its heading is not said again. */
  yearBefore?: string | null;
  withoutKind?: boolean;
  /** Leaves the headings of years out, for short lists. */
  withoutYears?: boolean;
};

/** The year an entry stands under; null where its source gave no date. */
export function yearOf(entry: EntryRowEntry): string | null {
  return entry.occurredAt?.slice(0, 4) ?? null;
}

function byYear(entries: readonly EntryRowEntry[]): { year: string | null; entries: EntryRowEntry[] }[] {
  const groups: { year: string | null; entries: EntryRowEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && last.year === yearOf(entry)) last.entries.push(entry);
    else groups.push({ year: yearOf(entry), entries: [entry] });
  }
  return groups;
}

/** Entries in the order given, under a heading for each year. */
export function TimelineList({ entries, entryTo, yearBefore, withoutKind, withoutYears }: TimelineListProps) {
  const t = useT(messages);
  const rows = (some: readonly EntryRowEntry[]) => (
    <ul className="hw-link-list">
      {some.map((entry) => (
        <EntryRow key={entry.id} entry={entry} to={entryTo?.(entry.id)} withoutKind={withoutKind} />
      ))}
    </ul>
  );
  if (withoutYears) return rows(entries);
  return byYear(entries).map((group, index) => (
    <section key={`${group.year} ${group.entries[0]?.id}`}>
      {!(index === 0 && group.year === yearBefore) && (
        <h2 className="nhsuk-heading-s">{group.year ?? t('entries.no-date')}</h2>
      )}
      {rows(group.entries)}
    </section>
  ));
}
