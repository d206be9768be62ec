import { useHeldwell } from '@heldwell/client';
import { useEffect, useEffectEvent, useState } from 'react';

const KNOWN = ['done', 'not-you', 'cancelled', 'expired', 'no-team', 'other-organisation', 'failed'] as const;

/** What came of signing in again somewhere else, as the last part of the address one comes back to. */
export type AgainOutcome = (typeof KNOWN)[number];

/** An outcome this page has no words for is "failed". */
export const againOutcome = (word: string | undefined): AgainOutcome =>
  KNOWN.find((known) => known === word) ?? 'failed';

const HEARD = 'heard';

/** Between the windows of one app on this device; none in a browser that has no such thing. */
const channelOf = (app: string): BroadcastChannel | undefined =>
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`heldwell-${app}-again`);

/** In the window that waits: says what came of it in the other one, and lets that one close. */
export function useAgainOutcome(onOutcome: (outcome: AgainOutcome) => void): void {
  const { app } = useHeldwell();
  const tell = useEffectEvent(onOutcome);
  useEffect(() => {
    const channel = channelOf(app);
    channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === HEARD || typeof data !== 'string') return;
      channel.postMessage(HEARD);
      tell(againOutcome(data));
    });
    return () => channel?.close();
  }, [app]);
}

/** In the window one comes back to: tells the one that waits; true when it has heard, and this one may close. */
export function useTellOutcome(outcome: AgainOutcome): boolean {
  const { app } = useHeldwell();
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    const channel = channelOf(app);
    channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === HEARD) setHeard(true);
    });
    channel?.postMessage(outcome);
    return () => channel?.close();
  }, [app, outcome]);
  return heard;
}
