import { graphql, type ResultOf } from '@heldwell/client';
import { GrantFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

/** Who sees what now, and invitations that wait. */
export const SharingQuery = graphql(
  `query Sharing {
    viewer {
      record {
        ...FrameRecord
        sharing {
          grants { ...GrantFields }
          invitations { id name email labels rights expiresAt }
        }
      }
    }
  }`,
  [FrameRecord, GrantFields],
);

export type SharingNow = NonNullable<
  NonNullable<NonNullable<ResultOf<typeof SharingQuery>['viewer']>['record']>['sharing']
>;

export const StopSharing = graphql(`
  mutation StopSharing($input: StopSharingInput!) {
    stopSharing(input: $input) {
      __typename
      ... on SharingChanged { grant { id state } }
      ... on Problem { message }
    }
  }
`);

export const ChangeSharing = graphql(`
  mutation ChangeSharing($input: ChangeSharingInput!) {
    changeSharing(input: $input) {
      __typename
      ... on SharingChanged { grant { id labels } }
      ... on Problem { message }
    }
  }
`);

export const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) { withdrawInvitation(input: $input) }
`);

export const TeamsToShareWithQuery = graphql(
  `query TeamsToShareWith {
    viewer {
      record {
        ...FrameRecord
        teamsToWriteTo { id name organisation { id name } }
        sharing { grants { id state thread { id } grantee { team { id } } } }
      }
    }
  }`,
  [FrameRecord],
);

export const ShareWithTeam = graphql(`
  mutation ShareWithTeam($input: ShareWithTeamInput!) {
    shareWithTeam(input: $input) {
      __typename
      ... on SharingChanged { grant { id labels grantee { kind name } } }
      ... on Problem { message }
    }
  }
`);

export const InviteCarer = graphql(`
  mutation InviteCarer($input: InviteCarerInput!) {
    inviteCarer(input: $input) {
      __typename
      ... on CarerInvited { link invitation { id name expiresAt } }
      ... on Problem { message }
    }
  }
`);

export const SharingHistoryQuery = graphql(
  `query SharingHistory($after: String) {
    viewer {
      record {
        ...FrameRecord
        sharing {
          history(first: 50, after: $after) {
            nodes {
              grantId
              version
              labels
              ended
              validUntil
              recordedAt
              givenBy
              reason
              grantee { kind name }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }`,
  [FrameRecord],
);
