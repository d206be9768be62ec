import { AppShell, Footer, Header, type NavItem } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ScreenBoundary } from '@heldwell/views';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import messages from './app.messages.json';

/** The frame of every screen of the console. `nav` and `account` are there once somebody is signed in. */
export function ConsoleShell({
  nav,
  account,
  children,
}: {
  nav?: NavItem[];
  account?: ReactNode;
  children: ReactNode;
}) {
  const t = useT(messages);
  const { pathname } = useLocation();
  const header = (
    <Header homeTo="/" serviceName={t('app.service')} section={t('app.section')} nav={nav}>
      {account}
    </Header>
  );
  return (
    <AppShell header={header} footer={<Footer>{t('app.footer')}</Footer>}>
      <ScreenBoundary place={pathname}>{children}</ScreenBoundary>
    </AppShell>
  );
}
