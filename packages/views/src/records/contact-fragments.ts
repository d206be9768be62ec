import { type FragmentOf, graphql } from '@heldwell/client';

/** Whom to call, and which organisation sent it. */
export const EmergencyContactFields = graphql(`
  fragment EmergencyContactFields on EmergencyContact @_unmask {
    name
    relationship
    phone
    organisationName
  }
`);

export type ShownContact = FragmentOf<typeof EmergencyContactFields>;
