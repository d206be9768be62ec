import { usePages } from '@heldwell/views';
import { InboxQuery, type InboxView } from './inbox-documents.ts';

const threadTopic = ['threads'] as const;

/** A team's inbox in one view: its rows and counts, asked anew at every change, and the way to older rows. */
export function useInbox(team: string, view: InboxView) {
  const pages = usePages({
    query: InboxQuery,
    variables: { team, view },
    pick: (data) => data.team?.inbox,
    on: threadTopic,
  });
  return { pages, counts: pages.query.data?.team?.inboxCounts ?? null };
}
