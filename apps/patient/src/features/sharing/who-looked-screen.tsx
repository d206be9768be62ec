import { type ResultOf, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page, ShowMore, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import sharing from './sharing.messages.json';
import messages from './who-looked.messages.json';
import { WhoLookedQuery } from './who-looked-query.ts';

type Answered = NonNullable<NonNullable<ResultOf<typeof WhoLookedQuery>['viewer']>['record']>;
type Look = NonNullable<Answered['accessLog']>['nodes'][number];

function LookItem({ look: { at, person, team, lookedAt } }: { look: Look }) {
  const t = useT(messages);
  const format = useFormat();
  const what = lookedAt.map((part) => t(`looked.${part}`)).join(', ');
  return (
    <li className="hw-entry">
      <span className="hw-quiet">{format.dateTime(at)}</span>
      <br />
      {team ? t('looked.by-team', { person, team, what }) : t('looked.by', { person, what })}
    </li>
  );
}

/** One page of the log and, once asked for, the pages after it. */
function LookPages({ after = null, shownBefore = 0 }: { after?: string | null; shownBefore?: number }) {
  const t = useT(messages);
  const answer = useScreenQuery(WhoLookedQuery, { after });
  const [more, setMore] = useState(false);
  return (
    <MyRecord answer={answer} what={t('looked.list')}>
      {({ accessLog }) => {
        const { nodes = [], pageInfo } = accessLog ?? {};
        if (nodes.length === 0 && after === null) {
          return (
            <EmptyState heading={t('looked.none')}>
              <p>{t('looked.none-what')}</p>
            </EmptyState>
          );
        }
        const shown = shownBefore + nodes.length;
        const hasMore = pageInfo?.hasNextPage ?? false;
        return (
          <>
            <ol className="hw-link-list">
              {nodes.map((look) => (
                <LookItem key={look.id} look={look} />
              ))}
            </ol>
            {more && hasMore ? (
              <LookPages after={pageInfo?.endCursor ?? null} shownBefore={shown} />
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

/** Every look at the record by somebody else, newest first, in plain words. */
export function WhoLookedScreen() {
  const t = useT(messages);
  const back = useT(sharing);
  return (
    <Page
      title={t('looked.title')}
      section={back('sharing.title')}
      before={<BackLink to="/sharing">{back('sharing.title')}</BackLink>}
    >
      <p>{t('looked.intro')}</p>
      <LookPages />
    </Page>
  );
}
