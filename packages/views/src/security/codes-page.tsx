import { useCommand } from '@heldwell/client';
import { Button, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { BackToSecurity } from './back.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import messages from './security.messages.json';
import { RenewRecoveryCodes } from './security-documents.ts';
import { useProblemNotice } from './use-problem-notice.tsx';

/** New recovery codes in the place of those there are. */
export function CodesPage() {
  const t = useT(messages);
  const command = useCommand(RenewRecoveryCodes);
  const { notice, tell } = useProblemNotice();
  const [codes, setCodes] = useState<readonly string[] | null>();
  const renew = async () => {
    const { data, problem } = await command.run({});
    tell(problem);
    if (data) setCodes(data.renewRecoveryCodes?.codes ?? null);
  };
  return (
    <Page title={t('security.codes-title')} before={<BackToSecurity />}>
      {notice}
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <>
          <p>{t('security.codes-what')}</p>
          {codes === null && <p>{t('security.codes-no-factor')}</p>}
          <Button type="button" busy={command.running} onClick={() => void renew()}>
            {t('security.codes-make')}
          </Button>
        </>
      )}
    </Page>
  );
}
