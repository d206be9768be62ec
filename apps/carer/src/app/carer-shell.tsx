import { AppShell, Badge, Footer, Header, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ScreenBoundary, useNoticeCount } from '@heldwell/views';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import messages from './app.messages.json';

type CarerShellProps = {
  /** Shows the way to the settings; help is there for everyone. */
  signedIn?: boolean;
  /** Whose record is open. */
  strip?: ReactNode;
  children: ReactNode;
};

/** The frame of every screen: help is one tap away on each of them. */
export function CarerShell({ signedIn, strip, children }: CarerShellProps) {
  const t = useT(messages);
  const { pathname } = useLocation();
  const { count, label } = useNoticeCount();
  const header = (
    <Header homeTo="/" serviceName={t('app.service')} section={t('app.section')}>
      {signedIn && (
        <Link to="/notices">
          {t('app.notices')} <Badge count={count} label={label} />
        </Link>
      )}
      {signedIn && <Link to="/settings">{t('app.settings')}</Link>}
      <Link to="/help" className="hw-header__urgent">
        {t('app.help')}
      </Link>
    </Header>
  );
  return (
    <AppShell header={header} strip={strip} footer={<Footer>{t('app.footer')}</Footer>}>
      <ScreenBoundary place={pathname}>{children}</ScreenBoundary>
    </AppShell>
  );
}
