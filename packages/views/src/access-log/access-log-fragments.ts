import { graphql } from '@heldwell/client';

/** An entry of the access log as it is told. */
export const AccessLogFields = graphql(`
  fragment AccessLogFields on AccessLogEntry @_unmask {
    id
    kind
    at
    person
    role
    team
    organisation
    purpose
    lookedAt
    opened
    sharingChange
    sharedWith
    labels
  }
`);
