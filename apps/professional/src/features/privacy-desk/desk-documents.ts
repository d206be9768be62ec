import { graphql, type ResultOf } from '@heldwell/client';
import { AccessLogFields } from '@heldwell/views';

export const DeskEmergenciesQuery = graphql(`
  query DeskEmergencies($office: ID!, $after: String) {
    privacyDesk(organisation: $office) {
      emergencies(first: 25, after: $after) {
        nodes {
          id person team patient reason openedAt closesAt outcome note reviewedBy viewerMayReview
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const DeskQuestionsQuery = graphql(
  `query DeskQuestions($office: ID!, $waiting: Boolean, $after: String) {
    privacyDesk(organisation: $office) {
      questions(waiting: $waiting, first: 25, after: $after) {
        nodes {
          id organisation askedBy words askedAt outcome answer answeredBy answeredAt viewerMayAnswer
          entry { ...AccessLogFields }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [AccessLogFields],
);

export const DeskFreezesQuery = graphql(`
  query DeskFreezes($office: ID!) {
    privacyDesk(organisation: $office) {
      freezes {
        id kind name reason askedBy askedAt confirmedBy inForce liftedAt liftedBy liftReason viewerMayConfirm
      }
    }
  }
`);

export const DeskPeopleQuery = graphql(`
  query DeskPeople($office: ID!) {
    privacyDesk(organisation: $office) { people { id name teams } }
  }
`);

export const DeskCourtOrdersQuery = graphql(`
  query DeskCourtOrders($office: ID!) {
    privacyDesk(organisation: $office) {
      courtOrders { id reference patient grantee labels validUntil givenBy }
    }
  }
`);

export const DeskTeamsQuery = graphql(`
  query DeskTeams($office: ID!) {
    privacyDesk(organisation: $office) { teams { id name } }
  }
`);

type DeskOf<Query> = NonNullable<ResultOf<Query> extends { privacyDesk: infer Desk } ? Desk : never>;

/** A record that was opened in an emergency. */
export type DeskEmergency = DeskOf<typeof DeskEmergenciesQuery>['emergencies']['nodes'][number];
/** A question of a patient to the privacy officer. */
export type DeskQuestion = DeskOf<typeof DeskQuestionsQuery>['questions']['nodes'][number];
/** A freeze of a record, a source or a person. */
export type DeskFreeze = DeskOf<typeof DeskFreezesQuery>['freezes'][number];
/** What a court ordered. */
export type DeskCourtOrder = DeskOf<typeof DeskCourtOrdersQuery>['courtOrders'][number];
