import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { CrisisHelp } from '@heldwell/views';
import messages from './help.messages.json';

/** The numbers that help at once: no sign-in, no connection needed. */
export function HelpPage() {
  const t = useT(messages);
  return (
    <Page title={t('help-page.title')} before={<BackLink to="/">{t('help-page.back')}</BackLink>}>
      <p>{t('help-page.for-both')}</p>
      <CrisisHelp />
    </Page>
  );
}
