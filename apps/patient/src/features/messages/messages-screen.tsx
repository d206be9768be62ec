import { graphql, ThreadSummary, useScreenQuery } from '@heldwell/client';
import { ButtonLink, EmptyState, Page, ShowMore } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ThreadRow, ThreadRows } from '@heldwell/views';
import { useState } from 'react';
import { FrameRecord, MyRecord } from '../../my-record/index.ts';
import messages from './messages.messages.json';

const ThreadsQuery = graphql(
  `query Messages($after: String) {
    viewer {
      person { id givenName familyName }
      record {
        ...FrameRecord
        threads(first: 20, after: $after) {
          nodes { ...ThreadSummary }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`,
  [FrameRecord, ThreadSummary],
);

const onThreads = ['threads', 'sharing'] as const;

/** One page of discussions and, once asked for, the pages after it. */
function ThreadPages({ after = null, shownBefore = 0 }: { after?: string | null; shownBefore?: number }) {
  const t = useT(messages);
  const answer = useScreenQuery(ThreadsQuery, { after }, { on: onThreads });
  const [more, setMore] = useState(false);
  const person = answer.data?.viewer?.person;
  const ownName = person && `${person.givenName} ${person.familyName}`;
  return (
    <MyRecord answer={answer} what={t('messages.what')}>
      {({ threads: { nodes, pageInfo } }) => {
        if (nodes.length === 0 && after === null) {
          return (
            <EmptyState heading={t('messages.none')}>
              <p>{t('messages.none-why')}</p>
            </EmptyState>
          );
        }
        const shown = shownBefore + nodes.length;
        return (
          <>
            <ThreadRows>
              {nodes.map((thread) => (
                <ThreadRow key={thread.id} thread={thread} to={`/messages/${thread.id}`} ownName={ownName} />
              ))}
            </ThreadRows>
            {more && pageInfo.hasNextPage ? (
              <ThreadPages after={pageInfo.endCursor} shownBefore={shown} />
            ) : (
              (pageInfo.hasNextPage || shownBefore > 0) && (
                <ShowMore shown={shown} hasMore={pageInfo.hasNextPage} onMore={() => setMore(true)} />
              )
            )}
          </>
        );
      }}
    </MyRecord>
  );
}

/** The person's discussions, newest message first. */
export function MessagesScreen() {
  const t = useT(messages);
  return (
    <Page title={t('messages.title')}>
      <ButtonLink to="/messages/new">{t('messages.start')}</ButtonLink>
      <ThreadPages />
    </Page>
  );
}
