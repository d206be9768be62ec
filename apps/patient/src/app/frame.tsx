import { AppShell, BottomNav, Footer, Header, Link, type NavItem } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { matchPath, useLocation } from 'react-router';
import { useWatchedRecord } from '../my-record/index.ts';
import messages from './app.messages.json';
import { screens } from './routes.ts';

const places = [
  { to: '/', label: 'app.home' },
  { to: '/messages', label: 'app.messages' },
  { to: '/diary', label: 'app.diary' },
  { to: '/record', label: 'app.record' },
  { to: '/more', label: 'app.more' },
] as const;

function useBottomBar(): NavItem[] {
  const t = useT(messages);
  const { pathname } = useLocation();
  const { record } = useWatchedRecord();
  const unread = record?.unreadThreadCount ?? 0;
  const section = screens.find(({ path }) => matchPath(path, pathname))?.section;
  return places.map(({ to, label }) => ({
    to,
    label: t(label),
    current: to === section,
    ...(to === '/messages' ? { count: unread, countLabel: t('app.unread', { count: unread }) } : {}),
  }));
}

/** What stays around every screen: the name, "Get help now", and once signed in the bar with the five places. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useT(messages);
  const { record } = useWatchedRecord();
  const items = useBottomBar();
  return (
    <AppShell
      header={
        <Header homeTo="/" serviceName={t('app.name')}>
          <Link to="/help" className="hw-header__urgent">
            {t('app.help')}
          </Link>
        </Header>
      }
      footer={<Footer>{t('app.footer')}</Footer>}
      bottomNav={record ? <BottomNav items={items} /> : undefined}
    >
      {children}
    </AppShell>
  );
}
