import { graphql, type ResultOf } from '@heldwell/client';

export const CaseloadQuery = graphql(`
  query Caseload($team: ID!, $search: String, $after: String) {
    team(id: $team) {
      id
      caseload(search: $search, first: 25, after: $after) {
        nodes { id title givenName familyName preferredName birthDate nhsNumber }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

type Caseload = NonNullable<NonNullable<ResultOf<typeof CaseloadQuery>['team']>['caseload']>;

/** One patient of a caseload. */
export type CaseloadRow = Caseload['nodes'][number];
