import { Link, Tag } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { LabelTag } from '../labels/label-tag.tsx';
import './entries.css';
import messages from './entries.messages.json';
import { type EntryRowEntry, useEntryLine, useKindNames } from './entry-words.ts';

type EntryRowProps = {
  entry: EntryRowEntry;
  /** Where it opens; without it the row is there to be read. */
  to?: string;
  /** Leaves the kind out where the list's heading says it. */
  withoutKind?: boolean;
  /** More small things at the end, such as a tag. */
  end?: ReactNode;
};

/** One entry of a list: what it is, in a line, when, from whom, and its privacy label. The whole row opens it, if anything does. */
export function EntryRow({ entry, to, withoutKind, end }: EntryRowProps) {
  const t = useT(messages);
  const kinds = useKindNames();
  const lineOf = useEntryLine();
  const said = (
    <>
      {!withoutKind && <span className="hw-entry__kind">{kinds.one(entry.kind)}</span>}{' '}
      <span className="hw-entry__title">{entry.title ?? t('entries.unreadable')}</span>{' '}
      {entry.summary && <span className="hw-entry__summary">{entry.summary}</span>}
    </>
  );
  return (
    <li className="hw-entry">
      {to === undefined ? (
        <div className="hw-entry__text">{said}</div>
      ) : (
        <Link className="hw-entry__link" to={to}>
          {said}
        </Link>
      )}
      <span className="hw-entry__end">
        <span className="hw-quiet">{lineOf(entry)}</span>
        <LabelTag label={entry.label} />
        {end}
        {entry.status === 'ENTERED_IN_ERROR' && <Tag colour="red">{t('entries.entered-in-error')}</Tag>}
      </span>
    </li>
  );
}
