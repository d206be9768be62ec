import { graphql } from '@heldwell/client';

/** What ends a grant by itself. */
export const EndFields = graphql(`
  fragment EndFields on Grant @_unmask {
    validUntil
    endsWith
    endsWithTeam { id name }
    endsWithThread { id subject }
  }
`);

/** A grant as it is shown: to whom, what, since when, until when and why. */
export const GrantFields = graphql(
  `fragment GrantFields on Grant @_unmask {
    id
    version
    labels
    rights
    basis
    state
    validFrom
    ...EndFields
    givenBy
    givenAt
    givenForPatient
    thread { id subject }
    entry { id title }
    summaryLabels
    grantee { kind name relationship team { id name organisation { id name } } organisation { id name } }
  }`,
  [EndFields],
);

/** An invitation that nobody has used yet. */
export const InvitationFields = graphql(`
  fragment InvitationFields on CarerInvitation @_unmask { id name email labels expiresAt }
`);
