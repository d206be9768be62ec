import { graphql } from '../graphql.ts';

/** Who is signed in; the same fields after signing in as when asked. */
export const ViewerFields = graphql(`
  fragment ViewerFields on Viewer @_unmask {
    app
    person { id givenName familyName email }
    record { id }
  }
`);

export const ViewerQuery = graphql(`query Viewer { viewer { ...ViewerFields } }`, [ViewerFields]);

export const SignIn = graphql(
  `mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on SecondFactorNeeded { ticket methods passkeyOptions }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);

export const AcceptInvitation = graphql(
  `mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);

export const CompleteSignIn = graphql(
  `mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);

export const BeginPasskeySignIn = graphql(`
  mutation BeginPasskeySignIn {
    beginPasskeySignIn {
      __typename
      ... on PasskeyQuestion { ticket options }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const SignInWithPasskey = graphql(
  `mutation SignInWithPasskey($input: PasskeyAnswerInput!) {
    signInWithPasskey(input: $input) {
      __typename
      ... on SignedIn { viewer { ...ViewerFields } }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }`,
  [ViewerFields],
);

/** The limits of the session that asks. */
export const SessionLimitsQuery = graphql(`
  query SessionLimits { viewer { session { lastSeenAt idleUntil expiresAt } } }
`);

export const SignOut = graphql(`mutation SignOut { signOut }`);

/** How an organisation greets those who come in by its doors. */
export const BrandFields = graphql(`fragment BrandFields on Brand @_unmask { serviceName welcome logo }`);

/** What an invitation link is for, asked before signing in. */
export const InvitationQuery = graphql(
  `
  query Invitation($code: String!) {
    invitation(code: $code) {
      kind
      name
      emailHint
      patientName
      organisationName
      labels
      rights
      expiresAt
      isVouched
      brand { ...BrandFields }
    }
  }
`,
  [BrandFields],
);
