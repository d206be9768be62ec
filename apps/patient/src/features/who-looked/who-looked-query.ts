import { graphql, type ResultOf } from '@heldwell/client';
import { AccessLogFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

export const WhoLookedQuery = graphql(
  `query WhoLooked($after: String, $party: ID, $kinds: [AccessKind!], $from: DateTime) {
    viewer {
      record {
        ...FrameRecord
        accessLog(first: 50, after: $after, party: $party, kinds: $kinds, from: $from) {
          nodes {
            ...AccessLogFields
            mayQuestion
            question { words askedAt organisation outcome answer answeredBy answeredAt }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`,
  [FrameRecord, AccessLogFields],
);

type Answered = NonNullable<NonNullable<ResultOf<typeof WhoLookedQuery>['viewer']>['record']>;
/** One entry of the log, with the question asked about it. */
export type Look = NonNullable<Answered['accessLog']>['nodes'][number];

export const PartiesQuery = graphql(`
  query WhoLookedParties { viewer { record { id accessLogParties { id name isTeam } } } }
`);

export const QuestionAccess = graphql(`
  mutation QuestionAccess($input: QuestionAccessInput!) {
    questionAccess(input: $input) {
      __typename
      ... on AccessQuestioned { entry { id } }
      ... on Problem { message }
    }
  }
`);

export const LogChainQuery = graphql(`
  query LogChain($after: Int!) {
    viewer {
      record {
        id
        accessLogHead { position hash at words signature publicKey }
        accessLogChain(after: $after) { position hash content }
      }
    }
  }
`);
