import { mergedByScreen, useCommand } from '@heldwell/client';
import { Button, Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import messages from './security.messages.json';
import { ConfirmEmail } from './security-documents.ts';
import { useProblemNotice } from './use-problem-notice.tsx';

type Outcome = 'OLD_ADDRESS' | 'NEW_ADDRESS' | 'done' | 'unusable';
const titles = {
  OLD_ADDRESS: 'security.email-one-agreed',
  NEW_ADDRESS: 'security.email-one-agreed',
  done: 'security.email-changed',
  unusable: 'security.link-unusable',
} as const;
const words = {
  OLD_ADDRESS: 'security.email-old-missing',
  NEW_ADDRESS: 'security.email-new-missing',
  done: 'security.email-changed-what',
  unusable: 'security.email-unusable-why',
} as const;

/** Agreeing to a changed e-mail address by a link. A press of its own: machines that look at links agree to nothing. */
export function ConfirmEmailPage({ code }: { code: string }) {
  const t = useT(messages);
  const command = useCommand(ConfirmEmail, mergedByScreen);
  const { notice, tell } = useProblemNotice();
  const [outcome, setOutcome] = useState<Outcome>();
  const agree = async () => {
    const { data, problem } = await command.run({ code });
    tell(problem);
    if (!data) return;
    const answer = data.confirmEmail;
    setOutcome(answer.__typename === 'LinkUnusable' ? 'unusable' : (answer.waitingFor ?? 'done'));
  };
  if (outcome) {
    return (
      <Page key={outcome} title={t(titles[outcome])}>
        <p>{t(words[outcome])}</p>
        <p>
          <Link to="/sign-in">{t('security.to-sign-in')}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('security.email-confirm-title')}>
      {notice}
      <p>{t('security.email-confirm-what')}</p>
      <Button type="button" busy={command.running} onClick={() => void agree()}>
        {t('security.email-confirm')}
      </Button>
    </Page>
  );
}
