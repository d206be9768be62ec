import { graphql, type ResultOf } from '@heldwell/client';
import { EndFields, GrantFields, InvitationFields } from '@heldwell/views';
import { FrameRecord } from '../../my-record/index.ts';

/** A grant as its patient reads it: with what only they are told about it. */

export const MyGrantFields = graphql(
  `fragment MyGrantFields on Grant @_unmask {
    ...GrantFields
    cause
    reason
  }`,
  [GrantFields],
);

/** A grant as its patient reads it. */

export type MyGrant = ResultOf<typeof MyGrantFields>;

/** Who sees what now, who asks to, and what ended lately. */

export const SharingQuery = graphql(
  `query Sharing {
    viewer {
      record {
        ...FrameRecord
        sharing {
          stopped { stoppedAt }
          grants { ...MyGrantFields }
          invitations { ...InvitationFields }
          requests { id askedBy askedAt grantee granteeKind labels rights reason answer }
          history(first: 20) {
            nodes {
              grantId
              version
              ended
              cause
              recordedAt
              grantee { kind name }
              entry { id title }
              receipt { remains }
            }
          }
        }
      }
    }
  }`,
  [FrameRecord, InvitationFields, MyGrantFields],
);

export type SharingNow = NonNullable<
  NonNullable<NonNullable<ResultOf<typeof SharingQuery>['viewer']>['record']>['sharing']
>;

export const RenewSharing = graphql(`
  mutation RenewSharing($input: RenewSharingInput!) {
    renewSharing(input: $input) {
      __typename
      ... on SharingChanged { grant { id labels version } }
      ... on SharingRefused { why }
      ... on Problem { message }
    }
  }
`);

/** One grant to change, and what its end may hang on. */
export const ChangeSharingQuery = graphql(
  `query ChangeSharingForm {
    viewer {
      record {
        ...FrameRecord
        threads(first: 50) { nodes { id subject state } }
        sharing { grants { ...MyGrantFields } }
      }
    }
  }`,
  [FrameRecord, MyGrantFields],
);

export const ChangeSharing = graphql(
  `mutation ChangeSharing($input: ChangeSharingInput!) {
    changeSharing(input: $input) {
      __typename
      ... on SharingChanged { grant { id labels version ...EndFields } }
      ... on SharingRefused { why }
      ... on Problem { message }
    }
  }`,
  [EndFields],
);

export const TeamsToShareWithQuery = graphql(
  `query TeamsToShareWith {
    viewer {
      record {
        ...FrameRecord
        teamsToWriteTo { id name organisation { id name } }
        threads(first: 50) { nodes { id subject state } }
        sharing { grants { id state labels grantee { team { id } organisation { id } kind } } }
      }
    }
  }`,
  [FrameRecord],
);
