import { type ResultOf, type ScreenQuery, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page, ShowMore } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type EntryKind, kindOfPath, TimelineList, useKindNames, yearOf } from '@heldwell/views';
import { useState } from 'react';
import { useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './see.messages.json';
import { SeeBanner } from './see-banner.tsx';
import { SeenEntriesQuery, SeenOfKindQuery } from './see-query.ts';
import { NobodyToSee } from './see-screen.tsx';
import sharing from './sharing.messages.json';

type Of = { grant: string; kind: EntryKind | undefined };

/** One page of what they see: of one kind, or of everything. */
function useSeenPage(
  { grant, kind }: Of,
  after: string | null,
): ScreenQuery<ResultOf<typeof SeenEntriesQuery>> {
  const all = useScreenQuery(SeenEntriesQuery, { grant, after }, { pause: kind !== undefined });
  const some = useScreenQuery(
    SeenOfKindQuery,
    { grant, kind: kind ?? 'TEST_RESULT', after },
    { pause: kind === undefined },
  );
  return kind === undefined ? all : some;
}

type SeenPagesProps = { of: Of; after: string | null; yearBefore?: string | null; shownBefore: number };

/** A page, and once asked for the page after it, each from where the page before it ends. */
function SeenPages({ of, after, yearBefore, shownBefore }: SeenPagesProps) {
  const t = useT(messages);
  const answer = useSeenPage(of, after);
  const [more, setMore] = useState(false);
  return (
    <MyRecord answer={answer} what={t('see.what')}>
      {() => {
        const page = answer.data?.seenBy?.record?.page;
        if (!page || (page.nodes.length === 0 && after === null)) return <p>{t('see.kind-empty')}</p>;
        const { nodes, pageInfo } = page;
        const shown = shownBefore + nodes.length;
        const last = nodes.at(-1);
        return (
          <>
            <TimelineList entries={nodes} yearBefore={yearBefore} withoutKind={of.kind !== undefined} />
            {more && pageInfo.hasNextPage ? (
              <SeenPages
                of={of}
                after={pageInfo.endCursor}
                yearBefore={last ? yearOf(last) : yearBefore}
                shownBefore={shown}
              />
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

function Kind({ of }: { of: Of }) {
  const t = useT(messages);
  const kinds = useKindNames();
  const sharingT = useT(sharing);
  const answer = useSeenPage(of, null);
  const sight = answer.data?.seenBy;
  const kind = of.kind ? kinds.many(of.kind) : t('see.everything');
  const back = sight ? t('see.title', { name: sight.name }) : t('see.title-none');
  return (
    <Page
      title={sight ? t('see.kind-title', { kind, name: sight.name }) : kind}
      section={sharingT('sharing.title')}
      before={<BackLink to={`/sharing/see/${of.grant}`}>{back}</BackLink>}
    >
      {sight && <SeeBanner sight={sight} />}
      {answer.data && !sight ? <NobodyToSee /> : <SeenPages of={of} after={null} shownBefore={0} />}
    </Page>
  );
}

/** The entries of one kind, or all of them, as whoever a grant is for sees them. */
export function SeeKindScreen() {
  const t = useT(messages);
  const { grant = '', kind: path = '' } = useParams();
  const kind = kindOfPath(path);
  if (kind || path === 'everything') return <Kind of={{ grant, kind }} />;
  return (
    <Page
      title={t('see.title-none')}
      before={<BackLink to={`/sharing/see/${grant}`}>{t('see.title-none')}</BackLink>}
    >
      <EmptyState heading={t('see.kind-empty')} />
    </Page>
  );
}
