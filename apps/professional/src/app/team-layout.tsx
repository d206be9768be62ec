import { graphql, useHeldwell, useInboxChanges, useScreenQuery } from '@heldwell/client';
import { EmptyState, Link, LiveRegion, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useOutletContext, useParams } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { AccountLinks } from './account-links.tsx';
import messages from './app.messages.json';
import { ConsoleShell } from './console-shell.tsx';
import { useOfficesNav } from './offices-nav.ts';

const TeamCountsQuery = graphql(`
  query TeamCounts($team: ID!) {
    team(id: $team) { id inboxCounts { unread } }
  }
`);

const never = [] as const;

/** What the screens of a team are told. */
export interface TeamPlace {
  viewer: ProfessionalViewer;
  team: ProfessionalViewer['teams'][number];
}

/** The team whose screens these are. */
export function useTeamPlace(): TeamPlace {
  return useOutletContext<TeamPlace>();
}

/** How long after opening the first word of the stream may come without anything having been missed before it. */
const promptly = 2_000;

/** Which word of the stream is only its beginning: the first, when it comes so soon that every answer is as new. */
function useIsBeginning(): () => boolean {
  const opened = useRef({ at: 0, begun: false });
  useEffect(() => {
    opened.current.at = Date.now();
  }, []);
  return useCallback(() => {
    const beginning = !opened.current.begun && Date.now() - opened.current.at < promptly;
    opened.current.begun = true;
    return beginning;
  }, []);
}

function useNews(team: string) {
  const t = useT(messages);
  const format = useFormat();
  const { refresh } = useHeldwell();
  const { data } = useScreenQuery(TeamCountsQuery, { team }, { on: never });
  const [heard, setHeard] = useState<{ data: typeof data; unread: number }>();
  const [news, setNews] = useState({ message: '', turn: 0 });
  const isBeginning = useIsBeginning();
  useInboxChanges(
    team,
    ({ thread, counts }) => {
      setHeard({ data, unread: counts.unread });
      if (isBeginning()) return;
      refresh.send('threads');
      if (!thread || thread.lastAuthorRole === 'STAFF' || thread.unreadCount === 0) return;
      const { givenName: given, familyName: family, title } = thread.record;
      const name = format.name({ given, family, title });
      const message = t('app.new-message', { name, subject: thread.subject ?? '' });
      setNews(({ turn }) => ({ message, turn: turn + 1 }));
    },
    () => refresh.send('all'),
  );
  // What was heard counts until the question is answered anew.
  const asked = data?.team?.inboxCounts?.unread ?? 0;
  return { news, unread: heard && heard.data === data ? heard.unread : asked };
}

function TeamScreens({ viewer, team }: TeamPlace) {
  const t = useT(messages);
  const { pathname } = useLocation();
  const { news, unread } = useNews(team.id);
  const inbox = `/teams/${team.id}/inbox`;
  const patients = `/teams/${team.id}/patients`;
  const settings = `/teams/${team.id}/settings`;
  const nav = [
    {
      to: inbox,
      label: t('app.inbox'),
      current: pathname.startsWith(inbox),
      count: unread,
      countLabel: t('app.unread', { count: unread }),
    },
    { to: patients, label: t('app.patients'), current: pathname.startsWith(patients) },
    ...(team.viewerRole === 'COORDINATOR'
      ? [{ to: settings, label: t('app.team-settings'), current: pathname.startsWith(settings) }]
      : []),
    ...useOfficesNav(viewer),
  ];
  return (
    <ConsoleShell nav={nav} account={<AccountLinks viewer={viewer} team={team.name} />}>
      <LiveRegion message={news.message} turn={news.turn} />
      <Outlet context={{ viewer, team } satisfies TeamPlace} />
    </ConsoleShell>
  );
}

/** The screens of one team: its navigation with the unread count, and the news that arrives meanwhile. */
export function TeamLayout() {
  const viewer = useOutletContext<ProfessionalViewer>();
  const { team: id } = useParams();
  const team = viewer.teams.find((each) => each.id === id);
  if (team) return <TeamScreens key={team.id} viewer={viewer} team={team} />;
  return (
    <ConsoleShell account={<AccountLinks viewer={viewer} />}>
      <NotFoundPage />
    </ConsoleShell>
  );
}

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT(messages);
  return (
    <Page title={t('app.not-found')}>
      <EmptyState heading={t('app.not-found-text')}>
        <p>
          <Link to="/">{t('app.go-to-inbox')}</Link>
        </p>
      </EmptyState>
    </Page>
  );
}
