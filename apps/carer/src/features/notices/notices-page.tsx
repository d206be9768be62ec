import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { NoticesList } from '@heldwell/views';
import messages from './notices.messages.json';

/** What the carer was told of: every change of what they may see. */
export function NoticesPage() {
  const t = useT(messages);
  return (
    <Page title={t('notices.title')} before={<BackLink to="/">{t('notices.back')}</BackLink>}>
      <NoticesList recordTo={(record) => `/people/${record}`} />
    </Page>
  );
}
