import { useEffect, useEffectEvent } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import { graphql, type ResultOf } from '../graphql.ts';
import type { StreamEnd } from '../live/live-connection.ts';
import { ThreadSummary } from '../messaging/messaging-documents.ts';

export const InboxChanged = graphql(
  `subscription InboxChanged($team: ID!) {
    inboxChanged(team: $team) {
      counts { all unread waitingOnTeam waitingOnPatient }
      thread { ...ThreadSummary startedAt }
    }
  }`,
  [ThreadSummary],
);

/** A discussion of the inbox that changed (null: it can no longer be seen), and the counts as they are now. */
export type InboxChange = ResultOf<typeof InboxChanged>['inboxChanged'];

/**
 * Watches a team's inbox while the component is there (null: nothing to watch). `onEnded` says that the server ended
 * the stream. When a lost connection is back, every screen that shows discussions asks anew.
 */
export function useInboxChanges(
  team: string | null,
  onChange: (change: InboxChange) => void,
  onEnded: (end: StreamEnd) => void,
): void {
  const { live, signedOut, refresh } = useHeldwell();
  const changed = useEffectEvent(onChange);
  const ended = useEffectEvent((end: StreamEnd) => {
    if (end === 'signedOut') signedOut.send();
    onEnded(end);
  });
  useEffect(() => {
    if (team === null) return undefined;
    return live.subscribe(InboxChanged, () => ({ team }), {
      next: ({ inboxChanged }) => changed(inboxChanged),
      ended: (end) => ended(end),
      resumed: () => refresh.send('threads'),
    });
  }, [team, live, refresh]);
}
