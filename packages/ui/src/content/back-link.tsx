import type { ReactNode } from 'react';
import { Link } from '../link.tsx';
import { useKitText } from '../text.ts';

/** The way back, above the h1. Says "Back" unless told where to. */
export function BackLink({ to, children }: { to: string; children?: ReactNode }) {
  const t = useKitText();
  return (
    <Link className="nhsuk-back-link" to={to}>
      {children ?? t('ui.back')}
    </Link>
  );
}
