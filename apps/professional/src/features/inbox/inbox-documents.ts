import { graphql, type ResultOf, ThreadSummary, type VariablesOf } from '@heldwell/client';

export const InboxQuery = graphql(
  `query Inbox($team: ID!, $view: InboxView!, $after: String) {
    team(id: $team) {
      id
      name
      inboxCounts { all unread waitingOnTeam waitingOnPatient }
      inbox(view: $view, first: 50, after: $after) {
        nodes { ...ThreadSummary }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [ThreadSummary],
);

/** Which discussions of the inbox are shown. */
export type InboxView = VariablesOf<typeof InboxQuery>['view'];

type Inbox = NonNullable<NonNullable<ResultOf<typeof InboxQuery>['team']>['inbox']>;

/** One discussion of an inbox. */
export type InboxRow = Inbox['nodes'][number];
