import { graphql, type ResultOf, type ScreenQuery, useScreenQuery } from '@heldwell/client';
import { type EntryKind, EntryRowFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

const TimelineQuery = graphql(
  `query Timeline($after: String) {
    viewer { record { ...FrameRecord page: timeline(first: 50, after: $after) {
      nodes { ...EntryRowFields }
      pageInfo { hasNextPage endCursor }
    } } }
  }`,
  [FrameRecord, EntryRowFields],
);

const KindQuery = graphql(
  `query EntriesOfKind($kind: EntryKind!, $after: String) {
    viewer { record { ...FrameRecord page: entries(kind: $kind, first: 50, after: $after) {
      nodes { ...EntryRowFields }
      pageInfo { hasNextPage endCursor }
    } } }
  }`,
  [FrameRecord, EntryRowFields],
);

const onEntries = ['entries', 'sharing'] as const;

/** Asks for one page of fifty entries: of one kind, or of everything. */
export function useEntryPage(
  kind: EntryKind | undefined,
  after: string | null,
): ScreenQuery<ResultOf<typeof TimelineQuery>> {
  const all = useScreenQuery(TimelineQuery, { after }, { on: onEntries, pause: kind !== undefined });
  const some = useScreenQuery(
    KindQuery,
    { kind: kind ?? 'TEST_RESULT', after },
    { on: onEntries, pause: kind === undefined },
  );
  return kind === undefined ? all : some;
}
