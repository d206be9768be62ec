import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';

/** The channel on which the end of the viewer's session is told: a stream listens to it beside its own. */
export async function sessionChannel(context: Context): Promise<string[]> {
  const viewer = await context.scope.viewer();
  return viewer ? [channels.session(viewer.sessionId)] : [];
}
