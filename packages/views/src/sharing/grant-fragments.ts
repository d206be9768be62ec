import { graphql } from '@heldwell/client';

/** A grant as it is shown: to whom, what, since when, until when and why. */
export const GrantFields = graphql(`
  fragment GrantFields on Grant @_unmask {
    id
    version
    labels
    rights
    basis
    state
    validFrom
    validUntil
    givenBy
    givenAt
    thread { id subject }
    grantee { kind name relationship team { id name organisation { id name } } organisation { id name } }
  }
`);
