import { graphql } from '@heldwell/client';

export const OpenInEmergencyMutation = graphql(`
  mutation OpenInEmergency($input: OpenInEmergencyInput!) {
    openInEmergency(input: $input) {
      __typename
      ... on OpenedInEmergency { closesAt record { id } }
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);
