import type { Context } from '../../../platform/context.ts';

/** Whether who is signed in has shown it within the last five minutes, by signing in or again. */
export async function isFresh({ scope }: Context): Promise<boolean> {
  const [row] = await scope.query<{ fresh: boolean }>({
    name: 'session_is_fresh',
    text: 'select heldwell.session_is_fresh(heldwell.viewer_session()) as fresh',
  });
  return row?.fresh ?? false;
}
