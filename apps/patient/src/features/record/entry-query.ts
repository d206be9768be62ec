import { graphql } from '@heldwell/client';
import { EntryDetailFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

/** One entry with all that its page shows. */
export const EntryQuery = graphql(
  `query EntryPage($entry: ID!) {
    viewer { record { ...FrameRecord } }
    entry(id: $entry) { ...EntryDetailFields }
  }`,
  [FrameRecord, EntryDetailFields],
);

/** What is needed to choose another label: the entry's own, and who would see it under each. */
export const RelabelQuery = graphql(
  `query RelabelPage($entry: ID!) {
    viewer {
      record {
        ...FrameRecord
        sharing { grants { id labels rights state thread { id } grantee { kind name } } }
      }
    }
    entry(id: $entry) { id title kind label viewerMayRelabel }
  }`,
  [FrameRecord],
);

export const RelabelEntry = graphql(`
  mutation RelabelEntry($input: RelabelEntryInput!) {
    relabelEntry(input: $input) {
      __typename
      ... on EntryRelabelled { entry { id label } }
      ... on Problem { message }
    }
  }
`);
