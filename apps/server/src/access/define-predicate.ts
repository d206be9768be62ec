import type { GraphQLError } from 'graphql';
import { rule } from 'graphql-shield';
import type { Context } from '../platform/context.ts';
import { logger } from '../platform/logger.ts';
import type { Viewer } from '../platform/opened-session.ts';
import { forbidden, unauthenticated } from '../platform/problems.ts';

/** A named sentence about the viewer of an operation; true lets them through the door, an error says why not. */
type Sentence = (
  viewer: Viewer,
  context: Context,
) => boolean | GraphQLError | Promise<boolean | GraphQLError>;

/**
 * Makes a shield rule of a sentence. Nobody signed in answers `UNAUTHENTICATED`, a no `FORBIDDEN`; a sentence that
 * fails is a fault of ours, not a denial. Never cached: a rule is judged for each field it guards.
 */
export function definePredicate(name: string, sentence: Sentence, needs?: string) {
  return rule(name, { cache: 'no_cache' })(async (_parent, _args, context: Context) => {
    const viewer = await context.scope.viewer();
    if (!viewer) return unauthenticated();
    try {
      return (await sentence(viewer, context)) || forbidden(needs);
    } catch (error) {
      logger.error({ predicate: name, reason: (error as Error).message }, 'a predicate failed');
      return error as Error;
    }
  });
}
