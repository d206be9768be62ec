import { graphql } from '@heldwell/client';
import { EndFields } from './grant-fragments.ts';

export const StopSharing = graphql(`
  mutation StopSharing($input: StopSharingInput!) {
    stopSharing(input: $input) {
      __typename
      ... on SharingChanged { grant { id state version } }
      ... on SharingRefused { why }
      ... on Problem { message }
    }
  }
`);

export const ShareWithTeam = graphql(
  `mutation ShareWithTeam($input: ShareWithTeamInput!) {
    shareWithTeam(input: $input) {
      __typename
      ... on SharingChanged { grant { id labels version ...EndFields grantee { kind name } } }
      ... on SharingRefused { why }
      ... on Problem { message }
    }
  }`,
  [EndFields],
);

export const ShareWithOrganisation = graphql(
  `mutation ShareWithOrganisation($input: ShareWithOrganisationInput!) {
    shareWithOrganisation(input: $input) {
      __typename
      ... on SharingChanged { grant { id labels version ...EndFields grantee { kind name } } }
      ... on SharingRefused { why }
      ... on Problem { message }
    }
  }`,
  [EndFields],
);

export const InviteCarer = graphql(`
  mutation InviteCarer($input: InviteCarerInput!) {
    inviteCarer(input: $input) {
      __typename
      ... on CarerInvited { link invitation { id name email expiresAt } }
      ... on SharingRefused { why }
      ... on TooManyAttempts { retryAfterSeconds }
      ... on Problem { message }
    }
  }
`);

export const ResendInvitation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      __typename
      ... on CarerInvited { link invitation { id name email expiresAt } }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const InviteProfessional = graphql(`
  mutation InviteProfessional($input: InviteProfessionalInput!) {
    inviteProfessional(input: $input) {
      __typename
      ... on CarerInvited { link invitation { id name email expiresAt } }
      ... on SharingRefused { why }
      ... on TooManyAttempts { retryAfterSeconds }
      ... on Problem { message }
    }
  }
`);

export const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) { withdrawInvitation(input: $input) }
`);
