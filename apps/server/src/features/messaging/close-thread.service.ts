import type { Context } from '../../platform/context.ts';
import type { RowId } from '../../platform/global-id.ts';
import { publishAccessChange } from '../consent/index.ts';
import { publishThreadChange } from './messaging.events.ts';

interface Closed {
  allowed: boolean;
  team_id: string;
  /** Whose access ended with it. */
  grantees: string[];
}

/**
 * Ends a discussion, and with it what was given until it ends; false where the viewer may not, or there is none. Under the
 * lock a revoke waits for, as a message is sent. Ending an ended one changes nothing; a new message opens it again.
 */
export async function closeThread({ scope }: Context, thread: RowId): Promise<boolean> {
  const [closed] = await scope.query<Closed>({
    name: 'close_thread',
    text: 'select allowed, team_id, grantees from heldwell.close_thread($1, $2)',
    values: [thread.patient, thread.row],
  });
  if (!closed?.allowed) return false;
  publishThreadChange(scope, { patient: thread.patient, thread: thread.row, team: closed.team_id });
  for (const grantee of closed.grantees) publishAccessChange(scope, thread.patient, grantee);
  return true;
}
