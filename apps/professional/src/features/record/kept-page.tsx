import { EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, TimelineList } from '@heldwell/views';
import { KeptThreads } from './kept-threads.tsx';
import messages from './record.messages.json';
import { useTimeline } from './use-record-list.ts';

/** What a team keeps of a record once its access has ended: what it wrote itself, and what was written to it. */
export function KeptPage({ record, path, name }: { record: string; path: string; name: string }) {
  const t = useT(messages);
  const pages = useTimeline(record);
  return (
    <Page title={t('record.ended')} section={name}>
      <KeptThreads record={record} path={path} />
      <h2 className="nhsuk-heading-m">{t('record.kept-entries')}</h2>
      <Answer to={pages.query} what={t('record.kept-what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('record.kept-entries-empty')} />
          ) : (
            <>
              <TimelineList entries={pages.rows} entryTo={(id) => `${path}/entries/${id}`} />
              <MoreRows pages={pages} what={t('record.kept-what')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
