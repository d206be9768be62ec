import { useKitText } from '../text.ts';
import { type NavItem, NavList } from './header.tsx';

/** The patient app's bar at the bottom of a phone; at most five places. */
export function BottomNav({ items }: { items: NavItem[] }) {
  const t = useKitText();
  return (
    <nav className="hw-bottom-nav" aria-label={t('ui.navigation')}>
      <NavList items={items} />
    </nav>
  );
}
