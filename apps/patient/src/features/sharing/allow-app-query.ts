import { graphql, type ResultOf } from '@heldwell/client';

export const AppRequestQuery = graphql(`
  query AppRequest($id: ID!) { appRequest(id: $id) { id appName organisationName purpose labels } }
`);

export type AppRequest = NonNullable<ResultOf<typeof AppRequestQuery>['appRequest']>;

export const AllowApp = graphql(`
  mutation AllowApp($input: AllowAppInput!) {
    allowApp(input: $input) { __typename ... on AppAnswered { address } }
  }
`);

export const RefuseApp = graphql(`
  mutation RefuseApp($request: ID!) {
    refuseApp(request: $request) { __typename ... on AppAnswered { address } }
  }
`);
