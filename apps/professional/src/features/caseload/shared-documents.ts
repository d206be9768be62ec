import { graphql } from '@heldwell/client';

export const SharedRecordsQuery = graphql(`
  query SharedRecords($after: String) {
    viewer {
      sharedRecords(first: 25, after: $after) {
        nodes { id title givenName familyName preferredName birthDate nhsNumber viewerLabels }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
