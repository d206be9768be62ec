import { graphql, type ResultOf } from '@heldwell/client';

export const TeamMatchesQuery = graphql(`
  query TeamMatches($team: ID!) {
    team(id: $team) {
      id
      matchCases {
        id kind reason how since sameNumber givenName familyName birthDate
        record recordGivenName recordFamilyName recordBirthDate recordTaken ifSamePerson viewerMaySettle
      }
    }
  }
`);

export const SettleMatch = graphql(`
  mutation SettleMatch($input: SettleMatchInput!) {
    done: settleMatch(input: $input) {
      __typename
      ... on MatchSettled { outcome }
      ... on FrontDeskRefused { why }
    }
  }
`);

export type MatchCase = NonNullable<ResultOf<typeof TeamMatchesQuery>['team']>['matchCases'][number];
