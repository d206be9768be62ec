import { EmptyState, Link, Page, Tabs } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows } from '@heldwell/views';
import { useSearchParams } from 'react-router';
import messages from './inbox.messages.json';
import { InboxTable } from './inbox-table.tsx';
import { askedView, type InboxViewName, inboxViews, viewNamed } from './inbox-views.ts';
import { useInbox } from './use-inbox.ts';

type Inbox = ReturnType<typeof useInbox>;

const countOf = (counts: NonNullable<Inbox['counts']>): Record<InboxViewName, number> => ({
  all: counts.all,
  unread: counts.unread,
  'waiting-on-us': counts.waitingOnTeam,
  'waiting-on-patient': counts.waitingOnPatient,
});

function InboxViews({ view, counts, path }: { view: InboxViewName; counts: Inbox['counts']; path: string }) {
  const t = useT(messages);
  const items = inboxViews.map((name) => ({
    to: name === 'all' ? path : `${path}?view=${name}`,
    label: t(`inbox.view-${name}`, { count: counts ? countOf(counts)[name] : '–' }),
    current: name === view,
  }));
  return <Tabs items={items} label={t('inbox.views')} />;
}

function EmptyInbox({ view, team, path }: { view: InboxViewName; team: string; path: string }) {
  const t = useT(messages);
  if (view === 'all') {
    return (
      <EmptyState heading={t('inbox.empty-all')}>
        <p>{t('inbox.empty-all-text', { team })}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState heading={t('inbox.empty-view')}>
      <p>{t('inbox.empty-view-text')}</p>
      <p>
        <Link to={path}>{t('inbox.see-all')}</Link>
      </p>
    </EmptyState>
  );
}

function InboxRows({
  inbox,
  view,
  team,
  path,
}: {
  inbox: Inbox;
  view: InboxViewName;
  team: string;
  path: string;
}) {
  const t = useT(messages);
  const { pages, counts } = inbox;
  if (pages.rows.length === 0) return <EmptyInbox view={view} team={team} path={path} />;
  return (
    <>
      <InboxTable
        rows={pages.rows}
        caption={t(`inbox.caption-${view}`)}
        linkTo={(row) => `${path}/${row.id}`}
      />
      <MoreRows pages={pages} what={t('inbox.what')} total={counts ? countOf(counts)[view] : undefined} />
    </>
  );
}

/** A team's discussions, newest first, in the view that the address names; kept up to date while it is open. */
export function InboxPage({ team, teamName }: { team: string; teamName: string }) {
  const t = useT(messages);
  const [search] = useSearchParams();
  const view = viewNamed(search.get('view'));
  const inbox = useInbox(team, askedView(view));
  const path = `/teams/${team}/inbox`;
  return (
    <Page title={t('inbox.title')} caption={teamName}>
      <InboxViews view={view} counts={inbox.counts} path={path} />
      <Answer to={inbox.pages.query} what={t('inbox.what')}>
        {() => <InboxRows inbox={inbox} view={view} team={teamName} path={path} />}
      </Answer>
    </Page>
  );
}
