import { lazy, Suspense } from 'react';

const WatchOverSession = lazy(async () => ({
  default: (await import('./watch-over-session.tsx')).WatchOverSession,
}));

/**
 * Stands once in what an app shows to whoever is signed in: warns before the sign-in ends, and asks who it is before a
 * weighty act. `onSignedOut` is called when the person chooses to sign out. Loaded after the first screen.
 */
export function SessionCare({ onSignedOut }: { onSignedOut: () => void }) {
  return (
    <Suspense>
      <WatchOverSession onSignedOut={onSignedOut} />
    </Suspense>
  );
}
