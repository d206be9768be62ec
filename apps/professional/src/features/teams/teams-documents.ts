import { graphql, type ResultOf } from '@heldwell/client';

export const ProfessionalViewerQuery = graphql(`
  query ProfessionalViewer {
    viewer {
      app
      person { id givenName familyName }
      teams { id name viewerRole organisation { id name } }
      privacyDesks { id name }
      administers { id name }
      hasSharedRecords
    }
  }
`);

/** Who is signed in to the console, the teams they work in, and whether anything is shared with no team of theirs. */
export type ProfessionalViewer = NonNullable<ResultOf<typeof ProfessionalViewerQuery>['viewer']>;
