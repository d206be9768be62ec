import { Badge, Link, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import '../entries/entries.css';
import { LabelTag } from '../labels/label-tag.tsx';
import { type ThreadSummaryThread, useThreadStateWords } from './thread-words.ts';
import messages from './threads.messages.json';

type ThreadRowProps = {
  thread: ThreadSummaryThread;
  to: string;
  /** Small words above the subject, such as the patient's name in a team's inbox; the team's name unless told. */
  over?: string;
  /** The name of the person who reads, to say "You" for what they wrote last. */
  ownName?: string;
};

/** One discussion of a list: subject, with whom, its last words, how far it is and what is new. One link. */
export function ThreadRow({ thread, to, over, ownName }: ThreadRowProps) {
  const t = useT(messages);
  const format = useFormat();
  const stateOf = useThreadStateWords();
  const { subject, team, preview, lastAuthor, unreadCount, state, lastMessageAt, label } = thread;
  const last = ownName === lastAuthor ? 'threads.last-by-you' : 'threads.last-by';
  return (
    <li className="hw-entry">
      <Link className="hw-entry__link" to={to}>
        <span className="hw-entry__kind">{over ?? team.name}</span>{' '}
        <span className="hw-entry__title">{subject ?? t('threads.unreadable')}</span>{' '}
        {unreadCount > 0 && <Badge count={unreadCount} label={t('threads.unread', { count: unreadCount })} />}{' '}
        {preview !== null && (
          <span className="hw-entry__summary">{t(last, { who: lastAuthor ?? '', text: preview })}</span>
        )}
      </Link>
      <span className="hw-entry__end">
        <span className="hw-quiet">
          {format.dateTime(lastMessageAt)} · {stateOf(state)}
        </span>
        <LabelTag label={label} />
      </span>
    </li>
  );
}

/** Discussions as a list; put `ThreadRow`s in it. */
export function ThreadRows({ children }: { children: ReactNode }) {
  return <ul className="hw-link-list">{children}</ul>;
}
