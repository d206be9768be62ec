import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import type { ResultOf } from '../graphql.ts';
import { type Message, mergeMessages } from './merge-messages.ts';
import { MessagesAdded, type ThreadHeader } from './messaging-documents.ts';

/** What stands above a discussion. */
export type Thread = ResultOf<typeof ThreadHeader>;

type Options = {
  threadId: string;
  /** The newest position of the first page; undefined while there is none. */
  position: number | undefined;
  /** Called when the server ended the stream; it is opened again a little later while `position` is known. */
  onEnded: (signedOut: boolean) => void;
};

const longestWait = 30_000;

/** The live part of a discussion: a stream from the last position seen, however often the connection is lost. */
export function useAddedMessages({ threadId, position, onEnded }: Options) {
  const { live } = useHeldwell();
  const [messages, setMessages] = useState<Message[]>([]);
  const [thread, setThread] = useState<Thread>();
  const [attempt, setAttempt] = useState(0);
  const after = useRef(0);
  const ended = useEffectEvent(onEnded);
  const ready = position !== undefined;
  // Only the very first page sets it: a page asked for later may have left out what the stream still owes.
  if (after.current === 0) after.current = position ?? 0;

  useEffect(() => {
    if (!ready) return undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const stop = live.subscribe(MessagesAdded, () => ({ thread: threadId, after: after.current }), {
      next: ({ messagesAdded }) => {
        after.current = Math.max(after.current, messagesAdded.position);
        setMessages((before) => mergeMessages(before, messagesAdded.messages));
        setThread(messagesAdded.thread);
      },
      ended: (end) => {
        ended(end === 'signedOut');
        const wait = Math.min(longestWait, 1_500 * 2 ** attempt);
        if (end !== 'signedOut') again = setTimeout(() => setAttempt((count) => count + 1), wait);
      },
    });
    return () => {
      clearTimeout(again);
      stop();
    };
  }, [live, threadId, ready, attempt]);

  const add = useCallback(
    (message: Message) => setMessages((before) => mergeMessages(before, [message])),
    [],
  );
  return { messages, thread, add };
}
