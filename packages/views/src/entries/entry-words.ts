import type { ResultOf } from '@heldwell/client';
import { type Format, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './entries.messages.json';
import type { EntryDetailFields, EntryRowFields } from './entry-fragments.ts';

/** An entry in a list. */
export type EntryRowEntry = ResultOf<typeof EntryRowFields>;
/** An entry with all that its own page shows. */
export type EntryDetailEntry = ResultOf<typeof EntryDetailFields>;
/** The kinds of entry a record holds. */
export type EntryKind = EntryRowEntry['kind'];
/** The detail of one type, such as "ObservationDetail". */
export type DetailOf<Type extends string> = Extract<EntryDetailEntry['detail'], { __typename: Type }>;

/** The kinds in the order a record's menu lists them; the address of each is its key in small letters. */
export const entryKinds: readonly EntryKind[] = [
  'TEST_RESULT',
  'MEDICINE',
  'CONDITION',
  'ALLERGY',
  'MEASUREMENT',
  'APPOINTMENT',
  'CARE_PLAN',
  'GOAL',
  'ENCOUNTER',
  'DOCUMENT',
  'REPORT',
  'VACCINATION',
  'PROCEDURE',
  'QUESTIONNAIRE_SCORE',
  'FINDING',
];

/** The part of an address that names a kind: "care-plan". */
export function kindPath(kind: EntryKind): string {
  return kind.toLowerCase().replaceAll('_', '-');
}

/** The kind that a part of an address names; undefined when it names none. */
export function kindOfPath(path: string): EntryKind | undefined {
  return entryKinds.find((kind) => kindPath(kind) === path);
}

/** Gives the words of a kind: one ("Test result") and many ("Test results"). */
export function useKindNames(): { one: (kind: EntryKind) => string; many: (kind: EntryKind) => string } {
  const t = useT(messages);
  return {
    one: (kind) => t(`entries.one-${kind}`),
    many: (kind) => t(`entries.many-${kind}`),
  };
}

type Occurred = Pick<EntryRowEntry, 'occurredAt' | 'occurredPrecision'>;

/** When it happened, no more exactly than its source knew; null when it did not say. */
export function occurredIn(format: Format, { occurredAt, occurredPrecision }: Occurred): string | null {
  if (!occurredAt) return null;
  if (occurredPrecision === 'YEAR') return format.date(occurredAt.slice(0, 4));
  if (occurredPrecision === 'MONTH') return format.date(occurredAt.slice(0, 7));
  return occurredPrecision === 'DAY' ? format.date(occurredAt.slice(0, 10)) : format.dateTime(occurredAt);
}

/** A date as a source wrote it; words that are no date stand as they are. */
export function writtenDate(format: Format, text: string): string {
  try {
    return format.date(text);
  } catch {
    return text;
  }
}

/** Who sent an entry, most exact first: "Dr Okafor, Fernside Recovery Team". */
export function sourceWords({ author, team, organisation }: EntryRowEntry['source']): string {
  return [author, team?.name ?? organisation?.name].filter(Boolean).join(', ');
}

/** Gives the small line under an entry's title: when, and from whom. */
export function useEntryLine(): (entry: EntryRowEntry) => string {
  const t = useT(messages);
  const format = useFormat();
  return (entry) => {
    const when = occurredIn(format, entry) ?? t('entries.no-date');
    const source = entry.source.team?.name ?? entry.source.organisation?.name ?? entry.source.author;
    return source ? t('entries.when-from', { when, source }) : when;
  };
}
