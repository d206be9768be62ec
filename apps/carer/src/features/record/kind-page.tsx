import { graphql } from '@heldwell/client';
import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import {
  Answer,
  type EntryKind,
  EntryRowFields,
  MoreRows,
  TimelineList,
  useKindNames,
  usePages,
} from '@heldwell/views';
import messages from './record.messages.json';

const PersonEntriesQuery = graphql(
  `query PersonEntries($id: ID!, $kind: EntryKind!, $after: String) {
    record(id: $id) {
      id
      entries(kind: $kind, first: 20, after: $after) { nodes { ...EntryRowFields } pageInfo { hasNextPage endCursor } }
    }
  }`,
  [EntryRowFields],
);

const topics = ['entries', 'sharing'] as const;

type KindPageProps = { record: string; kind: EntryKind; name: string; path: string };

/** The entries of one kind, newest first. */
export function KindPage({ record, kind, name, path }: KindPageProps) {
  const t = useT(messages);
  const kinds = useKindNames();
  const pages = usePages({
    query: PersonEntriesQuery,
    variables: { id: record, kind },
    pick: (data) => data.record?.entries,
    on: topics,
  });
  return (
    <Page
      title={kinds.many(kind)}
      section={name}
      before={<BackLink to={`${path}/record`}>{t('record.back')}</BackLink>}
    >
      <Answer to={pages.query} what={t('record.what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('record.empty')}>
              <p>{t('record.empty-text')}</p>
            </EmptyState>
          ) : (
            <>
              <TimelineList entries={pages.rows} entryTo={(id) => `${path}/entries/${id}`} withoutKind />
              <MoreRows pages={pages} what={t('record.what')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
