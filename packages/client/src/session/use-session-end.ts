import { useCallback, useEffect, useRef, useState } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import type { HeldwellClient } from '../create-client.ts';
import { SessionLimitsQuery } from './session-documents.ts';

/** How long before the end a person is warned. */
const WARN_MS = 5 * 60_000;
const LOOK_MS = 5_000;
/** The limits can wait until the first screen has come. */
const FIRST_MS = 10_000;
/** The server notes the use of a session once a minute: it may take it for idle so much earlier. */
const SLACK_MS = 60_000;

/** A session that ends soon: when, in milliseconds since 1970, and whether staying signed in can be chosen. */
export type SessionEnd = { at: number; canStay: boolean };

type Limits = { idleMs: number; expiresAt: number };

/** Tabs of one app share a session: each tells the others that it was used. */
function openChannel(app: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`heldwell-${app}-used`);
}

/** Calls every few seconds with the moment the session was last used, here or in another tab; returns what ends it. */
function watchUse(heldwell: HeldwellClient, look: (usedAt: number) => void): () => void {
  let used = Date.now();
  const note = () => {
    used = Date.now();
  };
  const channel = openChannel(heldwell.app);
  const stop = heldwell.answered.listen(() => {
    note();
    channel?.postMessage('used');
  });
  channel?.addEventListener('message', note);
  const timer = setInterval(() => look(used), LOOK_MS);
  return () => {
    stop();
    clearInterval(timer);
    channel?.close();
  };
}

/**
 * The end of the sign-in while it is five minutes away or nearer, by lying idle or for good; undefined before. When it
 * has come, the app is told that nobody is signed in. `stay` keeps it from lying idle.
 */
export function useSessionEnd(): { end: SessionEnd | undefined; stay: () => Promise<void> } {
  const heldwell = useHeldwell();
  const [end, setEnd] = useState<SessionEnd>();
  const limits = useRef<Limits>(undefined);

  const ask = useCallback(async () => {
    const { data, error } = await heldwell.urql.query(SessionLimitsQuery, {}).toPromise();
    const session = data?.viewer?.session;
    if (error) return;
    if (!session) {
      limits.current = undefined;
      setEnd(undefined);
      heldwell.forget();
      heldwell.signedOut.send();
      return;
    }
    const idleMs = Date.parse(session.idleUntil) - Date.parse(session.lastSeenAt);
    limits.current = { idleMs, expiresAt: Date.parse(session.expiresAt) };
    setEnd(undefined);
  }, [heldwell]);

  useEffect(() => {
    const look = (usedAt: number) => {
      const known = limits.current;
      if (!known) return;
      const idleAt = usedAt + known.idleMs;
      const at = Math.min(idleAt - SLACK_MS, known.expiresAt);
      const canStay = idleAt < known.expiresAt;
      // Asked only when it is over for certain, for asking would keep it. Another tab may have been used unheard.
      if (Date.now() >= Math.min(idleAt, known.expiresAt)) void ask();
      else setEnd(at - Date.now() <= WARN_MS ? { at, canStay } : undefined);
    };
    const first = setTimeout(() => void ask(), FIRST_MS);
    const stop = watchUse(heldwell, look);
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [heldwell, ask]);

  return { end, stay: ask };
}
