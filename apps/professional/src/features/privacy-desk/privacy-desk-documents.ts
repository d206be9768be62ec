import { graphql, type ResultOf } from '@heldwell/client';
import { AccessLogFields } from '@heldwell/views';

export const AccessQuestionsQuery = graphql(
  `query AccessQuestions($waiting: Boolean, $after: String) {
    accessQuestions(waiting: $waiting, first: 25, after: $after) {
      nodes {
        id organisation askedBy words askedAt outcome answer answeredBy answeredAt
        entry { ...AccessLogFields }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  [AccessLogFields],
);

/** A question of a patient to the privacy officer. */
export type DeskQuestion = ResultOf<typeof AccessQuestionsQuery>['accessQuestions']['nodes'][number];

export const AnswerAccessQuestion = graphql(`
  mutation AnswerAccessQuestion($input: AnswerAccessQuestionInput!) {
    answerAccessQuestion(input: $input) {
      __typename
      ... on AccessQuestionAnswered { question { id outcome } }
      ... on Problem { message }
    }
  }
`);
