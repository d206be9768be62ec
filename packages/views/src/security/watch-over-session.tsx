import { useHeldwell, useSessionEnd } from '@heldwell/client';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { SessionEndDialog } from './session-end-dialog.tsx';

/** What `SessionCare` loads: the two dialogs and what calls them. */
export function WatchOverSession({ onSignedOut }: { onSignedOut: () => void }) {
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
    <>
      {asked && <ConfirmDialog onDone={asked} />}
      {shown && (
        <SessionEndDialog
          end={end}
          onStay={() => void stay()}
          onSignedOut={onSignedOut}
          onHide={() => setHidden(true)}
        />
      )}
    </>
  );
}
