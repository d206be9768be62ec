import type { ReactNode } from 'react';
import { Link } from '../link.tsx';
import { useKitText } from '../text.ts';

/** The last landmark: support links and one line of words. */
export function Footer({
  links = [],
  children,
}: {
  links?: { to: string; label: string }[];
  children?: ReactNode;
}) {
  const t = useKitText();
  return (
    <footer className="hw-footer">
      <div className="hw-width">
        {links.length > 0 && (
          <nav aria-label={t('ui.support-links')}>
            <ul>
              {links.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {children && <p>{children}</p>}
      </div>
    </footer>
  );
}
