import { channels, type LiveEvent } from '../../platform/events.ts';
import type { RequestScope } from '../../platform/request-scope.ts';

export interface ThreadReference {
  patient: string;
  thread: string;
  team: string;
}

/** To the discussion, the team's inbox and the record: there is something new. Ids only. */
export function threadChange({ patient, thread, team }: ThreadReference): LiveEvent[] {
  const ids = { patient, thread, team, change: 'THREADS' };
  const told = [channels.thread(thread), channels.inbox(team), channels.record(patient)];
  return told.map((channel) => ({ channel, ids }));
}

/** Tells them, if this transaction commits. */
export function publishThreadChange(scope: Pick<RequestScope, 'publish'>, changed: ThreadReference): void {
  for (const event of threadChange(changed)) scope.publish(event);
}
