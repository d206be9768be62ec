import { useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page, ShowMore } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import { Stops, VersionItem } from './history-item.tsx';
import { SharingHistoryQuery } from './history-query.ts';
import messages from './sharing.messages.json';

const onSharing = ['sharing'] as const;

/** One page of the history and, once asked for, the pages after it. */
function HistoryPages({ after = null, shownBefore = 0 }: { after?: string | null; shownBefore?: number }) {
  const t = useT(messages);
  const answer = useScreenQuery(SharingHistoryQuery, { after }, { on: onSharing });
  const [more, setMore] = useState(false);
  return (
    <MyRecord answer={answer} what={t('sharing.history-list')}>
      {({ sharing }) => {
        const { nodes = [], pageInfo } = sharing?.history ?? {};
        const subjectOf = (grant: string) => sharing?.grants.find(({ id }) => id === grant)?.thread?.subject;
        if (nodes.length === 0 && after === null) {
          return (
            <EmptyState heading={t('sharing.none-yet')}>
              <p>{t('sharing.intro')}</p>
            </EmptyState>
          );
        }
        const shown = shownBefore + nodes.length;
        const hasMore = pageInfo?.hasNextPage ?? false;
        return (
          <>
            {after === null && <Stops stops={sharing?.stops ?? []} />}
            <ol className="hw-link-list">
              {nodes.map((one) => (
                <VersionItem
                  key={`${one.grantId} ${one.version}`}
                  version={one}
                  subject={subjectOf(one.grantId)}
                />
              ))}
            </ol>
            {more && hasMore ? (
              <HistoryPages after={pageInfo?.endCursor ?? null} shownBefore={shown} />
            ) : (
              (hasMore || shownBefore > 0) && (
                <ShowMore shown={shown} hasMore={hasMore} onMore={() => setMore(true)} />
              )
            )}
          </>
        );
      }}
    </MyRecord>
  );
}

/** Who gave whom access, when and why; kept for ever. */
export function HistoryScreen() {
  const t = useT(messages);
  return (
    <Page
      title={t('sharing.history')}
      section={t('sharing.title')}
      before={<BackLink to="/sharing">{t('sharing.title')}</BackLink>}
    >
      <p>{t('sharing.history-intro')}</p>
      <HistoryPages />
    </Page>
  );
}
