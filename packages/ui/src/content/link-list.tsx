import type { ReactNode } from 'react';
import { Link } from '../link.tsx';

/** One thing that opens. */
export interface LinkListItem {
  to: string;
  label: ReactNode;
  hint?: ReactNode;
  /** At the end of the row: a tag, a badge, a date. Part of the link's name. */
  end?: ReactNode;
}

/** Things that open, one a row; the whole row is the link. `label` names the list. */
export function LinkList({ items, label }: { items: LinkListItem[]; label?: string }) {
  return (
    <ul className="hw-link-list" aria-label={label}>
      {items.map((item) => (
        <li key={item.to}>
          <Link className="hw-link-list__link" to={item.to}>
            <span className="hw-link-list__text">
              <span className="hw-link-list__label">{item.label}</span>
              {item.hint && <span className="hw-link-list__hint">{item.hint}</span>}
            </span>
            {item.end && <span className="hw-link-list__end">{item.end}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
