import { useSessionEnd } from '@heldwell/client';
import { useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { SessionEndDialog } from './session-end-dialog.tsx';

type WatchProps = {
  /** Told whether the person showed that it is them, while that is asked for. */
  asked: ((confirmed: boolean) => void) | undefined;
  onSignedOut: () => void;
};

/** What `SessionCare` loads: its two dialogs. */
export function WatchOverSession({ asked, onSignedOut }: WatchProps) {
  const { end, stay } = useSessionEnd();
  const [hidden, setHidden] = useState(false);
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
