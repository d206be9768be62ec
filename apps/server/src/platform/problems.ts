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

/** The viewer may not do this; judged from what they hold, never from what may be hidden. */
export const forbidden = (needs?: string): GraphQLError =>
  new GraphQLError('You may not do this.', { extensions: { code: 'FORBIDDEN', ...(needs && { needs }) } });
