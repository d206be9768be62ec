import type { Context } from '../../platform/context.ts';
import type { RowId } from '../../platform/global-id.ts';
import { publishThreadChange } from './messaging.events.ts';

const MARK = `update heldwell.participant p set read_position = least($3, t.last_position)
  from heldwell.thread t
  where t.patient_id = $1 and t.id = $2 and p.patient_id = t.patient_id and p.thread_id = t.id
    and p.read_position < least($3, t.last_position)
    and p.reader_id = case heldwell.viewer_app() when 'PATIENT' then heldwell.viewer_record()
      when 'CARER' then heldwell.viewer_person() else t.team_id end
  returning t.team_id`;

/** Moves the reader's mark forward, never back; for staff the team's. */
export async function markThreadRead(context: Context, thread: RowId, position: number): Promise<void> {
  const [marked] = await context.scope.query<{ team_id: string }>({
    name: 'mark_thread_read',
    text: MARK,
    values: [thread.patient, thread.row, position],
  });
  if (marked)
    publishThreadChange(context.scope, { patient: thread.patient, thread: thread.row, team: marked.team_id });
}
