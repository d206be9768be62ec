import { graphql, type ResultOf } from '@heldwell/client';
import { GrantFields, InvitationFields } from '@heldwell/views';

/** What the carer gave for the person, and through what: the grants of their own that let them share. */
export const ManagedSharingQuery = graphql(
  `query ManagedSharing($id: ID!) {
    record(id: $id) {
      id
      viewerGrants { id labels rights }
      grantsGivenByViewer { ...GrantFields }
      invitationsGivenByViewer { ...InvitationFields }
    }
  }`,
  [GrantFields, InvitationFields],
);

/** What the carer holds themself, and the teams that can be given some of it. */
export const SharingHeldQuery = graphql(`
  query SharingHeld($id: ID!) {
    record(id: $id) {
      id
      viewerGrants { id labels rights }
      teamsToShareWith { id name organisation { id name } }
    }
  }
`);

type Held = NonNullable<ResultOf<typeof SharingHeldQuery>['record']>;
export type OwnGrant = Held['viewerGrants'][number];
export type TeamToShareWith = Held['teamsToShareWith'][number];
export type ManagedRecord = NonNullable<ResultOf<typeof ManagedSharingQuery>['record']>;
