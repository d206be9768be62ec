import { Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { CrisisHelp } from '@heldwell/views';
import messages from './help.messages.json';

/** National help for people in a crisis. It asks the server nothing, so it opens without a line and without signing in. */
export function HelpScreen() {
  const t = useT(messages);
  return (
    <Page title={t('help.title')}>
      <p>{t('help.intro')}</p>
      <CrisisHelp />
      <p className="hw-quiet">{t('help.offline')}</p>
    </Page>
  );
}
