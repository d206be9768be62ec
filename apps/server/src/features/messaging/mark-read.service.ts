import type { Context } from '../../platform/context.ts';
import type { RowId } from '../../platform/global-id.ts';
import { publishThreadChange } from './messaging.events.ts';

/** Moves the reader's mark forward, never back; for staff the team's. */
export async function markThreadRead(context: Context, thread: RowId, position: number): Promise<void> {
  const [marked] = await context.scope.query<{ team_id: string }>({
    name: 'mark_thread_read',
    text: 'select mark_read as team_id from heldwell.mark_read($1, $2, $3)',
    values: [thread.patient, thread.row, position],
  });
  if (marked)
    publishThreadChange(context.scope, { patient: thread.patient, thread: thread.row, team: marked.team_id });
}
