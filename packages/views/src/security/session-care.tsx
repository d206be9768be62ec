import { useHeldwell } from '@heldwell/client';
import { lazy, Suspense, useEffect, useState } from 'react';

const WatchOverSession = lazy(async () => ({
  default: (await import('./watch-over-session.tsx')).WatchOverSession,
}));

/**
 * Stands once in what an app shows to whoever is signed in: warns before the sign-in ends, and asks who it is before a
 * weighty act. `onSignedOut` is called when the person chooses to sign out. Its dialogs are loaded after the first screen;
 * an act that asks before they are there waits for them.
 */
export function SessionCare({ onSignedOut }: { onSignedOut: () => void }) {
  const heldwell = useHeldwell();
  const [asked, setAsked] = useState<(confirmed: boolean) => void>();
  useEffect(() => {
    heldwell.confirmFirst = () =>
      new Promise((resolve) => {
        setAsked(() => (confirmed: boolean) => {
          setAsked(undefined);
          resolve(confirmed);
        });
      });
    return () => {
      heldwell.confirmFirst = () => Promise.resolve(false);
    };
  }, [heldwell]);
  return (
    <Suspense>
      <WatchOverSession asked={asked} onSignedOut={onSignedOut} />
    </Suspense>
  );
}
