import { useCallback, useMemo, useState } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import type { ResultOf } from '../graphql.ts';
import { type OperationProblem, problemOf } from '../problems.ts';
import { useScreenQuery } from '../use-screen-query.ts';
import { lastPosition, type Message, mergeMessages } from './merge-messages.ts';
import { ThreadQuery } from './messaging-documents.ts';
import { type Thread, useAddedMessages } from './use-added-messages.ts';
import { useMarkRead } from './use-mark-read.ts';

/** A discussion and its messages, kept up to date. */
export type ThreadMessages = {
  /** Undefined until known; null when the discussion is not there, or can no longer be seen. */
  thread: Thread | null | undefined;
  /** Oldest first. */
  messages: Message[];
  /** True when access ended while the discussion was open. */
  ended: boolean;
  problem: OperationProblem | undefined;
  hasEarlier: boolean;
  loadEarlier: () => Promise<void>;
  /** Shows a message that was just sent, without waiting for it to come back. */
  add: (message: Message) => void;
  refresh: () => void;
};

const shownTopics = ['sharing'] as const;
type Page = NonNullable<ResultOf<typeof ThreadQuery>['thread']>['messages'];
const noMessages: Message[] = [];

function useEarlierPages(threadId: string) {
  const { urql } = useHeldwell();
  const [pages, setPages] = useState<Page[]>([]);
  const [problem, setProblem] = useState<OperationProblem>();
  const load = useCallback(
    async (after: string | null) => {
      const { data, error } = await urql.query(ThreadQuery, { id: threadId, after }).toPromise();
      setProblem(error ? problemOf(error) : undefined);
      const page = data?.thread?.messages;
      if (page) setPages((before) => [...before, page]);
    },
    [urql, threadId],
  );
  return { pages, problem, load };
}

type Found = NonNullable<ResultOf<typeof ThreadQuery>['thread']>;

/** The header as last heard, from the question or from the stream. */
function useLatestHeader(
  found: Found | null | undefined,
  streamed: Thread | undefined,
): Thread | null | undefined {
  const [heard, setHeard] = useState({ found, streamed, latest: (found ?? undefined) as Thread | undefined });
  if (heard.found !== found) setHeard({ found, streamed, latest: found ?? undefined });
  else if (heard.streamed !== streamed) setHeard({ found, streamed, latest: streamed });
  return found ? (heard.latest ?? found) : found;
}

/**
 * One discussion: its newest page, then every message as it arrives, resumed after a lost connection without gap or
 * double, and marked as read while it is looked at. When the server ends the stream the discussion is asked for
 * again; `ended` says that it is gone. Give the component a `key` of the thread's id: what is held belongs to one.
 */
export function useThreadMessages(threadId: string): ThreadMessages {
  const { signedOut } = useHeldwell();
  const question = useScreenQuery(ThreadQuery, { id: threadId, after: null }, { on: shownTopics });
  const found = question.data?.thread;
  const firstPage = found?.messages.nodes ?? noMessages;
  const earlier = useEarlierPages(threadId);
  const [wasThere, setWasThere] = useState(false);
  if (found && !wasThere) setWasThere(true);

  const added = useAddedMessages({
    threadId,
    position: found ? lastPosition(firstPage) : undefined,
    onEnded: (isSignedOut) => (isSignedOut ? signedOut.send() : question.refresh()),
  });
  const messages = useMemo(
    () =>
      found
        ? mergeMessages(...earlier.pages.map((page) => page.nodes), firstPage, added.messages)
        : noMessages,
    [found, earlier.pages, firstPage, added.messages],
  );
  const thread = useLatestHeader(found, added.thread);
  useMarkRead(thread, messages);
  const { hasNextPage, endCursor } = (earlier.pages.at(-1) ?? found?.messages)?.pageInfo ?? {};
  return {
    thread,
    messages,
    ended: wasThere && found === null,
    problem: question.problem ?? earlier.problem,
    hasEarlier: hasNextPage ?? false,
    loadEarlier: () => earlier.load(endCursor ?? null),
    add: added.add,
    refresh: question.refresh,
  };
}
