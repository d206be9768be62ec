import { EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, TimelineList } from '@heldwell/views';
import messages from './record.messages.json';
import { useRecordPlace } from './record-layout.tsx';
import { useTimeline } from './use-record-list.ts';

/** Everything in the record that the team may see, newest first. */
export function TimelinePage() {
  const t = useT(messages);
  const { record, path, name } = useRecordPlace();
  const pages = useTimeline(record.id);
  return (
    <Page title={t('record.timeline')} section={name}>
      <Answer to={pages.query} what={t('record.timeline-what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('record.timeline-empty')}>
              <p>{t('record.empty-text')}</p>
            </EmptyState>
          ) : (
            <>
              <TimelineList entries={pages.rows} entryTo={(id) => `${path}/entries/${id}`} />
              <MoreRows pages={pages} what={t('record.timeline-what')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
