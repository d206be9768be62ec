import { BackLink, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { EntryPages } from './entry-pages.tsx';
import messages from './record.messages.json';

/** Test results, newest first; each opens on what it means and how it has changed. */
export function ResultsScreen() {
  const t = useT(messages);
  const reports = { to: '/record/kind/report', label: t('record.reports'), hint: t('record.reports-what') };
  return (
    <Page
      title={t('record.results')}
      section={t('record.title')}
      before={<BackLink to="/record">{t('record.title')}</BackLink>}
    >
      <p>{t('record.results-intro')}</p>
      <EntryPages kind="TEST_RESULT" />
      <LinkList items={[reports]} label={t('record.reports')} />
    </Page>
  );
}
