import { graphql, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, EntryDetailFields, EntryDetailView } from '@heldwell/views';
import messages from './record.messages.json';

const PersonEntryQuery = graphql(
  `query PersonEntry($entry: ID!) {
    entry(id: $entry) { ...EntryDetailFields record { id } }
  }`,
  [EntryDetailFields],
);

const topics = ['entries', 'sharing'] as const;

type EntryPageProps = { record: string; entry: string; name: string; path: string };

/** One entry in full. An address made of one person's record and another's entry shows nothing. */
export function EntryPage({ record, entry, name, path }: EntryPageProps) {
  const t = useT(messages);
  const query = useScreenQuery(PersonEntryQuery, { entry }, { on: topics });
  const found = query.data?.entry?.record.id === record ? query.data.entry : null;
  const title = found?.title ?? (query.data ? t('record.absent') : t('record.entry'));
  return (
    <Page title={title} section={name} before={<BackLink to={path}>{t('record.back-to-today')}</BackLink>}>
      <Answer to={query} what={t('record.entry-what')}>
        {() =>
          found ? (
            <EntryDetailView entry={found} voice="other" entryTo={(id) => `${path}/entries/${id}`} />
          ) : (
            <EmptyState heading={t('record.absent-text')} />
          )
        }
      </Answer>
    </Page>
  );
}
