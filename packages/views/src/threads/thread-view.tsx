import type { Message, Thread, ThreadMessages } from '@heldwell/client';
import {
  Button,
  Details,
  EmptyState,
  InsetText,
  LiveRegion,
  Loading,
  SummaryList,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { ProblemState } from '../answer/answer.tsx';
import { LabelTag } from '../labels/label-tag.tsx';
import { AnswerTime, Composer } from './composer.tsx';
import { EndDiscussion, EndedNotice } from './end-discussion.tsx';
import { MessageList } from './message-list.tsx';
import { useAuthorWords, useParticipantWords, useThreadStateWords } from './thread-words.ts';
import './threads.css';
import messages from './threads.messages.json';

type ThreadViewProps = {
  discussion: ThreadMessages;
  /** Where "Get help now" is; without it (staff) the notice about emergencies is left out. */
  helpTo?: string;
  /** In place of the box to write in. */
  composer?: ReactNode;
};

/** Subject, label and who reads it, folded away below the heading of the page. */
function ThreadFacts({ thread }: { thread: Thread }) {
  const t = useT(messages);
  const format = useFormat();
  const stateOf = useThreadStateWords();
  const namesOf = useParticipantWords();
  const readers = namesOf(thread.participants);
  return (
    <>
      <p className="hw-row">
        <span>{thread.team.name}</span>
        <LabelTag label={thread.label} />
        <span className="hw-quiet">{stateOf(thread.state)}</span>
      </p>
      <Details summary={t('threads.who-reads')}>
        <SummaryList
          withoutBorder
          rows={[
            { key: t('threads.with'), value: `${thread.team.name}, ${thread.team.organisation.name}` },
            { key: t('threads.who-reads'), value: readers.join(', ') },
            { key: t('threads.started'), value: format.dateTime(thread.startedAt) },
          ]}
        />
      </Details>
    </>
  );
}

/** Says aloud what arrived since the page was opened. */
function useArrival(all: readonly Message[]): string {
  const t = useT(messages);
  const authorOf = useAuthorWords();
  const newest = all.at(-1);
  const [first, setFirst] = useState<string>();
  if (first === undefined && newest) setFirst(newest.id);
  if (!newest || newest.id === first || first === undefined) return '';
  return newest.sentByViewer ? t('threads.sent-now') : t('threads.arrived', { who: authorOf(newest).name });
}

/**
 * Keeps the newest message in view: when the discussion opens, and when one arrives while the end is in view. Who is
 * writing keeps the box they write in.
 */
function useNewestInView(newest: string | undefined) {
  const end = useRef<HTMLDivElement>(null);
  const shown = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (!newest || newest === shown.current) return;
    const writing = document.activeElement instanceof HTMLTextAreaElement ? document.activeElement : null;
    const box = end.current?.getBoundingClientRect();
    const nearEnd = box !== undefined && box.top < window.innerHeight + 400;
    if (writing) writing.scrollIntoView?.({ block: 'nearest' });
    else if (shown.current === undefined || nearEnd) end.current?.scrollIntoView?.({ block: 'end' });
    shown.current = newest;
  }, [newest]);
  return end;
}

function WritingPart({ discussion, helpTo }: ThreadViewProps) {
  const t = useT(messages);
  const [endedHere, setEndedHere] = useState(false);
  const { thread, add } = discussion;
  if (!thread) return null;
  const hasEnded = thread.state === 'CLOSED';
  const notice = hasEnded && <EndedNotice thread={thread} led={endedHere} />;
  if (!thread.viewerMayReply) {
    return (
      notice || (
        <InsetText>
          <p>{t('threads.read-only')}</p>
        </InsetText>
      )
    );
  }
  const before = helpTo ? <AnswerTime team={thread.team} helpTo={helpTo} /> : undefined;
  return (
    <>
      {notice}
      <Composer threadId={thread.id} onSent={add} before={before} />
      {thread.viewerMayClose && <EndDiscussion threadId={thread.id} onEnded={() => setEndedHere(true)} />}
    </>
  );
}

/** One discussion, live: who reads it, its messages by day, and the box to write in; or why it cannot be shown. */
export function ThreadView({ discussion, helpTo, composer }: ThreadViewProps) {
  const t = useT(messages);
  const { thread, messages: all, problem, hasEarlier, loadEarlier, ended } = discussion;
  const arrival = useArrival(all);
  const end = useNewestInView(all.at(-1)?.id);
  if (thread === null) {
    return (
      <EmptyState heading={t(ended ? 'threads.ended' : 'threads.gone')}>
        <p role="status">{t(ended ? 'threads.ended-why' : 'threads.gone-why')}</p>
      </EmptyState>
    );
  }
  if (thread === undefined) {
    if (problem)
      return <ProblemState problem={problem} what={t('threads.what')} retry={discussion.refresh} />;
    return <Loading />;
  }
  return (
    <>
      <ThreadFacts thread={thread} />
      {hasEarlier && (
        <Button type="button" variant="secondary" small onClick={() => void loadEarlier()}>
          {t('threads.earlier')}
        </Button>
      )}
      <MessageList messages={all} state={thread.state} />
      <div ref={end} className="hw-messages__end" />
      <LiveRegion message={arrival} />
      {composer ?? <WritingPart discussion={discussion} helpTo={helpTo} />}
    </>
  );
}
