import { graphql, type ResultOf } from '@heldwell/client';

export const CarerViewerQuery = graphql(`
  query CarerViewer {
    viewer {
      app
      person { id givenName familyName email }
      caresFor(first: 20) {
        nodes { id title givenName familyName preferredName unreadThreadCount }
        pageInfo { hasNextPage }
      }
    }
  }
`);

/** Who is signed in to the carer app, and whom they care for. */
export type CarerViewer = NonNullable<ResultOf<typeof CarerViewerQuery>['viewer']>;

/** Somebody they care for. */
export type CaredFor = CarerViewer['caresFor']['nodes'][number];
