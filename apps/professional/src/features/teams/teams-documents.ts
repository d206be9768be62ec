import { graphql, type ResultOf } from '@heldwell/client';

export const ProfessionalViewerQuery = graphql(`
  query ProfessionalViewer {
    viewer {
      app
      person { id givenName familyName }
      teams { id name viewerRole organisation { id name } }
      privacyDesks { id name }
      administers { id name }
    }
  }
`);

/** Who is signed in to the console, and the teams they work in. */
export type ProfessionalViewer = NonNullable<ResultOf<typeof ProfessionalViewerQuery>['viewer']>;
