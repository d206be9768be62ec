import { graphql } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';

export const WhoLookedQuery = graphql(
  `query WhoLooked($after: String) {
    viewer {
      record {
        ...FrameRecord
        accessLog(first: 50, after: $after) {
          nodes { id at person team lookedAt }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`,
  [FrameRecord],
);
