import type { Context } from '../../platform/context.ts';
import type { AppName, Viewer } from '../../platform/opened-session.ts';
import { unauthenticated } from '../../platform/problems.ts';

/**
 * The person who is signed in, in one of the apps.
 * @throws GraphQLError `UNAUTHENTICATED` where nobody is: a partner's app is no person.
 */
export async function ownViewer(context: Context): Promise<Viewer & { app: AppName }> {
  const viewer = await context.scope.viewer();
  if (!viewer || viewer.app === 'PARTNER') throw unauthenticated();
  return { ...viewer, app: viewer.app };
}
