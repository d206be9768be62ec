import { graphql } from '@heldwell/client';

export const ConfirmPasswordMutation = graphql(`
  mutation ConfirmPassword($password: String!) {
    confirmPassword(password: $password) {
      __typename
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const OpenInEmergencyMutation = graphql(`
  mutation OpenInEmergency($input: OpenInEmergencyInput!) {
    openInEmergency(input: $input) {
      __typename
      ... on OpenedInEmergency { closesAt record { id } }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);
