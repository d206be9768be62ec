import { useEffect, useState } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import { NoticeAdded } from './notice-documents.ts';

const listenAgainAfter = 5_000;

/**
 * How many notices are unread, live, while somebody is signed in (`listening`); nobody asks for it at intervals. Each
 * change tells the screen that shows notices to ask anew. When the server ends the stream, it is opened again after a
 * while; when the sign-in behind it is over, that is said. Null until it is known.
 */
export function useUnreadNotices(listening: boolean): number | null {
  const { live, refresh, signedOut } = useHeldwell();
  const [unread, setUnread] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn opens the stream again
  useEffect(() => {
    if (!listening) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known: number | undefined;
    const stop = live.subscribe(NoticeAdded, () => ({}), {
      next: ({ noticeAdded: { unreadCount } }) => {
        setUnread(unreadCount);
        if (known !== undefined) refresh.send('notices');
        known = unreadCount;
      },
      ended: (end) => {
        if (end === 'signedOut') signedOut.send();
        else timer = setTimeout(() => setTurn((now) => now + 1), listenAgainAfter);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
      setUnread(null);
    };
  }, [listening, live, refresh, signedOut, turn]);
  return unread;
}
