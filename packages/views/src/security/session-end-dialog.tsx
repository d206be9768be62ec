import { type SessionEnd, useSession } from '@heldwell/client';
import { Button, Dialog } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useEffect, useState } from 'react';
import messages from './security.messages.json';

type SessionEndDialogProps = {
  end: SessionEnd;
  onStay: () => void;
  onSignedOut: () => void;
  onHide: () => void;
};

/** Minutes left, rounded up, kept right while it is shown. */
function useMinutesLeft(at: number): number {
  const left = () => Math.max(1, Math.ceil((at - Date.now()) / 60_000));
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setMinutes(Math.max(1, Math.ceil((at - Date.now()) / 60_000))), 5_000);
    return () => clearInterval(timer);
  }, [at]);
  return minutes;
}

/** Says that the sign-in ends soon: by lying idle, which a press prevents, or for good. */
export function SessionEndDialog({ end, onStay, onSignedOut, onHide }: SessionEndDialogProps) {
  const t = useT(messages);
  const minutes = useMinutesLeft(end.at);
  const { signOut } = useSession();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    if (!(await signOut())) onSignedOut();
    setBusy(false);
  };
  return (
    <Dialog open onClose={end.canStay ? onStay : onHide} heading={t('security.end-title')}>
      <p>{t(end.canStay ? 'security.end-idle' : 'security.end-for-good', { minutes })}</p>
      <p>{t('security.end-drafts')}</p>
      <Button type="button" onClick={end.canStay ? onStay : onHide}>
        {t(end.canStay ? 'security.end-stay' : 'security.end-hide')}
      </Button>{' '}
      <Button type="button" variant="secondary" busy={busy} onClick={() => void leave()}>
        {t('security.end-sign-out')}
      </Button>
    </Dialog>
  );
}
