import { graphql, type ResultOf } from '@heldwell/client';
import { EndFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

/** One entry, who sees it now, and everybody it could be shared with by itself. */
export const ShareEntryQuery = graphql(
  `query ShareEntryForm($entry: ID!) {
    viewer {
      record {
        ...FrameRecord
        carers { id displayName relationship labels }
        teamsToWriteTo { id name organisation { id name } }
        sharing {
          stopped { stoppedAt }
          grants { id labels state basis entry { id } grantee { kind name relationship } }
        }
      }
    }
    entry(id: $entry) {
      id
      title
      kind
      label
      viewerMayRelabel
      readers { grantee { kind team { id } organisation { id } } seesNow }
    }
  }`,
  [FrameRecord],
);

type Answered = ResultOf<typeof ShareEntryQuery>;
export type OwnRecord = NonNullable<NonNullable<Answered['viewer']>['record']>;
export type EntryToShare = NonNullable<Answered['entry']>;

export const ShareEntry = graphql(
  `mutation ShareEntry($input: ShareEntryInput!) {
    shareEntry(input: $input) {
      __typename
      ... on SharingChanged { grant { id version ...EndFields grantee { kind name } } }
      ... on SharingRefused { why }
      ... on Problem { message }
    }
  }`,
  [EndFields],
);
