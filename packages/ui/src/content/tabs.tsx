import { type NavItem, NavList } from '../shell/header.tsx';
import { useKitText } from '../text.ts';

/** Sections of one thing, each with an address of its own: links, so Back and sharing work. */
export function Tabs({ items, label }: { items: NavItem[]; label?: string }) {
  const t = useKitText();
  return (
    <nav className="hw-tabs" aria-label={label ?? t('ui.tabs')}>
      <NavList items={items} />
    </nav>
  );
}
