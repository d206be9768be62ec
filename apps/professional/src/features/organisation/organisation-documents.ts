import { graphql, type ResultOf } from '@heldwell/client';

export const OrganisationTeamsQuery = graphql(`
  query OrganisationTeams($id: ID!) {
    staffOrganisation(organisation: $id) { id name teams { id code name members { id } } }
  }
`);

export const OrganisationBrandQuery = graphql(`
  query OrganisationBrand($id: ID!) {
    staffOrganisation(organisation: $id) { id name serviceName welcome logo asksOwnCheck defaultLabel }
  }
`);

export const OrganisationPeopleQuery = graphql(`
  query OrganisationPeople($id: ID!) {
    staffOrganisation(organisation: $id) {
      id
      officers { id name office since }
      invitations { id email office invitedBy expiresAt }
      teams { id name members { id name role } }
    }
  }
`);

export const OrganisationHistoryQuery = graphql(`
  query OrganisationHistory($id: ID!, $after: String) {
    staffOrganisation(organisation: $id) {
      id
      changes(first: 50, after: $after) {
        nodes { id at by kind team subject was became }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const TeamHistoryQuery = graphql(`
  query TeamHistory($id: ID!, $after: String) {
    staffTeam(team: $id) {
      id
      changes(first: 50, after: $after) {
        nodes { id at by kind team subject was became }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const StaffTeamQuery = graphql(`
  query StaffTeam($id: ID!) {
    staffTeam(team: $id) {
      id code name description defaultLabels takesMessages answerTime openingHours joinCode viewerAdministers
      organisation { id name }
      members { id name role jobTitle joinedAt viewerMayChange }
      invitations { id email role office jobTitle invitedBy expiresAt }
    }
  }
`);

export type StaffTeam = NonNullable<ResultOf<typeof StaffTeamQuery>['staffTeam']>;
export type StaffMember = StaffTeam['members'][number];
export type Brand = NonNullable<ResultOf<typeof OrganisationBrandQuery>['staffOrganisation']>;
export type OfficeChange = NonNullable<
  ResultOf<typeof OrganisationHistoryQuery>['staffOrganisation']
>['changes']['nodes'][number];

export const StaffInvitationQuery = graphql(`
  query StaffInvitation($code: String!) {
    staffInvitation(code: $code) { organisation team role office invitedBy email hasSignIn }
    viewer { person { email } }
  }
`);

export const AcceptStaffInvitation = graphql(`
  mutation AcceptStaffInvitation($input: AcceptStaffInvitationInput!) {
    done: acceptStaffInvitation(input: $input) {
      __typename
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const AcceptStaffSignedIn = graphql(`
  mutation AcceptStaffSignedIn($code: String!) {
    done: acceptStaffInvitationSignedIn(code: $code) {
      __typename
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const CreateTeam = graphql(`
  mutation CreateTeam($input: CreateTeamInput!) {
    done: createTeam(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const ChangeTeam = graphql(`
  mutation ChangeTeam($input: ChangeTeamInput!) {
    done: changeTeam(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const SetJoinCode = graphql(`
  mutation SetJoinCode($input: SetJoinCodeInput!) {
    done: setJoinCode(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const ChangeOrganisation = graphql(`
  mutation ChangeOrganisation($input: ChangeOrganisationInput!) {
    done: changeOrganisation(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const SetLogo = graphql(`
  mutation SetLogo($input: SetLogoInput!) {
    done: setLogo(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const InviteStaff = graphql(`
  mutation InviteStaff($input: InviteStaffInput!) {
    done: inviteStaff(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const WithdrawStaffInvitation = graphql(`
  mutation WithdrawStaffInvitation($invitation: ID!) {
    done: withdrawStaffInvitation(invitation: $invitation) { __typename ... on OfficeActRefused { why } }
  }
`);

export const ChangeMember = graphql(`
  mutation ChangeMember($input: ChangeMemberInput!) {
    done: changeMember(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const RemoveMember = graphql(`
  mutation RemoveMember($input: TeamMemberInput!) {
    done: removeMember(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const GiveOffice = graphql(`
  mutation GiveOffice($input: OfficeInput!) {
    done: giveOffice(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);

export const EndOffice = graphql(`
  mutation EndOffice($input: OfficeInput!) {
    done: endOffice(input: $input) { __typename ... on OfficeActRefused { why } }
  }
`);
