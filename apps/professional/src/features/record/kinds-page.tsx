import { useScreenQuery } from '@heldwell/client';
import { EmptyState, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, entryKinds, kindPath, useKindNames } from '@heldwell/views';
import messages from './record.messages.json';
import { RecordKindsQuery } from './record-documents.ts';
import { useRecordPlace } from './record-layout.tsx';

const topics = ['entries', 'sharing'] as const;

/** What kinds of entry there are that the team may see; a kind without any is left out. */
export function KindsPage() {
  const t = useT(messages);
  const kinds = useKindNames();
  const { record, path, name } = useRecordPlace();
  const query = useScreenQuery(RecordKindsQuery, { id: record.id }, { on: topics });
  return (
    <Page title={t('record.kinds')} section={name}>
      <Answer to={query} what={t('record.kinds-what')}>
        {(data) => {
          const counts = new Map(data.record?.entryCounts.map(({ kind, count }) => [kind, count]));
          if (counts.size === 0) {
            return (
              <EmptyState heading={t('record.kinds-empty')}>
                <p>{t('record.empty-text')}</p>
              </EmptyState>
            );
          }
          const items = entryKinds
            .filter((kind) => counts.has(kind))
            .map((kind) => ({
              to: `${path}/kinds/${kindPath(kind)}`,
              label: kinds.many(kind),
              end: t('record.kind-count', { count: counts.get(kind) ?? 0 }),
            }));
          return <LinkList items={items} label={t('record.kinds-list')} />;
        }}
      </Answer>
    </Page>
  );
}
