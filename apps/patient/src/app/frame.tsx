import { AppShell, BottomNav, Footer, Header, Link, type NavItem } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useNoticeCount } from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import { matchPath, useLocation } from 'react-router';
import { useWatchedRecord } from '../my-record/index.ts';
import messages from './app.messages.json';
import { isInHostApp } from './host-app.ts';
import { screens } from './routes.ts';

const places = [
  { to: '/', label: 'app.home' },
  { to: '/messages', label: 'app.messages' },
  { to: '/diary', label: 'app.diary' },
  { to: '/record', label: 'app.record' },
  { to: '/more', label: 'app.more' },
] as const;

/** The five places; none before signing in, where they would lead nowhere. */
function useBottomBar(): NavItem[] {
  const t = useT(messages);
  const { pathname } = useLocation();
  const { record } = useWatchedRecord();
  const notices = useNoticeCount();
  const shown = screens.find(({ path }) => matchPath(path, pathname));
  if (!record && shown?.open) return [];
  const unread = record?.unreadThreadCount ?? 0;
  const counts: Record<string, { count: number; countLabel: string }> = {
    '/messages': { count: unread, countLabel: t('app.unread', { count: unread }) },
    '/more': { count: notices.count, countLabel: notices.label },
  };
  return places.map(({ to, label }) => ({
    to,
    label: t(label),
    current: to === shown?.section,
    ...counts[to],
  }));
}

/** What stays around every screen: the name, "Get help now", and once signed in the bar with the five places. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useT(messages);
  const items = useBottomBar();
  const [inHost] = useState(isInHostApp);
  const help = (
    <Link to="/help" className="hw-header__urgent">
      {t('app.help')}
    </Link>
  );
  return (
    <AppShell
      // Inside another app that one's header says where one is; help stays one tap away.
      header={
        inHost ? (
          <header className="hw-host-bar">
            <div className="hw-width">{help}</div>
          </header>
        ) : (
          <Header homeTo="/" serviceName={t('app.name')}>
            {help}
          </Header>
        )
      }
      footer={<Footer>{t('app.footer')}</Footer>}
      bottomNav={items.length > 0 ? <BottomNav items={items} /> : undefined}
    >
      {children}
    </AppShell>
  );
}
