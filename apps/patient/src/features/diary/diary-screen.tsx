import { graphql, type ResultOf, useScreenQuery } from '@heldwell/client';
import { EmptyState, Link, Page, Tag } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { EntryRow, EntryRowFields } from '@heldwell/views';
import { FrameRecord, MyRecord } from '../../my-record/index.ts';
import messages from './diary.messages.json';

const DiaryEntry = graphql(`fragment DiaryEntry on Entry @_unmask { ...EntryRowFields sourceStatus }`, [
  EntryRowFields,
]);

const DiaryQuery = graphql(
  `query Diary {
    viewer {
      record {
        ...FrameRecord
        upcomingAppointments(first: 20) { ...DiaryEntry }
        appointments: entries(kind: APPOINTMENT, first: 50) { nodes { ...DiaryEntry } pageInfo { hasNextPage } }
      }
    }
  }`,
  [FrameRecord, DiaryEntry],
);

type DiaryRecord = NonNullable<NonNullable<ResultOf<typeof DiaryQuery>['viewer']>['record']>;
type Appointment = DiaryRecord['upcomingAppointments'][number];

const onEntries = ['entries', 'sharing'] as const;
const notAsPlanned = ['cancelled', 'noshow', 'entered-in-error', 'proposed', 'pending', 'waitlist'] as const;

/** Marks an appointment that is not simply booked or over. */
function StateTag({ status }: { status: string | null }) {
  const t = useT(messages);
  const known = notAsPlanned.find((one) => one === status);
  return known ? (
    <Tag colour={known === 'cancelled' ? 'red' : 'grey'}>{t(`diary.state-${known}`)}</Tag>
  ) : null;
}

function Appointments({ some }: { some: readonly Appointment[] }) {
  return (
    <ul className="hw-link-list">
      {some.map((one) => (
        <EntryRow
          key={one.id}
          entry={one}
          to={`/record/entry/${one.id}`}
          withoutKind
          end={<StateTag status={one.sourceStatus} />}
        />
      ))}
    </ul>
  );
}

function DiaryContent({ record }: { record: DiaryRecord }) {
  const t = useT(messages);
  const upcoming = record.upcomingAppointments;
  const next = new Set(upcoming.map(({ id }) => id));
  const now = Date.now();
  const past = record.appointments.nodes.filter(
    ({ id, occurredAt }) => !next.has(id) && (occurredAt === null || Date.parse(occurredAt) <= now),
  );
  return (
    <>
      <h2 className="nhsuk-heading-m">{t('diary.upcoming')}</h2>
      {upcoming.length > 0 ? (
        <Appointments some={upcoming} />
      ) : (
        <EmptyState heading={t('diary.none')} headingLevel={3}>
          <p>{t('diary.none-why')}</p>
        </EmptyState>
      )}
      {past.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">{t('diary.past')}</h2>
          <Appointments some={past} />
        </>
      )}
      {record.appointments.pageInfo.hasNextPage && (
        <p>
          <Link to="/record/kind/appointment">{t('diary.all-past')}</Link>
        </p>
      )}
    </>
  );
}

/** Appointments to come, soonest first, and those that were; what was cancelled stays, and is marked. */
export function DiaryScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(DiaryQuery, {}, { on: onEntries });
  return (
    <Page title={t('diary.title')}>
      <MyRecord answer={answer} what={t('diary.what')}>
        {(record) => <DiaryContent record={record} />}
      </MyRecord>
    </Page>
  );
}
