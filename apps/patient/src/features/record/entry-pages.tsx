import { EmptyState, ShowMore } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type EntryKind, type EntryRowEntry, TimelineList, yearOf } from '@heldwell/views';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import { useEntryPage } from './entry-page-query.ts';
import messages from './record.messages.json';

type EntryPagesProps = {
  /** Entries of one kind; everything without it. */
  kind?: EntryKind;
  after?: string | null;
  yearBefore?: string | null;
  shownBefore?: number;
};

function Entries({
  entries,
  kind,
  yearBefore,
}: {
  entries: readonly EntryRowEntry[];
  kind?: EntryKind;
  yearBefore?: string | null;
}) {
  return (
    <TimelineList
      entries={entries}
      entryTo={(id) => `/record/entry/${id}`}
      yearBefore={yearBefore}
      withoutKind={kind !== undefined}
    />
  );
}

/**
 * One page of entries and, once asked for, the pages after it. Each page is a question of its own that starts where
 * the page before it ends, so that something new at the top shifts all of them without gap or double.
 */
export function EntryPages({ kind, after = null, yearBefore, shownBefore = 0 }: EntryPagesProps) {
  const t = useT(messages);
  const answer = useEntryPage(kind, after);
  const [more, setMore] = useState(false);
  return (
    <MyRecord answer={answer} what={t('record.timeline-what')}>
      {({ page: { nodes, pageInfo } }) => {
        if (nodes.length === 0 && after === null) {
          return (
            <EmptyState heading={t('record.kind-empty')}>
              <p>{t('record.kind-empty-why')}</p>
            </EmptyState>
          );
        }
        const shown = shownBefore + nodes.length;
        const last = nodes.at(-1);
        return (
          <>
            <Entries entries={nodes} kind={kind} yearBefore={yearBefore} />
            {more && pageInfo.hasNextPage ? (
              <EntryPages
                kind={kind}
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
