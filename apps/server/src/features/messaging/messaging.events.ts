import { channels } from '../../platform/events.ts';
import type { RequestScope } from '../../platform/request-scope.ts';

export interface ThreadReference {
  patient: string;
  thread: string;
  team: string;
}

/** Tells the discussion, the team's inbox and the record that there is something new. Ids only. */
export function publishThreadChange(scope: Pick<RequestScope, 'publish'>, changed: ThreadReference): void {
  const ids = { patient: changed.patient, thread: changed.thread, team: changed.team, change: 'THREADS' };
  scope.publish({ channel: channels.thread(changed.thread), ids });
  scope.publish({ channel: channels.inbox(changed.team), ids });
  scope.publish({ channel: channels.record(changed.patient), ids });
}
