import { useUnreadNotices } from '@heldwell/client';
import { LiveRegion } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import messages from './unread-notices.messages.json';

const Unread = createContext<number | null>(null);

/** Says aloud that there is a new notice: not what there was at the start, and not that some were read. */
function useArrivals(unread: number | null) {
  const t = useT(messages);
  const before = useRef<number | null>(null);
  const [said, setSaid] = useState({ message: '', turn: 0 });
  useEffect(() => {
    const known = before.current;
    before.current = unread;
    if (known !== null && unread !== null && unread > known)
      setSaid(({ turn }) => ({ message: t('notices.arrived', { count: unread }), turn: turn + 1 }));
  }, [unread, t]);
  return said;
}

/** Listens for notices while somebody is signed in, for everything inside that shows how many are unread. */
export function NoticesProvider({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  const unread = useUnreadNotices(signedIn);
  const { message, turn } = useArrivals(unread);
  return (
    <Unread value={unread}>
      <LiveRegion message={message} turn={turn} />
      {children}
    </Unread>
  );
}

/** How many notices are unread, and that in words. */
export function useNoticeCount(): { count: number; label: string } {
  const t = useT(messages);
  const count = useContext(Unread) ?? 0;
  return { count, label: t('notices.unread', { count }) };
}
