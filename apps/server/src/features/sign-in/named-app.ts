import type { Context } from '../../platform/context.ts';
import type { AppName } from '../../platform/opened-session.ts';
import { badInput } from '../../platform/problems.ts';

/**
 * The app that asks, which a session is started for.
 * @throws GraphQLError `BAD_USER_INPUT` where it names none.
 */
export function namedApp({ app }: Context): AppName {
  if (app) return app;
  throw badInput(
    [{ path: 'X-Heldwell-App', code: 'REQUIRED' }],
    'Name the app in the header X-Heldwell-App.',
  );
}
