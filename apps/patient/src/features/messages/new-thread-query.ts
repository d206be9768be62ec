import { graphql, type ResultOf } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';

/** Whom one may write to, and who can be copied in. */
export const NewThreadQuery = graphql(
  `query NewThread {
    viewer {
      record {
        ...FrameRecord
        teamsToWriteTo { id name answerTime openingHours organisation { id name } }
        carers { id displayName relationship labels }
      }
    }
  }`,
  [FrameRecord],
);

export const StartThread = graphql(`
  mutation StartThread($input: StartThreadInput!) {
    startThread(input: $input) {
      __typename
      ... on ThreadStarted { thread { id } }
      ... on CarerWithoutLabel { carers { id displayName relationship labels } }
      ... on Problem { message }
    }
  }
`);

type NewThreadRecord = NonNullable<NonNullable<ResultOf<typeof NewThreadQuery>['viewer']>['record']>;

/** A team one may write to. */
export type TeamToWriteTo = NewThreadRecord['teamsToWriteTo'][number];
/** Somebody who can be copied in. */
export type CarerToCopy = NewThreadRecord['carers'][number];
