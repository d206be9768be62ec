import { useEffect, useEffectEvent } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import type { Topic } from '../create-client.ts';
import type { ResultOf } from '../graphql.ts';
import type { StreamEnd } from '../live/live-connection.ts';
import { RecordChanged } from './record-documents.ts';

/** What changed in a record. `STARTED` comes after a connection that was lost, or late, is there (again). */
export type RecordChange = Pick<ResultOf<typeof RecordChanged>['recordChanged'], 'change' | 'thread'>;

const promptly = 2_000;

/**
 * The topic that a change is about, to pass on to `refresh.send`. After a lost connection, and when sharing changed,
 * anything may be different.
 */
export function topicOf({ change }: RecordChange): Topic {
  if (change === 'ENTRIES') return 'entries';
  return change === 'THREADS' ? 'threads' : 'all';
}

/**
 * Watches a record while the component is there (null: nothing to watch). `onChange` says what changed; the first
 * `STARTED` is passed on only when the connection took so long that something may have been missed. `onEnded` says
 * that the server ended the stream: access is over (`completed`, `refused`) or the sign-in is.
 */
export function useRecordChanges(
  record: string | null,
  onChange: (change: RecordChange) => void,
  onEnded: (end: StreamEnd) => void,
): void {
  const { live, signedOut } = useHeldwell();
  const changed = useEffectEvent(onChange);
  const ended = useEffectEvent((end: StreamEnd) => {
    if (end === 'signedOut') signedOut.send();
    onEnded(end);
  });
  useEffect(() => {
    if (record === null) return undefined;
    const asked = Date.now();
    let started = false;
    return live.subscribe(RecordChanged, () => ({ record }), {
      next: ({ recordChanged }) => {
        const firstAndPrompt =
          recordChanged.change === 'STARTED' && !started && Date.now() - asked < promptly;
        if (recordChanged.change === 'STARTED') started = true;
        if (!firstAndPrompt) changed(recordChanged);
      },
      ended: (end) => ended(end),
    });
  }, [record, live]);
}
