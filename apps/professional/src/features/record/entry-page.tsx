import { useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, InsetText, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, EntryDetailView } from '@heldwell/views';
import messages from './record.messages.json';
import { RecordEntryQuery } from './record-documents.ts';
import { useRecordPlace } from './record-layout.tsx';

const topics = ['entries', 'sharing'] as const;

/** One entry in full, with its trend. Gone from the page when it may no longer be seen. */
export function EntryPage({ entry: id }: { entry: string }) {
  const t = useT(messages);
  const { record, path, name } = useRecordPlace();
  const query = useScreenQuery(RecordEntryQuery, { entry: id }, { on: topics });
  // An address made of one record and another's entry shows nothing: the banner must be true for what is below it.
  const found = query.data?.entry?.record.id === record.id ? query.data.entry : null;
  const title = found?.title ?? (query.data ? t('record.entry-absent') : t('record.entry'));
  const entryTo = (other: string) => `${path}/entries/${other}`;
  return (
    <Page title={title} section={name} before={<BackLink to={path}>{t('record.back-to-record')}</BackLink>}>
      <Answer to={query} what={t('record.entry-what')}>
        {() =>
          found ? (
            <>
              {found.keptAsAuthor && (
                <InsetText>
                  <p>{t('record.kept-entry')}</p>
                </InsetText>
              )}
              <EntryDetailView entry={found} voice="other" entryTo={entryTo} />
            </>
          ) : (
            <EmptyState heading={t('record.entry-absent-text')} />
          )
        }
      </Answer>
    </Page>
  );
}
