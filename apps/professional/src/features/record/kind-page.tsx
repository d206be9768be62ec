import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type EntryKind, MoreRows, TimelineList, useKindNames } from '@heldwell/views';
import messages from './record.messages.json';
import { useRecordPlace } from './record-layout.tsx';
import { useEntriesOf } from './use-record-list.ts';

/** The entries of one kind, newest first. */
export function KindPage({ kind }: { kind: EntryKind }) {
  const t = useT(messages);
  const kinds = useKindNames();
  const { record, path, name } = useRecordPlace();
  const pages = useEntriesOf(record.id, kind);
  return (
    <Page
      title={kinds.many(kind)}
      section={name}
      before={<BackLink to={`${path}/kinds`}>{t('record.kinds')}</BackLink>}
    >
      <Answer to={pages.query} what={t('record.kinds-what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('record.kind-empty')}>
              <p>{t('record.empty-text')}</p>
            </EmptyState>
          ) : (
            <>
              <TimelineList entries={pages.rows} entryTo={(id) => `${path}/entries/${id}`} withoutKind />
              <MoreRows pages={pages} what={t('record.kinds-what')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
