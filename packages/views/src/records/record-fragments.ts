import { graphql } from '@heldwell/client';
import { GrantFields } from '../sharing/grant-fragments.ts';

/** Whose record is open, and by which grants. */
export const RecordBannerFields = graphql(
  `
  fragment RecordBannerFields on PatientRecord @_unmask {
    id
    title
    givenName
    familyName
    preferredName
    birthDate
    nhsNumber
    viewerLabels
    viewerGrants { ...GrantFields }
  }
`,
  [GrantFields],
);
