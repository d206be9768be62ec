import { graphql, useScreenQuery } from '@heldwell/client';
import { EmptyState, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type EntryKind, entryKinds, kindPath, useKindNames } from '@heldwell/views';
import { FrameRecord, MyRecord } from '../../my-record/index.ts';
import add from './add-document.messages.json';
import messages from './record.messages.json';

const RecordQuery = graphql(
  `query RecordMenu { viewer { record { ...FrameRecord entryCounts { kind count } } } }`,
  [FrameRecord],
);

const onEntries = ['entries'] as const;

const pathOf = (kind: EntryKind) =>
  kind === 'TEST_RESULT' ? '/record/results' : `/record/kind/${kindPath(kind)}`;

function Menu({ counts }: { counts: readonly { kind: EntryKind; count: number }[] }) {
  const t = useT(messages);
  const kinds = useKindNames();
  if (counts.length === 0) {
    return (
      <EmptyState heading={t('record.empty')}>
        <p>{t('record.empty-why')}</p>
      </EmptyState>
    );
  }
  const countOf = new Map(counts.map(({ kind, count }) => [kind, count]));
  const items = entryKinds
    .filter((kind) => countOf.has(kind))
    .map((kind) => ({ to: pathOf(kind), label: kinds.many(kind), end: countOf.get(kind) }));
  const everything = {
    to: '/record/timeline',
    label: t('record.everything'),
    hint: t('record.everything-what'),
  };
  return (
    <>
      <LinkList items={[everything]} label={t('record.everything')} />
      <h2 className="nhsuk-heading-m">{t('record.by-kind')}</h2>
      <LinkList items={items} label={t('record.by-kind')} />
    </>
  );
}

/** What the record holds, by kind, and as one list. */
export function RecordScreen() {
  const t = useT(messages);
  const addT = useT(add);
  const answer = useScreenQuery(RecordQuery, {}, { on: onEntries });
  return (
    <Page title={t('record.title')}>
      <MyRecord answer={answer} what={t('record.what')}>
        {(record) => <Menu counts={record.entryCounts} />}
      </MyRecord>
      <LinkList
        items={[
          { to: '/record/add', label: addT('add-document.link'), hint: addT('add-document.link-what') },
          { to: '/sharing', label: t('record.sharing'), hint: t('record.sharing-what') },
        ]}
      />
    </Page>
  );
}
