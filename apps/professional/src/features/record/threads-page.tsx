import { EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, ThreadRow, ThreadRows } from '@heldwell/views';
import { KeptThreads } from './kept-threads.tsx';
import messages from './record.messages.json';
import { useRecordPlace } from './record-layout.tsx';
import { useRecordThreads } from './use-record-list.ts';

/** The discussions in the record that the team may see. */
export function ThreadsPage() {
  const t = useT(messages);
  const { record, path, name } = useRecordPlace();
  const pages = useRecordThreads(record.id);
  return (
    <Page title={t('record.messages')} section={name}>
      <Answer to={pages.query} what={t('record.threads-what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('record.threads-empty')}>
              <p>{t('record.threads-empty-text')}</p>
            </EmptyState>
          ) : (
            <>
              <ThreadRows>
                {pages.rows.map((thread) => (
                  <ThreadRow key={thread.id} thread={thread} to={`${path}/messages/${thread.id}`} />
                ))}
              </ThreadRows>
              <MoreRows pages={pages} what={t('record.threads-what')} />
            </>
          )
        }
      </Answer>
      <KeptThreads record={record.id} path={path} />
    </Page>
  );
}
