import { EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, usePages } from '@heldwell/views';
import messages from './caseload.messages.json';
import { CaseloadTable } from './caseload-table.tsx';
import { SharedRecordsQuery } from './shared-documents.ts';

const topics = ['sharing', 'notices'] as const;

/** Those who share their record with the viewer alone, or with the whole organisation they work in. */
export function SharedPage({ hasTeams }: { hasTeams: boolean }) {
  const t = useT(messages);
  const pages = usePages({
    query: SharedRecordsQuery,
    variables: {},
    pick: (data) => data.viewer?.sharedRecords,
    on: topics,
  });
  const what = t('caseload.shared-what');
  return (
    <Page title={t('caseload.shared-title')}>
      <p>{t('caseload.shared-intro')}</p>
      {hasTeams && <p>{t('caseload.shared-teams')}</p>}
      <Answer to={pages.query} what={what}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('caseload.shared-empty')}>
              <p>{t('caseload.shared-empty-text')}</p>
            </EmptyState>
          ) : (
            <>
              <CaseloadTable rows={pages.rows} caption={t('caseload.shared-all')} path="/shared" />
              <MoreRows pages={pages} what={what} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
