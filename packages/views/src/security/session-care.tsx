import { useHeldwell, useSessionEnd } from '@heldwell/client';
import { lazy, Suspense, useEffect, useState } from 'react';

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }));
const SessionEndDialog = lazy(async () => ({
  default: (await import('./session-end-dialog.tsx')).SessionEndDialog,
}));

/**
 * Stands once in what an app shows to whoever is signed in: warns before the sign-in ends, and asks who it is before a
 * weighty act. `onSignedOut` is called when the person chooses to sign out.
 */
export function SessionCare({ onSignedOut }: { onSignedOut: () => void }) {
  const heldwell = useHeldwell();
  const { end, stay } = useSessionEnd();
  const [hidden, setHidden] = useState(false);
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

  const shown = end && !(hidden && !end.canStay);
  return (
    <Suspense>
      {asked && <ConfirmDialog onDone={asked} />}
      {shown && (
        <SessionEndDialog
          end={end}
          onStay={() => void stay()}
          onSignedOut={onSignedOut}
          onHide={() => setHidden(true)}
        />
      )}
    </Suspense>
  );
}
