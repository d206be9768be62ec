import { graphql } from '@heldwell/client';

/** How the person signs in, and where they are signed in. */
export const SecurityQuery = graphql(`
  query Security {
    viewer {
      person { email }
      security {
        hasPassword
        authenticatorSince
        recoveryCodesLeft
        passkeys { id name addedAt lastUsedAt }
        rememberedDevices { id device rememberedAt expiresAt }
        newEmail
        oldAgreed
        newAgreed
      }
      sessions { id app device startedAt lastSeenAt isCurrent }
    }
  }
`);

export const ConfirmWaysQuery = graphql(`
  query ConfirmWays {
    viewer {
      security { hasPassword authenticatorSince passkeys { id } }
      linkedProviders { id name }
    }
  }
`);

export const ConfirmSignIn = graphql(`
  mutation ConfirmSignIn($input: ConfirmSignInInput!) {
    confirmSignIn(input: $input) {
      __typename
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);
export const BeginPasskeyConfirmation = graphql(`
  mutation BeginPasskeyConfirmation { beginPasskeyConfirmation { ticket options } }
`);

export const BeginSignInAgain = graphql(`
  mutation BeginSignInAgain($provider: ID!) {
    beginSignInAgain(provider: $provider) {
      __typename
      ... on SignInAgain { address }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);
export const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      __typename
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);
export const PasswordResetQuery = graphql(`
  query PasswordReset($code: String!) { passwordReset(code: $code) { expiresAt } }
`);
export const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const ChangeEmail = graphql(`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) { __typename ... on TooManyAttempts { retryAfterSeconds } }
  }
`);
export const DropEmailChange = graphql(`mutation DropEmailChange { dropEmailChange }`);
export const ConfirmEmail = graphql(`
  mutation ConfirmEmail($code: String!) {
    confirmEmail(code: $code) { __typename ... on EmailAgreed { waitingFor } }
  }
`);

export const BeginAuthenticator = graphql(
  `mutation BeginAuthenticator { beginAuthenticator { secret uri } }`,
);
export const ConfirmAuthenticator = graphql(`
  mutation ConfirmAuthenticator($code: String!) {
    confirmAuthenticator(code: $code) {
      __typename
      ... on FactorAdded { recoveryCodes }
      ... on Problem { message }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);
export const RemoveAuthenticator = graphql(`mutation RemoveAuthenticator { removeAuthenticator }`);
export const RenewRecoveryCodes = graphql(`mutation RenewRecoveryCodes { renewRecoveryCodes { codes } }`);

export const BeginPasskey = graphql(`mutation BeginPasskey { beginPasskey { ticket options } }`);
export const AddPasskey = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      __typename
      ... on FactorAdded { recoveryCodes }
      ... on Problem { message }
    }
  }
`);
export const RemovePasskey = graphql(`
  mutation RemovePasskey($passkey: ID!) { removePasskey(passkey: $passkey) }
`);

export const EndSession = graphql(`mutation EndSession($session: ID!) { endSession(session: $session) }`);
export const EndOtherSessions = graphql(`mutation EndOtherSessions { endOtherSessions }`);
export const ForgetDevice = graphql(`mutation ForgetDevice($device: ID!) { forgetDevice(device: $device) }`);
