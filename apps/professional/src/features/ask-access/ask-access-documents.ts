import { graphql } from '@heldwell/client';

export const AskForAccessMutation = graphql(`
  mutation AskForAccess($input: AskForAccessInput!) {
    askForAccess(input: $input) {
      __typename
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

export const AskForMoreMutation = graphql(`
  mutation AskForMore($input: AskForMoreInput!) {
    askForMore(input: $input)
  }
`);
