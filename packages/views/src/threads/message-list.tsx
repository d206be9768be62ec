import type { Message, Thread } from '@heldwell/client';
import { dayKey, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { FileLink } from '../files/file-link.tsx';
import '../files/files.css';
import { useAuthorWords, useThreadStateWords } from './thread-words.ts';
import messages from './threads.messages.json';

function byDay(all: readonly Message[]): { day: string; messages: Message[] }[] {
  const days: { day: string; messages: Message[] }[] = [];
  for (const message of all) {
    const day = dayKey(message.sentAt);
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

function MessageItem({ message, state }: { message: Message; state: Thread['state'] | null }) {
  const t = useT(messages);
  const format = useFormat();
  const authorOf = useAuthorWords();
  const stateOf = useThreadStateWords();
  const { name, role } = authorOf(message);
  return (
    <li className="hw-message" data-own={message.sentByViewer || undefined}>
      <p className="hw-message__author">
        <strong>{name}</strong>
        {role && <span> · {role}</span>}
        <span> · {format.time(message.sentAt)}</span>
      </p>
      <p className="hw-message__text">{message.text ?? t('threads.unreadable')}</p>
      {message.attachments.length > 0 && (
        <ul className="hw-files">
          {message.attachments.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      {state && <p className="hw-message__state">{stateOf(state)}</p>}
    </li>
  );
}

/** Messages by day, oldest first; the reader's own newest says how far it is, while the discussion goes on. */
export function MessageList({
  messages: all,
  state,
}: {
  messages: readonly Message[];
  state: Thread['state'];
}) {
  const t = useT(messages);
  const format = useFormat();
  const now = new Date();
  const newest = state === 'CLOSED' ? undefined : all.at(-1);
  return (
    <section className="hw-messages">
      <h2 className="nhsuk-u-visually-hidden">{t('threads.messages')}</h2>
      {byDay(all).map(({ day, messages: some }) => (
        <section key={day}>
          <h3 className="hw-messages__day">{format.day(day, now)}</h3>
          <ol>
            {some.map((message) => (
              <MessageItem
                key={message.id}
                message={message}
                state={message.sentByViewer && message === newest ? state : null}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
