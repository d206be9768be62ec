import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { EntryPages } from './entry-pages.tsx';
import messages from './record.messages.json';

/** The whole record as one list, newest first. */
export function TimelineScreen() {
  const t = useT(messages);
  return (
    <Page
      title={t('record.everything')}
      section={t('record.title')}
      before={<BackLink to="/record">{t('record.title')}</BackLink>}
    >
      <EntryPages />
    </Page>
  );
}
