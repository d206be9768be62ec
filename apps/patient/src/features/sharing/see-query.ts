import { graphql, type ResultOf, type VariablesOf } from '@heldwell/client';
import { EntryRowFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

/** A discussion as the list of somebody else's sight has it. */
const SeenThreadFields = graphql(`
  fragment SeenThreadFields on Thread @_unmask { id subject label lastMessageAt team { id name } }
`);
export type SeenThread = ResultOf<typeof SeenThreadFields>;

/** The record as whoever a grant is for sees it: what there is of it. */
export const SeenByQuery = graphql(
  `query SeenBy($grant: ID!) {
    viewer { record { ...FrameRecord sharing { grants { id basis labels state } } } }
    seenBy(by: { grant: $grant }) {
      name
      kind
      record {
        id
        viewerLabels
        viewerSummaryLabels
        entryCounts { kind count }
        threads(first: 50) { nodes { ...SeenThreadFields } pageInfo { hasNextPage } }
        keptThreads(first: 50) { nodes { ...SeenThreadFields } }
      }
    }
  }`,
  [FrameRecord, SeenThreadFields],
);
export type MyRecordNow = NonNullable<NonNullable<ResultOf<typeof SeenByQuery>['viewer']>['record']>;
export type Sight = NonNullable<ResultOf<typeof SeenByQuery>['seenBy']>;
export type SeenRecord = NonNullable<Sight['record']>;

/** The same, entry by entry. */
export const SeenEntriesQuery = graphql(
  `query SeenEntries($grant: ID!, $after: String) {
    viewer { record { ...FrameRecord } }
    seenBy(by: { grant: $grant }) {
      name
      kind
      record { id page: timeline(first: 50, after: $after) {
        nodes { ...EntryRowFields }
        pageInfo { hasNextPage endCursor }
      } }
    }
  }`,
  [FrameRecord, EntryRowFields],
);

export const SeenOfKindQuery = graphql(
  `query SeenOfKind($grant: ID!, $kind: EntryKind!, $after: String) {
    viewer { record { ...FrameRecord } }
    seenBy(by: { grant: $grant }) {
      name
      kind
      record { id page: entries(kind: $kind, first: 50, after: $after) {
        nodes { ...EntryRowFields }
        pageInfo { hasNextPage endCursor }
      } }
    }
  }`,
  [FrameRecord, EntryRowFields],
);

/** What a change would give and take, before it is made. */
export const WouldSeeQuery = graphql(`
  query WouldSee($by: SeenByInput!) {
    seenBy(by: $by) {
      kind
      difference {
        counts { label kind now after }
        gainedCount
        lostCount
        entriesGained(first: 10) { id title kind }
        entriesLost(first: 10) { id title kind }
        discussionsGained { id subject }
        discussionsLost { id subject }
      }
    }
  }
`);
export type SeenBy = VariablesOf<typeof WouldSeeQuery>['by'];
export type Difference = NonNullable<ResultOf<typeof WouldSeeQuery>['seenBy']>['difference'];
