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
