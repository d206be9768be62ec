import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { SkipLink } from './skip-link.tsx';

export interface AppShellProps {
  /** A `Header`. */
  header: ReactNode;
  /** The screen. */
  children: ReactNode;
  /** A `Footer`. */
  footer?: ReactNode;
  /** A `BottomNav`, on the patient app. */
  bottomNav?: ReactNode;
  /** A strip under the header that stays on every screen: "You are looking at Jane's record". */
  strip?: ReactNode;
}

/** The frame of every screen: skip link, header, offline notice, main, footer, bottom bar. */
export function AppShell({ header, children, footer, bottomNav, strip }: AppShellProps) {
  return (
    <div className={classNames('hw-app', bottomNav ? 'hw-app--bar' : null)}>
      <SkipLink />
      {header}
      {strip && (
        <aside className="hw-strip">
          <div className="hw-width">{strip}</div>
        </aside>
      )}
      <OfflineBanner />
      <main id="maincontent" className="hw-main" tabIndex={-1}>
        <div className="hw-width">{children}</div>
      </main>
      {footer}
      {bottomNav}
    </div>
  );
}
