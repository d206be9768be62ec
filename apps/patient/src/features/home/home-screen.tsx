import { type ResultOf, useScreenQuery } from '@heldwell/client';
import { ButtonLink, Card, CardGroup, Link, LinkList, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type EntryRowEntry, occurredIn, TimelineList, useNoticeCount } from '@heldwell/views';
import { FrozenRecord, MyRecord } from '../../my-record/index.ts';
import messages from './home.messages.json';
import { HomeQuery } from './home-query.ts';

type HomeRecord = NonNullable<NonNullable<ResultOf<typeof HomeQuery>['viewer']>['record']>;

const entryTo = (id: string) => `/record/entry/${id}`;

function NextAppointment({ appointment }: { appointment: EntryRowEntry | undefined }) {
  const t = useT(messages);
  const format = useFormat();
  if (!appointment)
    return <Card heading={t('home.next-appointment')} to="/diary" description={t('home.no-appointment')} />;
  return (
    <Card
      heading={t('home.next-appointment')}
      to={entryTo(appointment.id)}
      description={
        <>
          <strong>{occurredIn(format, appointment)}</strong>
          <br />
          {appointment.title}
        </>
      }
      end={appointment.summary ?? undefined}
    />
  );
}

function NewMessages({ record }: { record: HomeRecord }) {
  const t = useT(messages);
  const count = record.unreadThreadCount;
  const words = count > 0 ? <strong>{t('home.new-messages', { count })}</strong> : t('home.no-new-messages');
  return (
    <Card heading={t('home.messages')} to="/messages" description={words} end={t('home.read-messages')} />
  );
}

/** There only while there is something new: what changed about who can see the record. */
function NewNotices() {
  const t = useT(messages);
  const { count, label } = useNoticeCount();
  if (count === 0) return null;
  return (
    <Card
      heading={t('home.notices')}
      to="/notices"
      description={<strong>{label}</strong>}
      end={t('home.read-notices')}
    />
  );
}

/** There until the patient has decided about each team that has access because it cares for them. */
function CheckSharing({ count }: { count: number }) {
  const t = useT(messages);
  if (count === 0) return null;
  return (
    <Card
      heading={t('home.check')}
      to="/sharing/check"
      description={<strong>{t('home.check-what', { count })}</strong>}
    />
  );
}

/** There until the patient has said yes or no to everybody who asks for access. */
function AskedForAccess({ count }: { count: number }) {
  const t = useT(messages);
  if (count === 0) return null;
  return (
    <Card
      heading={t('home.asked')}
      to="/sharing"
      description={<strong>{t('home.asked-what', { count })}</strong>}
    />
  );
}

/** Three first steps, until the first discussion is started. */
function GetStarted() {
  const t = useT(messages);
  const steps = [
    { to: '/record', label: t('home.start-read'), hint: t('home.start-read-what') },
    { to: '/sharing', label: t('home.start-share'), hint: t('home.start-share-what') },
    { to: '/messages/new', label: t('home.start-write'), hint: t('home.start-write-what') },
  ];
  return (
    <section>
      <h2 className="nhsuk-heading-m" id="get-started">
        {t('home.start')}
      </h2>
      <LinkList items={steps} label={t('home.start')} />
    </section>
  );
}

type RecentProps = {
  heading: string;
  entries: readonly EntryRowEntry[];
  more: { to: string; label: string };
};

function Recent({ heading, entries, more }: RecentProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      <TimelineList entries={entries} entryTo={entryTo} withoutKind withoutYears />
      <p>
        <Link to={more.to}>{more.label}</Link>
      </p>
    </section>
  );
}

/** There until somebody has made sure who the person is, and while an organisation asks to do so itself. */
function ProveWhoYouAre({ record }: { record: HomeRecord }) {
  const t = useT(messages);
  const { state, checksAskedBy } = record;
  if (state !== 'REGISTERING' && checksAskedBy.length === 0) return null;
  const [asking] = checksAskedBy;
  const words =
    state === 'REGISTERING' || !asking ? t('home.identity-what') : t('home.identity-asked', asking);
  return (
    <Card
      heading={t('home.identity')}
      to="/more/identity"
      description={<strong>{words}</strong>}
      end={t('home.identity-how')}
    />
  );
}

function HomeContent({ record }: { record: HomeRecord }) {
  const t = useT(messages);
  const menu = [
    { to: '/record', label: t('home.record'), hint: t('home.record-what') },
    { to: '/record/timeline', label: t('home.timeline'), hint: t('home.timeline-what') },
    { to: '/sharing', label: t('home.sharing'), hint: t('home.sharing-what') },
  ];
  const isFrozen = record.viewerAccess === 'FROZEN';
  return (
    <>
      {isFrozen && <FrozenRecord />}
      {record.threads.nodes.length === 0 && !isFrozen && <GetStarted />}
      <CardGroup>
        <ProveWhoYouAre record={record} />
        <AskedForAccess count={record.waitingRequestCount} />
        <CheckSharing count={record.undecidedGrantCount} />
        <NextAppointment appointment={record.upcomingAppointments[0]} />
        <NewMessages record={record} />
        <NewNotices />
      </CardGroup>
      {!isFrozen && <ButtonLink to="/messages/new">{t('home.write')}</ButtonLink>}
      <Recent
        heading={t('home.recent-results')}
        entries={record.results.nodes}
        more={{ to: '/record/results', label: t('home.all-results') }}
      />
      <Recent
        heading={t('home.goals')}
        entries={record.goals.nodes}
        more={{ to: '/record/kind/goal', label: t('home.all-goals') }}
      />
      <LinkList items={menu} label={t('home.menu')} />
    </>
  );
}

/** What is next, what is new, and the way to everything. */
export function HomeScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(HomeQuery, {});
  const record = answer.data?.viewer?.record;
  const name = record?.preferredName ?? record?.givenName;
  return (
    <Page title={t('home.title')} heading={name ? t('home.welcome', { name }) : undefined}>
      <MyRecord answer={answer} what={t('home.what')}>
        {(found) => <HomeContent record={found} />}
      </MyRecord>
    </Page>
  );
}
