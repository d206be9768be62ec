import { graphql, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, EntryRowFields, TimelineList } from '@heldwell/views';
import messages from './diary.messages.json';

const DiaryQuery = graphql(
  `query Diary($id: ID!) {
    record(id: $id) { id upcomingAppointments(first: 20) { ...EntryRowFields } }
  }`,
  [EntryRowFields],
);

const topics = ['entries', 'sharing'] as const;

/** Appointments to come, soonest first. */
export function DiaryPage({ record, name, path }: { record: string; name: string; path: string }) {
  const t = useT(messages);
  const query = useScreenQuery(DiaryQuery, { id: record }, { on: topics });
  return (
    <Page title={t('diary.title')} section={name} before={<BackLink to={path}>{t('diary.back')}</BackLink>}>
      <Answer to={query} what={t('diary.what')}>
        {(data) => {
          const appointments = data.record?.upcomingAppointments ?? [];
          if (appointments.length === 0) {
            return (
              <EmptyState heading={t('diary.empty')}>
                <p>{t('diary.empty-text', { name })}</p>
              </EmptyState>
            );
          }
          return (
            <TimelineList
              entries={appointments}
              entryTo={(id) => `${path}/entries/${id}`}
              withoutKind
              withoutYears
            />
          );
        }}
      </Answer>
    </Page>
  );
}
