import { CloseThread, type OperationProblem, type Thread, useCommand } from '@heldwell/client';
import { Button, Dialog, ErrorSummary, InsetText, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useEffect, useRef, useState } from 'react';
import { useProblemWords } from '../forms/use-checked-form.ts';
import messages from './threads.messages.json';

const gone: OperationProblem = { kind: 'notFound', fields: [] };

type EndDialogProps = { threadId: string; onClose: () => void; onEnded: () => void };

function EndDialog({ threadId, onClose, onEnded }: EndDialogProps) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(CloseThread);
  const [refused, setRefused] = useState(false);
  const end = async () => {
    const { data } = await run({ input: { thread: threadId } });
    if (data?.closeThread.__typename === 'ThreadClosed') return onEnded();
    return setRefused(data !== undefined);
  };
  const fault = problem ?? (refused ? gone : undefined);
  return (
    <Dialog open onClose={onClose} heading={t('threads.end-heading')}>
      {fault && <ErrorSummary errors={[{ message: wordsOf(fault) }]} />}
      <p>{t('threads.end-stays')}</p>
      <p>{t('threads.end-access')}</p>
      <p>{t('threads.end-again')}</p>
      <div className="hw-row">
        <Button type="button" busy={running} onClick={() => void end()}>
          {t(running ? 'threads.end-ending' : 'threads.end-yes')}
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {t('threads.end-no')}
        </Button>
      </div>
    </Dialog>
  );
}

/** That a discussion has ended; who ended it here is led to this, for the button they pressed is gone. */
export function EndedNotice({ thread, led }: { thread: Thread; led: boolean }) {
  const t = useT(messages);
  const format = useFormat();
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (led) words.current?.focus();
  }, [led]);
  const what = thread.viewerMayReply ? 'threads.closed-opens' : 'threads.closed';
  return (
    <InsetText>
      <p ref={words} tabIndex={-1}>
        {t(what, { date: format.date(thread.closedAt ?? thread.startedAt) })}
      </p>
    </InsetText>
  );
}

/** Ends a discussion, after asking once more and saying what ends with it. */
export function EndDiscussion({ threadId, onEnded }: { threadId: string; onEnded: () => void }) {
  const t = useT(messages);
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <div className="hw-no-print">
      <Button type="button" variant="secondary" small onClick={() => setAsking(true)}>
        {t('threads.end')}
      </Button>
      {asking && <EndDialog threadId={threadId} onClose={close} onEnded={onEnded} />}
    </div>
  );
}
