import { useEffect, useRef, useSyncExternalStore } from 'react';
import { mergedByScreen } from '../create-client.ts';
import { useCommand } from '../use-command.ts';
import { lastPosition, type Message } from './merge-messages.ts';
import { MarkThreadRead } from './messaging-documents.ts';
import type { Thread } from './use-added-messages.ts';

function listenToVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

const isVisible = () => document.visibilityState === 'visible';

/** Marks a discussion as read up to its newest message, while the page is looked at; each position once. */
export function useMarkRead(thread: Thread | null | undefined, messages: readonly Message[]): void {
  const visible = useSyncExternalStore(listenToVisibility, isVisible);
  const { run } = useCommand(MarkThreadRead, mergedByScreen);
  const marked = useRef(0);
  const newest = lastPosition(messages);
  const threadId = thread?.id;
  const hasUnread =
    (thread?.unreadCount ?? 0) > 0 || messages.some((one) => isNewFromOthers(one, marked.current));
  useEffect(() => {
    if (!threadId || !visible || !hasUnread || newest <= marked.current) return;
    marked.current = newest;
    void run({ input: { thread: threadId, position: newest } });
  }, [threadId, visible, hasUnread, newest, run]);
}

/** Before the first marking the server's count decides; after it, what others wrote since. */
function isNewFromOthers(message: Message, marked: number): boolean {
  return marked > 0 && message.position > marked && !message.sentByViewer;
}
