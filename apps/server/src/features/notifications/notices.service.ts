import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { readId } from '../../platform/global-id.ts';
import type { MarkNoticesReadInput } from './notices.inputs.ts';

const OWN = 'n.person_id = heldwell.viewer_person() and n.app = heldwell.viewer_app()';

/** The count is of before the update: one statement sees what stood when it began. */
const MARK = `with marked as (
    update heldwell.notice n set read_at = heldwell.now() where ${OWN} and n.id = any ($1::uuid[]) and n.read_at is null
      returning n.id
  )
  select (select count(*) from marked) as marked,
    (select count(*) from heldwell.notice n where ${OWN} and n.read_at is null) as before`;

/** Marks notices of the viewer's own as read, and tells their other open pages. How many are still unread. */
export async function markNoticesRead(context: Context, input: MarkNoticesReadInput): Promise<number> {
  const viewer = await context.scope.viewer();
  const [done] = await context.scope.query<{ marked: number; before: number }>({
    name: 'mark_notices_read',
    text: MARK,
    values: [input.notices.map((id) => readId('NOTICE', id))],
  });
  if (!viewer || !done) return 0;
  if (done.marked > 0) {
    const ids = { app: viewer.app, notice: '' };
    context.scope.publish({ channel: channels.notices(viewer.personId), ids });
  }
  return done.before - done.marked;
}

/** How many of the viewer's notices are unread in their app. */
export async function unreadNotices(context: Context): Promise<number> {
  const [row] = await context.scope.query<{ count: number }>({
    name: 'unread_notices',
    text: `select count(*) from heldwell.notice n where ${OWN} and n.read_at is null`,
  });
  return row?.count ?? 0;
}

/** The record a notice of the viewer's is about, where they may see it now: what a delivery of it is logged under. */
export async function recordOfNotice(context: Context, notice: string): Promise<string | null> {
  const [row] = await context.scope.query<{ patient_id: string }>({
    name: 'record_of_notice',
    text: `select n.patient_id from heldwell.notice n join heldwell.patient p on p.id = n.patient_id where ${OWN} and n.id = $1`,
    values: [notice],
  });
  return row?.patient_id ?? null;
}
