import { Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useEffect } from 'react';
import messages from './security.messages.json';
import { againOutcome, useTellOutcome } from './sign-in-again.ts';

/**
 * Where somebody comes back to who signed in again to show that it is them: the window they were working in is told, and
 * this one closes. It stays, and says so, where nobody heard it or the browser will not close it.
 */
export function SignInAgainPage({ word }: { word: string | undefined }) {
  const t = useT(messages);
  const outcome = againOutcome(word);
  const heard = useTellOutcome(outcome);
  useEffect(() => {
    if (heard) window.close();
  }, [heard]);
  const onward = (
    <p>
      <Link to="/">{t('security.again-window-onward')}</Link>
    </p>
  );
  if (outcome === 'done') {
    return (
      <Page title={t('security.again-window-done')}>
        <p>{t('security.again-window-back')}</p>
        {onward}
      </Page>
    );
  }
  return (
    <Page title={t('security.again-window-not')}>
      <p>{t(`security.again-${outcome}`)}</p>
      <p>{t('security.again-window-stays')}</p>
      <p>{t('security.again-window-back')}</p>
      {onward}
    </Page>
  );
}
