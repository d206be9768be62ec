import type { Context } from '../../platform/context.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import { unauthenticated } from '../../platform/problems.ts';

/**
 * Who is signed in.
 * @throws GraphQLError `UNAUTHENTICATED` where nobody is.
 */
export async function ownViewer(context: Context): Promise<Viewer> {
  const viewer = await context.scope.viewer();
  if (!viewer) throw unauthenticated();
  return viewer;
}
