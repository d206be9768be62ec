import { BackLink, EmptyState, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type EntryKind, entryKinds, kindPath, useKindNames } from '@heldwell/views';
import messages from './record.messages.json';

type KindsPageProps = {
  counts: readonly { kind: EntryKind; count: number }[];
  name: string;
  path: string;
};

/** The kinds of entry this carer may see; a kind without any is not there, whatever the reason. */
export function KindsPage({ counts, name, path }: KindsPageProps) {
  const t = useT(messages);
  const kinds = useKindNames();
  const countOf = new Map(counts.map(({ kind, count }) => [kind, count]));
  const items = entryKinds
    .filter((kind) => countOf.has(kind))
    .map((kind) => ({
      to: `${path}/record/${kindPath(kind)}`,
      label: kinds.many(kind),
      hint: t('record.count', { count: countOf.get(kind) ?? 0 }),
    }));
  return (
    <Page
      title={t('record.title', { name })}
      section={name}
      before={<BackLink to={path}>{t('record.back-to-today')}</BackLink>}
    >
      {items.length > 0 ? (
        <LinkList items={items} label={t('record.title', { name })} />
      ) : (
        <EmptyState heading={t('record.empty')}>
          <p>{t('record.empty-text')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
