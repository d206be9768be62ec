import type { EntryKind } from '@heldwell/views';
import { usePages } from '@heldwell/views';
import {
  RecordKeptThreadsQuery,
  RecordKindQuery,
  RecordResultsQuery,
  RecordThreadsQuery,
  RecordTimelineQuery,
} from './record-documents.ts';

const entryTopics = ['entries', 'sharing'] as const;
const threadTopics = ['threads', 'sharing'] as const;

/** Everything in the record, newest first. */
export function useTimeline(id: string) {
  return usePages({
    query: RecordTimelineQuery,
    variables: { id },
    pick: (data) => data.record?.timeline,
    on: entryTopics,
  });
}

/** The test results of the record, newest first. */
export function useResults(id: string) {
  return usePages({
    query: RecordResultsQuery,
    variables: { id },
    pick: (data) => data.record?.entries,
    on: entryTopics,
  });
}

/** Entries of one kind, newest first. */
export function useEntriesOf(id: string, kind: EntryKind) {
  return usePages({
    query: RecordKindQuery,
    variables: { id, kind },
    pick: (data) => data.record?.entries,
    on: entryTopics,
  });
}

/** The discussions in the record, newest message first. */
export function useRecordThreads(id: string) {
  return usePages({
    query: RecordThreadsQuery,
    variables: { id },
    pick: (data) => data.record?.threads,
    on: threadTopics,
  });
}

/** Discussions with the team that it may no longer follow, newest message first. */
export function useKeptThreads(id: string) {
  return usePages({
    query: RecordKeptThreadsQuery,
    variables: { id },
    pick: (data) => data.record?.keptThreads,
    on: threadTopics,
  });
}
