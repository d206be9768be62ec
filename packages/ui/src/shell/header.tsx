import type { ReactNode } from 'react';
import { Badge } from '../content/badge.tsx';
import { Link } from '../link.tsx';
import { useKitText } from '../text.ts';
import { Mark } from './mark.tsx';

/** One place to go. `count` shows a badge, `countLabel` says what is counted ("2 unread messages"). */
export interface NavItem {
  to: string;
  label: string;
  current?: boolean;
  count?: number;
  countLabel?: string;
}

export interface HeaderProps {
  /** Where the name leads: the app's home. */
  homeTo: string;
  /** Heldwell. */
  serviceName: string;
  /** What follows the name: "for carers". */
  section?: string;
  /** Links of the main navigation. */
  nav?: NavItem[];
  /** Shown at the end of the first row: account, language, "Get help now". */
  children?: ReactNode;
}

/** The app's first landmark: its mark and name, main navigation and the links that are always there. */
export function Header({ homeTo, serviceName, section, nav = [], children }: HeaderProps) {
  const t = useKitText();
  return (
    <header className="hw-header">
      <div className="hw-width">
        <div className="hw-header__row">
          <Link to={homeTo} className="hw-header__name">
            <Mark />
            <span className="hw-header__word">{serviceName}</span>
            {section && <span className="hw-header__section">{section}</span>}
          </Link>
          {children && <div className="hw-header__end">{children}</div>}
        </div>
        {nav.length > 0 && (
          <nav className="hw-header__nav" aria-label={t('ui.navigation')}>
            <NavList items={nav} />
          </nav>
        )}
      </div>
    </header>
  );
}

/** The list of a navigation; the current page is marked in words for screen readers too. */
export function NavList({ items }: { items: NavItem[] }) {
  return (
    <ul>
      {items.map(({ to, label, current, count, countLabel }) => (
        <li key={to}>
          <Link to={to} aria-current={current ? 'page' : undefined}>
            {label}
            {count ? <Badge count={count} label={countLabel} /> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
