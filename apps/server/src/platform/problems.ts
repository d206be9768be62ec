import { GraphQLError } from 'graphql';

export interface FieldProblem {
  /** Where, as in the input: `email`, `labels.0`. */
  path: string;
  /** What is wrong, for machines: `REQUIRED`, `TOO_LONG`. */
  code: string;
}

/** Wrong input: `BAD_USER_INPUT` with a list of `{ path, code }`. */
export const badInput = (
  fields: readonly FieldProblem[],
  message = 'Some of what was sent does not fit.',
): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields } });

/** Nobody is signed in to this app, or the session has ended. */
export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Please sign in.', { extensions: { code: 'UNAUTHENTICATED' } });

/** More people sign in at this moment than can be served: nothing was judged, and trying again in a little while helps. */
export const tooBusy = (): GraphQLError =>
  new GraphQLError('Many people are signing in at the moment. Wait a few seconds and try again.', {
    extensions: { code: 'TOO_BUSY' },
  });

/** A weighty act: who asks has to show once more who they are (`confirmSignIn`), and then asks again. Nothing was done. */
export const freshSignInNeeded = (): GraphQLError =>
  new GraphQLError('Show that it is you, then try again.', { extensions: { code: 'FRESH_SIGN_IN_NEEDED' } });

/** The viewer may not do this; judged from what they hold, never from what may be hidden. */
export const forbidden = (needs?: string): GraphQLError =>
  new GraphQLError('You may not do this.', { extensions: { code: 'FORBIDDEN', ...(needs && { needs }) } });
