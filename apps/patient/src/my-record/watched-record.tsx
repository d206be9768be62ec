import { type RecordChange, topicOf, useHeldwell, useRecordChanges } from '@heldwell/client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

/** The record that is signed in, as far as the frame of the app needs it. */
export type WatchedRecord = { id: string; unreadThreadCount: number };

type Watch = { record: WatchedRecord | null; watch: (record: WatchedRecord | null) => void };

const WatchContext = createContext<Watch>({ record: null, watch: () => undefined });

const listenAgainAfter = 5_000;

/**
 * Remembers which record the screens show, listens to it live, and tells the screens what to ask anew. When the
 * server ends the stream everything is asked anew: the answers say whether the sign-in or the record is gone.
 */
export function WatchedRecordProvider({ children }: { children: ReactNode }) {
  const { refresh } = useHeldwell();
  const [record, setRecord] = useState<WatchedRecord | null>(null);
  const [paused, setPaused] = useState(false);
  const onChange = (change: RecordChange) => refresh.send(topicOf(change));
  const onEnded = () => {
    setPaused(true);
    setTimeout(() => setPaused(false), listenAgainAfter);
    refresh.send('all');
  };
  useRecordChanges(paused ? null : (record?.id ?? null), onChange, onEnded);
  const watch = useCallback(
    (next: WatchedRecord | null) =>
      setRecord((now) =>
        now?.id === next?.id && now?.unreadThreadCount === next?.unreadThreadCount ? now : next,
      ),
    [],
  );
  const watched = useMemo(() => ({ record, watch }), [record, watch]);
  return <WatchContext value={watched}>{children}</WatchContext>;
}

/** The record on screen, and a way to say which it is. */
export function useWatchedRecord(): Watch {
  return useContext(WatchContext);
}
