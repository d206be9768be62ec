import { graphql } from '../graphql.ts';
import { BrandFields, ViewerFields } from './session-documents.ts';

export const AcceptSignedIn = graphql(
  `mutation AcceptSignedIn($input: AcceptSignedInInput!) {
    acceptInvitationSignedIn(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);

export const AskForNewLink = graphql(`mutation AskForNewLink($code: String!) { askForNewLink(code: $code) }`);

/** The team of a join link. */
export const JoinOfferQuery = graphql(
  `query JoinOffer($code: String!) {
    viewer { person { id email } record { id } }
    joinOffer(code: $code) {
      team teamName organisationName description answerTime labels joined
      brand { ...BrandFields }
    }
  }`,
  [BrandFields],
);

export const JoinTeam = graphql(`
  mutation JoinTeam($input: JoinTeamInput!) { joinTeam(input: $input) { __typename ... on TeamJoined { team } } }
`);

export const RegistrationAgeQuery = graphql(`
  query RegistrationAge($birthDate: Date!) { registrationAge(birthDate: $birthDate) }
`);

export const SendEmailCode = graphql(`
  mutation SendEmailCode($email: String!) {
    sendEmailCode(email: $email) {
      __typename
      ... on EmailCodeSent { ticket expiresAt }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const CheckEmailCode = graphql(`
  mutation CheckEmailCode($input: EmailProofInput!) {
    checkEmailCode(input: $input) {
      __typename
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const Register = graphql(
  `mutation Register($input: RegisterInput!) {
    register(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);

export const OpenLetter = graphql(
  `mutation OpenLetter($input: LetterInput!) {
    openLetter(input: $input) {
      __typename
      ... on LetterOpened { organisationName expiresAt asksEmailCode brand { ...BrandFields } }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [BrandFields],
);

export const AcceptLetter = graphql(
  `mutation AcceptLetter($input: AcceptLetterInput!) {
    acceptLetter(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);

export const UseLetter = graphql(
  `mutation UseLetter($input: LetterInput!) {
    useLetter(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);
