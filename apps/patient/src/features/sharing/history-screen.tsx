import { type ResultOf, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page, ShowMore, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLabelName } from '@heldwell/views';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import messages from './sharing.messages.json';
import { SharingHistoryQuery } from './sharing-query.ts';

type Answered = NonNullable<NonNullable<ResultOf<typeof SharingHistoryQuery>['viewer']>['record']>;
type Version = NonNullable<Answered['sharing']>['history']['nodes'][number];

const onSharing = ['sharing'] as const;

function VersionItem({ version: one }: { version: Version }) {
  const t = useT(messages);
  const format = useFormat();
  const nameOf = useLabelName();
  const { givenBy: giver, grantee, labels, ended, version, validUntil, reason, recordedAt } = one;
  const names = labels.map(nameOf).join(', ');
  const words = { giver, name: grantee.name, labels: names };
  const given = version === 1 ? 'sharing.history-gave' : 'sharing.history-changed';
  // A grant without labels is for one discussion: its reason names it.
  const gave = t(labels.length === 0 ? 'sharing.history-discussion' : given, words);
  return (
    <li className="hw-entry">
      <span className="hw-quiet">{format.dateTime(recordedAt)}</span>
      <br />
      {ended ? t('sharing.history-ended', words) : gave}
      {!ended && validUntil && ` ${t('sharing.history-until', { date: format.dateTime(validUntil) })}`}
      {reason && (
        <>
          <br />
          {t('sharing.history-reason', { reason })}
        </>
      )}
    </li>
  );
}

/** One page of the history and, once asked for, the pages after it. */
function HistoryPages({ after = null, shownBefore = 0 }: { after?: string | null; shownBefore?: number }) {
  const t = useT(messages);
  const answer = useScreenQuery(SharingHistoryQuery, { after }, { on: onSharing });
  const [more, setMore] = useState(false);
  return (
    <MyRecord answer={answer} what={t('sharing.history-list')}>
      {({ sharing }) => {
        const { nodes = [], pageInfo } = sharing?.history ?? {};
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
            <ol className="hw-link-list">
              {nodes.map((one) => (
                <VersionItem key={`${one.grantId} ${one.version}`} version={one} />
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
