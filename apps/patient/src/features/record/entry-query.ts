import { graphql, type ResultOf } from '@heldwell/client';
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

/** Who sees an entry now, and who would. */
const ReaderFields = graphql(`
  fragment ReaderFields on EntryReader @_unmask { grantee { kind name } seesNow wouldSee onlyThis }
`);
export type EntryReader = ResultOf<typeof ReaderFields>;

/** What is needed to choose another label: the entry's own, and who would see it under each. */
export const RelabelQuery = graphql(
  `query RelabelPage($entry: ID!) {
    viewer { record { ...FrameRecord } }
    entry(id: $entry) {
      id
      title
      kind
      label
      viewerMayRelabel
      GENERAL: readers(under: GENERAL) { ...ReaderFields }
      MENTAL_HEALTH: readers(under: MENTAL_HEALTH) { ...ReaderFields }
      SEXUAL_HEALTH: readers(under: SEXUAL_HEALTH) { ...ReaderFields }
      SOCIAL_CARE: readers(under: SOCIAL_CARE) { ...ReaderFields }
    }
  }`,
  [FrameRecord, ReaderFields],
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
