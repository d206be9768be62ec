import { graphql, ThreadSummary } from '@heldwell/client';
import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, ThreadRow, ThreadRows, usePages } from '@heldwell/views';
import messages from './messages.messages.json';

const PersonThreadsQuery = graphql(
  `query PersonThreads($id: ID!, $after: String) {
    record(id: $id) {
      id
      threads(first: 20, after: $after) { nodes { ...ThreadSummary } pageInfo { hasNextPage endCursor } }
    }
  }`,
  [ThreadSummary],
);

const topics = ['threads', 'sharing'] as const;

type MessagesPageProps = { record: string; name: string; path: string; ownName: string };

/** The discussions this carer is in. */
export function MessagesPage({ record, name, path, ownName }: MessagesPageProps) {
  const t = useT(messages);
  const pages = usePages({
    query: PersonThreadsQuery,
    variables: { id: record },
    pick: (data) => data.record?.threads,
    on: topics,
  });
  return (
    <Page
      title={t('messages.title')}
      section={name}
      before={<BackLink to={path}>{t('messages.back-to-today')}</BackLink>}
    >
      <Answer to={pages.query} what={t('messages.what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('messages.empty')}>
              <p>{t('messages.empty-text', { name })}</p>
            </EmptyState>
          ) : (
            <>
              <ThreadRows>
                {pages.rows.map((thread) => (
                  <ThreadRow
                    key={thread.id}
                    thread={thread}
                    to={`${path}/messages/${thread.id}`}
                    ownName={ownName}
                  />
                ))}
              </ThreadRows>
              {pages.more.some && <MoreRows pages={pages} what={t('messages.what')} />}
            </>
          )
        }
      </Answer>
    </Page>
  );
}
